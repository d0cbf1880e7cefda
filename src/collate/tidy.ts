import { comparable } from "./comparable.ts";
import type { Passage } from "./passages.ts";

/** An equal stretch of at most this many words between two edits only interrupts the reader; the edits become one. */
const ISLAND_WORDS = 2;

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
  const a = comparable(oldGap);
  return a !== comparable(newGap) || (a === "" && !isSameSpacing(oldGap, newGap));
}

const SPACE = /\s/;
const BREAK = /\n/;

/** White space against white space, or a paragraph break that came or went, is cosmetic; "mot !" against "mot!" is not. */
function isSameSpacing(oldGap: string, newGap: string): boolean {
  return SPACE.test(oldGap) === SPACE.test(newGap) || BREAK.test(oldGap) || BREAK.test(newGap);
}
