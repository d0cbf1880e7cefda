import type { Day, Habits } from "#model/habits";
import { USUAL_BURSTS } from "./bursts.ts";
import { ageing } from "./day.ts";
import { shareBetween } from "./edit-ages.ts";
import { type Change, type Expectation, expectation, sum } from "./expectation.ts";
import { AgeFit } from "./fit-ages.ts";
import { fitBursts } from "./fit-bursts.ts";
import { fitDay } from "./fit-day.ts";
import { fitShape } from "./fit-shape.ts";

/** What the looks at an article tell: it was watched between two ages, and changed within these stretches of it. Hours by the clock. */
export interface Watched {
  /** Hour of the day at which it was published, UTC, with its fraction. */
  readonly bornHour: number;
  readonly fromHours: number;
  readonly toHours: number;
  /** Last look at the old text, first look at the new one; in order. */
  readonly changes: readonly (readonly [number, number])[];
}

/** A source that edits nothing is still looked at. */
const MIN_MEAN_EDITS = 0.01;
/** The prior counts as much as so many articles: a new section is taken for its source, a new source for all of them. */
export const PRIOR_ARTICLES = 200;
const ROUNDS = 12;
/** From the fit of last week so many suffice. */
const ROUNDS_ON = 4;
/** The shape costs most to find, and moves slowly. */
const SHAPE_EVERY = 4;
/** So does the day, on which the ages hang. */
const DAY_EVERY = 6;

/**
 * The habits that make these looks most likely (expectation-maximisation), shrunk to the prior. An edit is known to lie between two
 * looks; one look may have seen several edits. Edits outside the watch are taken into account, so that early or late
 * looks do not distort the ages. Pure and bounded: the cost grows with articles and changes.
 * @param start where to begin when not at the prior: the fit of last week
 */
export function refit(
  articles: readonly Watched[],
  prior: Habits,
  { start, priorArticles = PRIOR_ARTICLES }: { start?: Habits; priorArticles?: number } = {},
): Habits {
  const from = start ?? prior;
  let habits: Habits = { ...from, bursts: from.bursts ?? USUAL_BURSTS };
  let seen: readonly Seen[] = [];
  for (let round = 1; round <= (start ? ROUNDS_ON : ROUNDS); round++) {
    if (round % DAY_EVERY === 1) {
      const day = dayOf(articles, habits, prior);
      habits = day ? { ...habits, day } : habits;
      seen = articles.map((article) => aged(article, habits));
    }
    const read = seen.map(({ fromHours, toHours, changes }) => expectation(fromHours, toHours, changes, habits));
    const ages = fitAges(seen, read, habits, prior, priorArticles);
    const meanEdits = fitMean(read, habits, prior, priorArticles);
    habits = { ...habits, ages, meanEdits, bursts: fitBursts(read, prior.bursts ?? USUAL_BURSTS) };
    if (round % SHAPE_EVERY > 0) continue;
    const counted = read.map(({ own, watchedShare }) => ({ edits: sum(own), watchedShare }));
    habits = { ...habits, shape: fitShape(counted, meanEdits, prior, priorArticles) };
  }
  return habits;
}

/** An article in ages as its source's day counts them. */
interface Seen {
  readonly fromHours: number;
  readonly toHours: number;
  readonly changes: readonly Change[];
}

function aged({ bornHour, fromHours, toHours, changes }: Watched, { day }: Habits): Seen {
  const older = ageing(day, bornHour);
  return {
    fromHours: older(fromHours),
    toHours: older(toHours),
    changes: changes.map(([from, to]) => ({ clock: [from, to], aged: [older(from), older(to)] })),
  };
}

function dayOf(articles: readonly Watched[], habits: Habits, prior: Habits): Day | undefined {
  if (articles.length === 0) return prior.day;
  const activity = articles.map((article) => {
    const { fromHours, toHours, changes } = aged(article, habits);
    return expectation(fromHours, toHours, changes, habits).activity;
  });
  return fitDay(articles, activity, habits, prior.day);
}

/** The mean that makes the counts likeliest: articles weigh by what they tell, a busy one hardly more than a quiet one. */
function fitMean(
  read: readonly Expectation[],
  { meanEdits, shape }: Habits,
  prior: Habits,
  priorArticles: number,
): number {
  const priorWeight = priorArticles / (1 + meanEdits / shape);
  let [edits, watched] = [priorWeight * prior.meanEdits, priorWeight];
  for (const { own, watchedShare } of read) {
    const weight = 1 / (1 + (meanEdits * watchedShare) / shape);
    edits += weight * sum(own);
    watched += weight * watchedShare;
  }
  return watched > 0 ? Math.max(edits / watched, MIN_MEAN_EDITS) : meanEdits;
}

function fitAges(
  seen: readonly Seen[],
  read: readonly Expectation[],
  habits: Habits,
  prior: Habits,
  priorArticles: number,
) {
  const fit = new AgeFit(habits.ages, prior.ages, priorArticles * prior.meanEdits);
  for (const [i, { fromHours, toHours, changes }] of seen.entries()) {
    const { activity, own } = read[i]!;
    for (const [
      j,
      {
        aged: [from, to],
      },
    ] of changes.entries())
      fit.add(from, to, own[j]!);
    const all = activity * habits.meanEdits;
    fit.add(0, fromHours, all * shareBetween(habits.ages, 0, fromHours));
    fit.add(toHours, Number.POSITIVE_INFINITY, all * shareBetween(habits.ages, toHours, Number.POSITIVE_INFINITY));
  }
  return fit.fitted();
}
