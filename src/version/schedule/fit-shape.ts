import type { Habits } from "#model/habits";
import { logGamma } from "./gamma.ts";

const [MIN_SHAPE, MAX_SHAPE] = [0.02, 20];
/** Golden sections of the range; the last is a hundredth of the shape. */
const SECTIONS = 14;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** The prior's articles have hardly more edits than this. */
const MAX_PRIOR_EDITS = 40;

interface Seen {
  readonly edits: number;
  readonly watchedShare: number;
}

/** The shape of activity that makes the numbers of edits likeliest, shrunk to that of the prior. */
export function fitShape(seen: readonly Seen[], meanEdits: number, prior: Habits, priorArticles: number): number {
  const expected: { edits: number; share: number }[] = [];
  for (let edits = 0; edits <= MAX_PRIOR_EDITS; edits++)
    expected.push({ edits, share: Math.exp(logLikely(edits, prior.meanEdits, prior.shape) - logGamma(edits + 1)) });
  const likelihood = (logShape: number): number => {
    const shape = Math.exp(logShape);
    let total = 0;
    for (const { edits, watchedShare } of seen) total += logLikely(edits, meanEdits * watchedShare, shape);
    for (const { edits, share } of expected) total += priorArticles * share * logLikely(edits, meanEdits, shape);
    return total;
  };
  return Math.exp(highest(likelihood, Math.log(MIN_SHAPE), Math.log(MAX_SHAPE)));
}

/** Logarithm of the probability of so many edits (negative binomial), but for what does not depend on the shape. */
function logLikely(edits: number, mean: number, shape: number): number {
  const none = shape * Math.log(shape / (shape + mean));
  if (!(edits > 0) || !(mean > 0)) return none;
  return none + logGamma(shape + edits) - logGamma(shape) + edits * Math.log(mean / (shape + mean));
}

function highest(of: (x: number) => number, least: number, most: number): number {
  let [low, high] = [least, most];
  let [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [atLeft, atRight] = [of(left), of(right)];
  for (let i = 0; i < SECTIONS; i++) {
    if (atLeft > atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = of(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = of(right);
    }
  }
  return (low + high) / 2;
}
