import { type Bag, type FeatureSpace, overlap } from "./features.ts";

/** A possible relation of an old text to a new one. */
export interface Candidate {
  readonly old: number;
  readonly new: number;
  /** Share of the old text's weight that is found in the new one, and the reverse. */
  readonly oldCovered: number;
  readonly newCovered: number;
  /** Dice coefficient of the two. */
  readonly similarity: number;
}

/** Candidates kept per text: true partners rank first or second, eight leave room for four parts of a split. */
const KEPT = 8;
/** A feature that occurs in more texts than this finds nothing (it still counts in the score): keeps the search linear. */
const MAX_POSTINGS = 48;
/** In large texts (live pages) rare features are plenty, and long lists of postings are most of the time. */
const MAX_POSTINGS_LARGE = 10;
const LARGE = 400;
/** Below, a candidate could neither pair nor be part of a split. */
const LEAST = 0.12;
/** Of the texts that share anything, only those are counted exactly that share this much of what the likeliest does. */
const ROUGH = 0.1;

/** The most similar pairs of old and new texts, found through the features they share. */
export function findCandidates(space: FeatureSpace): Candidate[] {
  const limit = space.old.length > LARGE ? MAX_POSTINGS_LARGE : MAX_POSTINGS;
  const postings = postingsOf(space.old, space.weights.length, limit);
  const shared = new Float64Array(space.old.length);
  const byOld = space.old.map((): Candidate[] => []);
  const kept = new Set<Candidate>();
  space.new.forEach((bag, j) => {
    const best = likely(space, j, bag.ids, postings, shared);
    for (const candidate of best.slice(0, KEPT)) kept.add(candidate);
    for (const candidate of best) byOld[candidate.old]!.push(candidate);
  });
  for (const list of byOld) for (const candidate of list.sort(strongest).slice(0, KEPT)) kept.add(candidate);
  return [...kept];
}

/** Texts by the features they have, one list after the other: that of feature `id` is `texts[starts[id]]` to `texts[starts[id + 1]]`. */
interface Postings {
  readonly starts: Int32Array;
  readonly texts: Int32Array;
}

/** Features that more than `limit` texts have are left out. */
function postingsOf(bags: readonly Bag[], features: number, limit: number): Postings {
  const starts = new Int32Array(features + 1);
  for (const { ids } of bags) for (let k = 0; k < ids.length; k += 1) starts[ids[k]! + 1]! += 1;
  for (let id = 0; id < features; id += 1)
    starts[id + 1] = starts[id]! + (starts[id + 1]! > limit ? 0 : starts[id + 1]!);
  const texts = new Int32Array(starts[features]!);
  const filled = starts.slice();
  for (let text = 0; text < bags.length; text += 1) {
    const { ids } = bags[text]!;
    for (let k = 0; k < ids.length; k += 1)
      if (starts[ids[k]!]! < starts[ids[k]! + 1]!) texts[filled[ids[k]!]!++] = text;
  }
  return { starts, texts };
}

function likely(
  space: FeatureSpace,
  j: number,
  ids: Int32Array,
  { starts, texts }: Postings,
  shared: Float64Array,
): Candidate[] {
  const touched: number[] = [];
  for (let k = 0; k < ids.length; k += 1) {
    const id = ids[k]!;
    const weight = space.weights[id]! + Number.MIN_VALUE;
    for (let at = starts[id]!; at < starts[id + 1]!; at += 1) {
      const i = texts[at]!;
      if (shared[i] === 0) touched.push(i);
      shared[i]! += weight;
    }
  }
  const newWeight = space.newWeights[j]!;
  const rough: { i: number; share: number }[] = [];
  let most = 0;
  for (const i of touched) {
    const share = shared[i]! / Math.min(newWeight, space.oldWeights[i]!);
    shared[i] = 0;
    most = Math.max(most, share);
    if (share >= ROUGH * most) rough.push({ i, share });
  }
  return rough
    .sort((a, b) => b.share - a.share || a.i - b.i)
    .slice(0, 2 * KEPT)
    .map(({ i }) => relate(space, i, j))
    .filter((candidate) => Math.max(candidate.oldCovered, candidate.newCovered) >= LEAST)
    .sort(strongest);
}

export function relate(space: FeatureSpace, i: number, j: number): Candidate {
  const shared = overlap(space.old[i]!, space.new[j]!, space.weights);
  const oldWeight = space.oldWeights[i]!;
  const newWeight = space.newWeights[j]!;
  const similarity = (2 * shared) / (oldWeight + newWeight || 1);
  return { old: i, new: j, oldCovered: shared / (oldWeight || 1), newCovered: shared / (newWeight || 1), similarity };
}

const strength = (c: Candidate): number => c.similarity + Math.max(c.oldCovered, c.newCovered);
const strongest = (a: Candidate, b: Candidate): number => strength(b) - strength(a) || a.old - b.old || a.new - b.new;
