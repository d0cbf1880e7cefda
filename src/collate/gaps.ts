import type { Cluster } from "./grouping.ts";
import type { Unlikeness } from "./match.ts";

/** Dice coefficient of character pairs from which two texts in the same gap are one text rewritten. */
const ALIKE = 0.4;
/** Only short texts are compared by characters: sentences of one language always share most of their pairs. */
const MAX_LENGTH = 60;
/** Texts of a gap compared with each other; in a larger gap, place says nothing. */
const MAX_GAP = 12;

/**
 * Last resort for short texts ("US FALLS" to "US RISES", a corrected address): between the same two matched neighbours, texts
 * without partner pair when most of their characters agree. In order, never by place alone.
 */
export function fillGaps(
  clusters: readonly Cluster[],
  old: readonly string[],
  neu: readonly string[],
  unlikeness: Unlikeness,
): Cluster[] {
  const partner = new Int32Array(neu.length).fill(-1);
  const oldTaken = new Uint8Array(old.length);
  for (const cluster of clusters) {
    for (const i of cluster.old) oldTaken[i] = 1;
    for (const j of cluster.new) partner[j] = cluster.old.at(-1) ?? -1;
  }
  const found: Cluster[] = [];
  for (let j = 0; j < neu.length; j += 1) {
    if (partner[j] !== -1) continue;
    let end = j;
    while (end < neu.length && partner[end] === -1) end += 1;
    const before = j === 0 ? -1 : partner[j - 1]!;
    const olds = freeAfter(oldTaken, before);
    const likeness = (a: number, b: number) => characterLikeness(old[a]!, neu[b]!) - unlikeness(a, b);
    const already = found.length;
    if (olds.length <= MAX_GAP && end - j <= MAX_GAP) pairInOrder(olds, j, end, likeness, found);
    // The next gap of the new text may border on the same old ones.
    for (const cluster of found.slice(already)) oldTaken[cluster.old[0]!] = 1;
    j = end;
  }
  return found;
}

function freeAfter(taken: Uint8Array, before: number): number[] {
  const indices: number[] = [];
  for (let i = before + 1; i < taken.length && taken[i] === 0; i += 1) indices.push(i);
  return indices;
}

function pairInOrder(
  olds: readonly number[],
  from: number,
  to: number,
  likenessOf: (oldIndex: number, newIndex: number) => number,
  found: Cluster[],
): void {
  let next = 0;
  for (let j = from; j < to; j += 1) {
    let best = -1;
    let bestLikeness = ALIKE;
    for (let k = next; k < olds.length; k += 1) {
      const likeness = likenessOf(olds[k]!, j);
      if (likeness >= bestLikeness) {
        best = k;
        bestLikeness = likeness;
      }
    }
    if (best === -1) continue;
    found.push({ old: [olds[best]!], new: [j] });
    next = best + 1;
  }
}

/** Dice coefficient of the character pairs of two short texts; 0 for long ones. */
function characterLikeness(a: string, b: string): number {
  if (a.length < 2 || b.length < 2 || a.length > MAX_LENGTH || b.length > MAX_LENGTH) return 0;
  const counts = new Map<string, number>();
  for (let k = 1; k < a.length; k += 1) {
    const pair = a.slice(k - 1, k + 1);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let k = 1; k < b.length; k += 1) {
    const pair = b.slice(k - 1, k + 1);
    const left = counts.get(pair) ?? 0;
    if (left > 0) {
      shared += 1;
      counts.set(pair, left - 1);
    }
  }
  return (2 * shared) / (a.length + b.length - 2);
}
