import { collateSentences, type Sentence } from "#collate/align/sentence-pairs";
import type { Collation, Group } from "./collation.ts";

/** A sentence that stands elsewhere with hardly any change: where it was and where it is, in their paragraphs. */
export interface MovedSentence {
  readonly old: Sentence;
  readonly new: Sentence;
}

/** Shorter sentences are said again by chance. UTF-16 units. */
const LEAST_LENGTH = 20;

/**
 * The sentences of two collated witnesses that moved, in the order of the new one. Those of paragraphs that moved as a whole are
 * not among them.
 *
 * @example
 * const [rain, bridge] = ["Rain fell in Ems all night, and went on.", "The bridge is closed to all traffic until Friday."];
 * const [old, next] = [[`${bridge} ${rain}`], [`${rain} ${bridge}`]];
 * movedSentences(collate(old, next), old, next)
 * // [{ old: { paragraph: 0, start: 50, end: 90 }, new: { paragraph: 0, start: 0, end: 40 } }]
 */
export function movedSentences(
  { groups }: Pick<Collation, "groups">,
  old: readonly string[],
  next: readonly string[],
): readonly MovedSentence[] {
  const changed = groups.filter(isChanged);
  if (changed.length === 0) return [];
  const found = collateSentences({ groups: changed }, old, next);
  return found.groups
    .flat()
    .filter(({ moved, old: from, new: to }) => moved && from.length === 1 && to.length === 1)
    .map((pair) => ({ old: found.old[pair.old[0]!]!, new: found.new[pair.new[0]!]! }))
    .filter((each) => each.new.end - each.new.start >= LEAST_LENGTH)
    .sort((a, b) => a.new.paragraph - b.new.paragraph || a.new.start - b.new.start);
}

/** Equal paragraphs have no sentence without its partner. */
const isChanged = ({ kind, edits }: Group): boolean => kind !== "equal" || edits.some(({ cosmetic }) => !cosmetic);
