import { mainWords } from "#language/main-words";
import type { Rules } from "#language/rules/rules";
import type { Label } from "#model/change";
import type { ReadPlace } from "./read-place.ts";
import { became } from "./reason.ts";

/** Share of the main words of the shorter text that the other one has: with less of them it speaks of another matter. */
const SAME: Readonly<Record<ReadPlace["field"], number>> = {
  headline: 0.5,
  standfirst: 0.5,
  body: 0.34,
  correction: 0,
};
/** Main words from which a share says anything: two of three are shared by chance. */
const LEAST_WORDS = 3;

/**
 * The share of the main words of the shorter text that the longer one has too, 0-1; 1 where one is too short to say. Read only where
 * edits cover a good part of the place: the rest is shared as it is.
 */
export function sharedMatter({ old, new: next, spots }: ReadPlace, rules: Rules): number {
  const edited = (side: "old" | "new") =>
    spots.reduce(
      (sum, { edit }) => sum + (side === "old" ? edit.oldEnd - edit.oldStart : edit.newEnd - edit.newStart),
      0,
    );
  if (3 * edited("old") < old.text.length || 3 * edited("new") < next.text.length) return 1;
  const [before, after] = [mainWords(old, rules), mainWords(next, rules)];
  const least = Math.min(before.size, after.size);
  return least < LEAST_WORDS ? 1 : before.intersection(after).size / least;
}

/** True where the headline, standfirst or paragraph now tells another main point: then nothing in it is the same claim in other words. */
export const tellsAnother = (reading: ReadPlace, rules: Rules): boolean =>
  reading.group.old.length === 1 &&
  reading.group.new.length === 1 &&
  sharedMatter(reading, rules) < SAME[reading.field];

/** One label for the whole place. */
export const topicLabel = ({ field, group, old, new: next }: ReadPlace): Label => ({
  kind: "topic",
  reason: `another main point: ${became(old.text, next.text)}`,
  place: { field, old: group.old[0]!, new: group.new[0]! },
});
