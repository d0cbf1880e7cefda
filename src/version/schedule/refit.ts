import type { Habits } from "#model/habits";
import { editsMet } from "./activity.ts";
import { shareBetween } from "./edit-ages.ts";
import { AgeFit } from "./fit-ages.ts";
import { fitShape } from "./fit-shape.ts";

/** What the looks at an article tell: it was watched between two ages, and changed within these stretches of it. Hours. */
export interface Watched {
  readonly fromHours: number;
  readonly toHours: number;
  /** Last look at the old text, first look at the new one. */
  readonly changes: readonly (readonly [number, number])[];
}

/** A source that edits nothing is still looked at. */
const MIN_MEAN_EDITS = 0.01;
/** The prior counts as much as so many articles: a new section is taken for its source, a new source for all of them. */
export const PRIOR_ARTICLES = 200;
const ROUNDS = 12;
/** The shape costs most to find, and moves slowly. */
const SHAPE_EVERY = 4;

/**
 * The habits that make these looks likeliest (expectation-maximisation), shrunk to the prior. An edit is known to lie between two
 * looks; one look may have met several; and edits outside the watch are reckoned with, so that looking early or late
 * does not bend the ages. Pure and bounded: cost grows with articles and changes.
 * @param start where to begin: the fit of last week, from which a few rounds suffice
 */
export function refit(
  articles: readonly Watched[],
  prior: Habits,
  { start = prior, priorArticles = PRIOR_ARTICLES }: { start?: Habits; priorArticles?: number } = {},
): Habits {
  let habits = start;
  for (let round = 1; round <= ROUNDS; round++) {
    const read = articles.map((article) => reading(article, habits));
    const ages = fitAges(articles, read, habits, prior, priorArticles);
    const meanEdits = fitMean(read, habits, prior, priorArticles);
    habits = { ages, meanEdits, shape: habits.shape };
    if (round % SHAPE_EVERY > 0) continue;
    const seen = read.map(({ counts, watchedShare }) => ({ edits: sum(counts), watchedShare }));
    habits = { ...habits, shape: fitShape(seen, meanEdits, prior, priorArticles) };
  }
  return habits;
}

/** The mean that makes the counts likeliest: articles weigh by what they tell, a busy one hardly more than a quiet one. */
function fitMean(read: readonly Reading[], { meanEdits, shape }: Habits, prior: Habits, priorArticles: number): number {
  const priorWeight = priorArticles / (1 + meanEdits / shape);
  let [edits, watched] = [priorWeight * prior.meanEdits, priorWeight];
  for (const { counts, watchedShare } of read) {
    const weight = 1 / (1 + (meanEdits * watchedShare) / shape);
    edits += weight * sum(counts);
    watched += weight * watchedShare;
  }
  return watched > 0 ? Math.max(edits / watched, MIN_MEAN_EDITS) : meanEdits;
}

/** What an article tells when habits are believed: how active it is, and how many edits each change stands for. */
interface Reading {
  readonly activity: number;
  readonly watchedShare: number;
  readonly counts: readonly number[];
}

function reading({ fromHours, toHours, changes }: Watched, { ages, meanEdits, shape }: Habits): Reading {
  const watchedShare = shareBetween(ages, fromHours, toHours);
  const shares = changes.map(([from, to]) => shareBetween(ages, from, to));
  let counts = changes.map(() => 1);
  let activity = 1;
  // Activity and counts depend on each other; two turns settle them, as most counts are hardly above one.
  for (let turn = 0; turn < 2; turn++) {
    activity = (shape + sum(counts)) / (shape + meanEdits * watchedShare);
    counts = shares.map((share) => editsMet(activity * meanEdits * share));
  }
  return { activity, watchedShare, counts };
}

function fitAges(
  articles: readonly Watched[],
  read: readonly Reading[],
  habits: Habits,
  prior: Habits,
  priorArticles: number,
) {
  const fit = new AgeFit(habits.ages, prior.ages, priorArticles * prior.meanEdits);
  for (const [i, { fromHours, toHours, changes }] of articles.entries()) {
    const { activity, counts } = read[i]!;
    for (const [j, [from, to]] of changes.entries()) fit.add(from, to, counts[j]!);
    const all = activity * habits.meanEdits;
    fit.add(0, fromHours, all * shareBetween(habits.ages, 0, fromHours));
    fit.add(toHours, Number.POSITIVE_INFINITY, all * shareBetween(habits.ages, toHours, Number.POSITIVE_INFINITY));
  }
  return fit.fitted();
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
