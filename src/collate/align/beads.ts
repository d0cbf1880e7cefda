import { type Bag, concat, type FeatureSpace, featureSpace, overlap } from "./features.ts";

/** Neighbouring sentences of one side that answer neighbouring sentences of the other: first index and one past the last. */
export interface Bead {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** Shapes tried, as old by new sentences: one sentence may become up to three, two may be recast as two. */
const SHAPES: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 2],
  [2, 1],
  [2, 2],
  [1, 3],
  [3, 1],
];
/** Dice similarity from which a bead is worth more than leaving its sentences alone: in a paragraph, place speaks for it too. */
const WORTH = 0.2;
/** Taken off for each sentence that joins the longest of its side, as a share of its weight: it has to bring two thirds of itself. */
const EXTRA = 1.1;
/** Table of sentences by sentences; beyond it sentences pair only where they are equal. */
const MAX_CELLS = 1_000_000;

/** Monotone alignment of sentences (Gale and Church 1993, on lexical overlap instead of length). Those left out have no partner. */
export function alignSentences(old: readonly string[], next: readonly string[]): Bead[] {
  if (old.length === 0 || next.length === 0) return [];
  if (old.length === 1 && next.length === 1) return [{ oldStart: 0, oldEnd: 1, newStart: 0, newEnd: 1 }];
  if (old.length * next.length > MAX_CELLS) return [];
  const space = featureSpace(old, next);
  const rows = old.length + 1;
  const columns = next.length + 1;
  const shares = sharedWeights(space);
  const best = new Float64Array(rows * columns);
  const shape = new Int8Array(rows * columns).fill(-1);
  for (let i = 0; i < rows; i += 1) {
    for (let j = 0; j < columns; j += 1) {
      const at = i * columns + j;
      if (i > 0) best[at] = best[at - columns]!;
      if (j > 0 && best[at - 1]! > best[at]!) best[at] = best[at - 1]!;
      for (let s = 0; s < SHAPES.length; s += 1) {
        const [m, n] = SHAPES[s]!;
        if (i < m || j < n) continue;
        const total = best[at - m * columns - n]! + value(space, shares, i - m, j - n, m, n);
        if (total > best[at]! + 1e-9) {
          best[at] = total;
          shape[at] = s;
        }
      }
    }
  }
  return trace(best, shape, rows, columns);
}

function trace(best: Float64Array, shape: Int8Array, rows: number, columns: number): Bead[] {
  const beads: Bead[] = [];
  for (let i = rows - 1, j = columns - 1; i > 0 && j > 0; ) {
    const at = i * columns + j;
    const chosen = SHAPES[shape[at]!];
    if (chosen) {
      beads.push({ oldStart: i - chosen[0], oldEnd: i, newStart: j - chosen[1], newEnd: j });
      i -= chosen[0];
      j -= chosen[1];
    } else if (best[at - columns] === best[at]) i -= 1;
    else j -= 1;
  }
  return beads.reverse();
}

/** Weight shared by each old with each new sentence, row by row, found through postings: most cells stay 0. */
function sharedWeights({ old, new: next, weights }: FeatureSpace): Float64Array {
  const shares = new Float64Array(old.length * next.length);
  const { starts, places } = postingsOf(next, weights.length);
  for (let i = 0; i < old.length; i += 1) {
    const { ids, counts } = old[i]!;
    for (let k = 0; k < ids.length; k += 1) {
      const id = ids[k]!;
      for (let p = starts[id]!; p < starts[id + 1]!; p += 2)
        shares[i * next.length + places[p]!]! += Math.min(counts[k]!, places[p + 1]!) * weights[id]!;
    }
  }
  return shares;
}

/** For each feature the sentences that have it and how often, in one array: a list for each would cost more than the sums. */
function postingsOf(bags: readonly Bag[], features: number): { starts: Int32Array; places: Int32Array } {
  const starts = new Int32Array(features + 2);
  for (const { ids } of bags) for (let k = 0; k < ids.length; k += 1) starts[ids[k]! + 2]! += 2;
  for (let id = 2; id < starts.length; id += 1) starts[id]! += starts[id - 1]!;
  const places = new Int32Array(starts.at(-1)!);
  for (let j = 0; j < bags.length; j += 1) {
    const { ids, counts } = bags[j]!;
    // While it is filled, the start of a feature stands one place further on: it ends as the start of the next.
    for (let k = 0; k < ids.length; k += 1) {
      const at = starts[ids[k]! + 1]!;
      places[at] = j;
      places[at + 1] = counts[k]!;
      starts[ids[k]! + 1] = at + 2;
    }
  }
  return { starts, places };
}

/** What a bead of `m` old sentences from `i` and `n` new ones from `j` is worth, in feature weight. */
function value(space: FeatureSpace, shares: Float64Array, i: number, j: number, m: number, n: number): number {
  let oldWeight = 0;
  let newWeight = 0;
  let most = 0;
  let oldLongest = 0;
  let newLongest = 0;
  for (let a = 0; a < m; a += 1) {
    oldWeight += space.oldWeights[i + a]!;
    oldLongest = Math.max(oldLongest, space.oldWeights[i + a]!);
    for (let b = 0; b < n; b += 1) most += shares[(i + a) * space.new.length + j + b]!;
  }
  for (let b = 0; b < n; b += 1) {
    newWeight += space.newWeights[j + b]!;
    newLongest = Math.max(newLongest, space.newWeights[j + b]!);
  }
  const extra = oldWeight - oldLongest + newWeight - newLongest;
  const cost = WORTH * (oldWeight + newWeight) + EXTRA * extra;
  // The sum over sentence pairs counts repeats twice, so it is an upper bound: only a promising bead is worth exact counting.
  if (m * n === 1 || 2 * most <= cost) return 2 * most - cost;
  const shared = overlap(concat(space.old.slice(i, i + m)), concat(space.new.slice(j, j + n)), space.weights);
  return 2 * shared - cost;
}
