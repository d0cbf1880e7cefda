import { innerEdits, isStyle } from "#collate/words/inner";
import type { VersionText } from "#model/version";
import type { Group, InnerEdit, WordEdit } from "./collation.ts";
import { joined } from "./place.ts";
import { blockTexts, paragraphsOf, type TextCollation } from "./texts.ts";

/** An edit in two grains: the phrase, and what differs within it. */
export interface GrainedEdit extends WordEdit {
  /** The words that differ within the phrase; left out where all of them do. */
  readonly inner?: readonly InnerEdit[];
  /** The same words in another style, as "p.m." and "pm"; left out where it is not so. */
  readonly style?: true;
}

export type GrainedGroup = Omit<Group, "edits"> & { readonly edits: readonly GrainedEdit[] };

/** A collation of two versions whose edits are in two grains. */
export interface GrainedCollation {
  readonly headline: GrainedGroup | null;
  readonly standfirst: GrainedGroup | null;
  readonly corrections: { readonly groups: readonly GrainedGroup[] };
  readonly body: { readonly groups: readonly GrainedGroup[] };
}

export function grainedTexts(collation: TextCollation, old: VersionText, next: VersionText): GrainedCollation {
  const field = (group: Group | null, from: string | null, to: string | null) =>
    group && withGrains(group, paragraphsOf(from), paragraphsOf(to));
  const all = (groups: readonly Group[], from: readonly string[], to: readonly string[]) => ({
    groups: groups.map((group) => withGrains(group, from, to)),
  });
  return {
    headline: field(collation.headline, old.headline, next.headline),
    standfirst: field(collation.standfirst, old.standfirst, next.standfirst),
    corrections: all(collation.corrections.groups, old.corrections, next.corrections),
    body: all(collation.body.groups, blockTexts(old.blocks), blockTexts(next.blocks)),
  };
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
