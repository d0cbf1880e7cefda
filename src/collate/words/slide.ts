import { CLOSERS, TERMINALS } from "#language/terminals";
import type { Token } from "#language/token";
import type { TokenPair } from "./token-alignment.ts";

const SENTENCE_END = new RegExp(`[${TERMINALS}]${CLOSERS}*$`, "v");
const CLAUSE_END = /[,;:،；，、:—–)\]]$/u;

/**
 * An addition or removal between equal words can often stand one word earlier or later with the same result ("the [old the]
 * man"). Moves it to where a reader would cut: at a sentence end, else after a clause, else before white space.
 */
export function slideEdges(
  oldText: string,
  old: readonly Token[],
  newText: string,
  next: readonly Token[],
  pairs: readonly TokenPair[],
): TokenPair[] {
  const slid = [...pairs];
  for (let k = 0; k <= slid.length; k += 1) {
    const before = slid[k - 1] ?? { old: -1, new: -1 };
    const after = slid[k] ?? { old: old.length, new: next.length };
    const removed = after.old - before.old - 1;
    const added = after.new - before.new - 1;
    if (removed === 0 && added > 0) slideRun(newText, next, slid, k, added, "new");
    else if (added === 0 && removed > 0) slideRun(oldText, old, slid, k, removed, "old");
  }
  return slid;
}

/** Slides the run of `length` unmatched tokens before pair `k`, which is on `side` only. */
function slideRun(
  text: string,
  tokens: readonly Token[],
  pairs: TokenPair[],
  k: number,
  length: number,
  side: "old" | "new",
): void {
  const first = (pairs[k - 1]?.[side] ?? -1) + 1;
  let left = 0;
  while (canGoLeft(tokens, pairs, k, first, length, left, side)) left += 1;
  let right = 0;
  while (canGoRight(tokens, pairs, k, first, length, right, side)) right += 1;
  let best = 0;
  let bestScore = cutScore(text, tokens, first, length);
  for (let shift = -left; shift <= right; shift += 1) {
    const score = cutScore(text, tokens, first + shift, length);
    if (score > bestScore) {
      best = shift;
      bestScore = score;
    }
  }
  for (let s = 0; s < best; s += 1) pairs[k + s] = { ...pairs[k + s]!, [side]: pairs[k + s]![side] - length };
  for (let s = 0; s < -best; s += 1)
    pairs[k - 1 - s] = { ...pairs[k - 1 - s]!, [side]: pairs[k - 1 - s]![side] + length };
}

/** The pair to be re-matched must adjoin the run, with no other edit in between. */
function canGoLeft(
  tokens: readonly Token[],
  pairs: readonly TokenPair[],
  k: number,
  first: number,
  length: number,
  shift: number,
  side: "old" | "new",
): boolean {
  const pair = pairs[k - 1 - shift];
  if (!pair || shift >= MAX_SHIFT || pair[side] !== first - 1 - shift) return false;
  const following = pairs[k - shift];
  const other = side === "old" ? "new" : "old";
  if (following && shift > 0 && following[other] !== pair[other] + 1) return false;
  return tokens[first - 1 - shift]!.key === tokens[first + length - 1 - shift]!.key;
}

function canGoRight(
  tokens: readonly Token[],
  pairs: readonly TokenPair[],
  k: number,
  first: number,
  length: number,
  shift: number,
  side: "old" | "new",
): boolean {
  const pair = pairs[k + shift];
  if (!pair || shift >= MAX_SHIFT || pair[side] !== first + length + shift) return false;
  const before = pairs[k + shift - 1];
  const other = side === "old" ? "new" : "old";
  if (before && shift > 0 && pair[other] !== before[other] + 1) return false;
  return tokens[first + shift]!.key === tokens[first + length + shift]!.key;
}

/** Farther than this a better cut is no longer the same place for a reader; also bounds runs of one repeated word. */
const MAX_SHIFT = 40;

/** How natural it is to cut before the run and after it. */
function cutScore(text: string, tokens: readonly Token[], first: number, length: number): number {
  return edgeScore(text, tokens, first) + edgeScore(text, tokens, first + length);
}

function edgeScore(text: string, tokens: readonly Token[], at: number): number {
  const before = tokens[at - 1];
  const after = tokens[at];
  if (!before || !after) return 5;
  const gap = text.slice(before.end, after.start);
  if (gap.includes("\n")) return 5;
  const tail = text.slice(Math.max(0, before.end - 3), before.end);
  if (SENTENCE_END.test(tail)) return gap === "" ? 2 : 4;
  if (CLAUSE_END.test(tail)) return 3;
  if (after.kind === "mark") return gap === "" ? 0.5 : 1.5;
  return gap === "" ? 0 : 1;
}
