import type { Token } from "#language/token";
import { type TokenPair, weightOf } from "./token-alignment.ts";

/** Tokens of a side compared; a longer stretch is no phrase. */
const MAX_TOKENS = 80;
/** What one more place to look at costs, so that of two ways the one in fewer pieces is taken. */
const OPEN = 0.05;

/**
 * The tokens that two short stretches share, in order, whatever they are worth: unlike `alignTokens`, which leaves out what only
 * interrupts a reader. Null for stretches that are too long.
 */
export function sharedTokens(old: readonly Token[], next: readonly Token[]): TokenPair[] | null {
  if (old.length > MAX_TOKENS || next.length > MAX_TOKENS) return null;
  const width = next.length + 1;
  // Best from here on, where the pair before was matched right before (joined) or not.
  const best = new Float64Array((old.length + 1) * width);
  const joined = new Float64Array(best.length);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = next.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      const skip = Math.max(best[at + 1]!, best[at + width]!);
      const match =
        old[i]!.key === next[j]!.key ? weightOf(old[i]!) + joined[at + width + 1]! : Number.NEGATIVE_INFINITY;
      best[at] = Math.max(skip, match - OPEN);
      joined[at] = Math.max(skip, match);
    }
  return walk(old, next, best, joined);
}

function walk(old: readonly Token[], next: readonly Token[], best: Float64Array, joined: Float64Array): TokenPair[] {
  const width = next.length + 1;
  const pairs: TokenPair[] = [];
  let isJoined = false;
  for (let i = 0, j = 0; i < old.length && j < next.length; ) {
    const at = i * width + j;
    const value = (isJoined ? joined : best)[at]!;
    const match = old[i]!.key === next[j]!.key ? weightOf(old[i]!) + joined[at + width + 1]! : Number.NEGATIVE_INFINITY;
    if (value === (isJoined ? match : match - OPEN)) {
      pairs.push({ old: i++, new: j++ });
      isJoined = true;
      continue;
    }
    isJoined = false;
    if (best[at + width]! >= best[at + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}
