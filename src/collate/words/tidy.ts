import { abbreviates } from "#language/abbreviations";
import { comparable } from "#language/comparable";
import type { Fence, Passage } from "./passages.ts";
import { standsAlone } from "./stand-alone.ts";
import { isRecased } from "./style.ts";

/** An equal stretch of at most this many words between two edits only interrupts the reader; the edits become one. */
const ISLAND_WORDS = 2;

/**
 * A space that came or went is hard to see by itself: the mark (or else the word) beside it is taken into the edit, so that
 * "Quoi !" to "Quoi!" shows the exclamation mark with it. So is the word that a dot abbreviates.
 */
export function showSpacing(oldText: string, newText: string, passages: readonly Passage[]): Passage[] {
  const dropped = new Set<Passage>();
  passages.forEach((passage, k) => {
    const before = passages[k - 1];
    if (!before) return;
    const oldGap = oldText.slice(before.oldEnd, passage.oldStart);
    const newGap = newText.slice(before.newEnd, passage.newStart);
    if (
      isAbbreviating(oldText, before.oldEnd, oldGap, newGap) ||
      isAbbreviating(newText, before.newEnd, newGap, oldGap)
    ) {
      if (before.words === 1) dropped.add(before);
      return;
    }
    if (oldGap === newGap || oldGap.trim() + newGap.trim() !== "" || !differs(oldGap, newGap)) return;
    const beside = passage.words > 0 && before.words === 0 ? before : passage;
    if (beside.words <= 1) dropped.add(beside);
  });
  return passages.filter((passage) => !dropped.has(passage));
}

/** The one side has the dot of an abbreviation where the other has none: "Prof. Dahl" and "Prof Dahl". */
const isAbbreviating = (text: string, at: number, gap: string, other: string): boolean =>
  gap[0] === "." && gap.slice(1) === other && gap.trim() === "." && abbreviates(text, 0, at, at + gap.length);

/**
 * Drops islands: runs of passages between two edits that are too short to be worth stopping at. They are none where a fence
 * parts the edits, nor beside an edit that is no rewording (`standsAlone`), unless both only change capitals, as where a whole
 * title is set in small letters.
 */
export function dropIslands(
  oldText: string,
  newText: string,
  passages: readonly Passage[],
  fences: readonly Fence[] = [],
): Passage[] {
  const kept: Passage[] = [];
  let first = 0;
  let from: Fence = { old: 0, new: 0 };
  for (const fence of [...fences, { old: oldText.length, new: newText.length }]) {
    let end = first;
    while (end < passages.length && isBefore(passages[end]!, fence)) end += 1;
    if (end > first) dropBetween(oldText, newText, passages.slice(first, end), [from, fence], kept);
    first = end;
    from = fence;
  }
  return kept;
}

const isBefore = ({ oldEnd, newEnd }: Passage, fence: Fence): boolean => oldEnd <= fence.old && newEnd <= fence.new;

/** The same for the passages between two neighbouring fences. */
function dropBetween(
  oldText: string,
  newText: string,
  passages: readonly Passage[],
  [from, to]: readonly [Fence, Fence],
  kept: Passage[],
): void {
  let run: Passage[] = [];
  let before: Gap | null = null;
  const close = (after: Gap | null) => {
    const words = run.reduce((sum, passage) => sum + passage.words, 0);
    const isIsland = before && after && words <= ISLAND_WORDS && mayJoin(before, after);
    if (!isIsland) for (const passage of run) kept.push(passage);
    run = [];
    before = after;
  };
  let last: Pick<Passage, "oldEnd" | "newEnd"> = { oldEnd: from.old, newEnd: from.new };
  for (const passage of passages) {
    const gap = gapBetween(oldText.slice(last.oldEnd, passage.oldStart), newText.slice(last.newEnd, passage.newStart));
    if (gap) close(gap);
    run.push(passage);
    last = passage;
  }
  close(gapBetween(oldText.slice(last.oldEnd, to.old), newText.slice(last.newEnd, to.new)));
}

interface Gap {
  readonly old: string;
  readonly new: string;
}

const mayJoin = (before: Gap, after: Gap): boolean =>
  (!standsAlone(before.old, before.new) && !standsAlone(after.old, after.new)) ||
  (isRecased(before.old, before.new) && isRecased(after.old, after.new));

const gapBetween = (old: string, now: string): Gap | null => (differs(old, now) ? { old, new: now } : null);

/** True when what stands between two passages is a difference that a reader should see. */
export function differs(oldGap: string, newGap: string): boolean {
  if (oldGap === newGap) return false;
  // A paragraph break that came or went with a split or merge is shown by the paragraphs themselves.
  if (BREAK.test(oldGap) !== BREAK.test(newGap) && oldGap.trim() === "" && newGap.trim() === "") return false;
  // Between letters, so that a space at the edge counts: "mot !" is not "mot!".
  return comparable(`x${oldGap}x`) !== comparable(`x${newGap}x`);
}

const BREAK = /\n/;
