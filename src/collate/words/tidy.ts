import { comparable } from "#language/comparable";
import type { Passage } from "./passages.ts";

/** An equal stretch of at most this many words between two edits only interrupts the reader; the edits become one. */
const ISLAND_WORDS = 2;

/**
 * A space that came or went is hard to see by itself: the mark (or else the word) beside it is taken into the edit, so that
 * "Quoi !" to "Quoi!" shows the exclamation mark with it.
 */
export function showSpacing(oldText: string, newText: string, passages: readonly Passage[]): Passage[] {
  const dropped = new Set<Passage>();
  passages.forEach((passage, k) => {
    const before = passages[k - 1];
    if (!before) return;
    const oldGap = oldText.slice(before.oldEnd, passage.oldStart);
    const newGap = newText.slice(before.newEnd, passage.newStart);
    if (oldGap === newGap || oldGap.trim() + newGap.trim() !== "" || !differs(oldGap, newGap)) return;
    const beside = passage.words > 0 && before.words === 0 ? before : passage;
    if (beside.words <= 1) dropped.add(beside);
  });
  return passages.filter((passage) => !dropped.has(passage));
}

/** Drops islands: runs of passages between two edits that are too short to be worth stopping at. */
export function dropIslands(oldText: string, newText: string, passages: readonly Passage[]): Passage[] {
  const kept: Passage[] = [];
  let run: Passage[] = [];
  let afterEdit = false;
  const close = (beforeEdit: boolean) => {
    const words = run.reduce((sum, passage) => sum + passage.words, 0);
    if (!(afterEdit && beforeEdit) || words > ISLAND_WORDS) for (const passage of run) kept.push(passage);
    run = [];
  };
  for (const passage of passages) {
    const last = run.at(-1) ?? START;
    const parted = differs(oldText.slice(last.oldEnd, passage.oldStart), newText.slice(last.newEnd, passage.newStart));
    if (parted) {
      if (run.length > 0) close(true);
      afterEdit = true;
    }
    run.push(passage);
  }
  const last = run.at(-1) ?? START;
  close(differs(oldText.slice(last.oldEnd), newText.slice(last.newEnd)));
  return kept;
}

const START: Passage = { oldStart: 0, oldEnd: 0, newStart: 0, newEnd: 0, words: 0 };

/** True when what stands between two passages is a difference that a reader should see. */
export function differs(oldGap: string, newGap: string): boolean {
  if (oldGap === newGap) return false;
  // A paragraph break that came or went with a split or merge is shown by the paragraphs themselves.
  if (BREAK.test(oldGap) !== BREAK.test(newGap) && oldGap.trim() === "" && newGap.trim() === "") return false;
  // Between letters, so that a space at the edge counts: "mot !" is not "mot!".
  return comparable(`x${oldGap}x`) !== comparable(`x${newGap}x`);
}

const BREAK = /\n/;
