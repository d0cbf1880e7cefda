import { innerEdits, isStyle } from "#collate/words/inner";
import type { Group, InnerEdit, WordEdit } from "./collation.ts";
import { joined } from "./place.ts";

/** An edit in two grains: the phrase, and what differs within it. */
export interface GrainedEdit extends WordEdit {
  /** The words that differ within the phrase; left out where all of them do. */
  readonly inner?: readonly InnerEdit[];
  /** The same words in another style, as "p.m." and "pm"; left out where it is not so. */
  readonly style?: true;
}

/** A group whose edits say what really differs within them; made where it is shown, not where texts are aligned. */
export function withGrains<G extends Group>(
  group: G,
  oldParagraphs: readonly string[],
  newParagraphs: readonly string[],
): Omit<G, "edits"> & { readonly edits: readonly GrainedEdit[] } {
  if (group.edits.length === 0) return group;
  const [old, next] = [joined(group.old, oldParagraphs), joined(group.new, newParagraphs)];
  return { ...group, edits: group.edits.map((edit) => grained(edit, old, next)) };
}

function grained(edit: WordEdit, old: string, next: string): GrainedEdit {
  if (isStyle(edit, old, next)) return { ...edit, style: true };
  const inner = innerEdits(edit, old, next);
  return inner.length > 0 ? { ...edit, inner } : edit;
}
