import type { Habits } from "#model/habits";
import { shareAfter, shareBetween } from "./edit-ages.ts";

/** What watching an article has shown: ages in hours since it was published. */
export interface Course {
  /** Its age at the first look. */
  readonly firstAgeHours: number;
  /** Its age at the latest look. */
  readonly ageHours: number;
  /** Edits met since the first look, those counted that must have fallen together: see `editsMet`. */
  readonly edits: number;
}

/** One change after a week without a look may stand for many edits, but it says no more than this. */
const MAX_EDITS_MET = 20;

/**
 * How much more this article is edited than the average of its source: mean of the posterior Gamma distribution,
 * (k + n) / (k + m (F(t) - F(t0))). 1 before anything is known.
 */
export function activityOf({ ages, meanEdits, shape }: Habits, course: Course): number {
  const exposure = meanEdits * shareBetween(ages, course.firstAgeHours, course.ageHours);
  return (shape + course.edits) / (shape + exposure);
}

/** Edits to be expected of an article of this activity between two ages. */
export const expectedEdits = (habits: Habits, activity: number, fromHours: number, toHours: number): number =>
  activity * habits.meanEdits * shareBetween(habits.ages, fromHours, toHours);

/** The same from one age on, within so many hours; its first age is reckoned once. */
export function expectedFrom({ ages, meanEdits }: Habits, activity: number, fromHours: number) {
  const left = shareAfter(ages, fromHours);
  return (hours: number): number => activity * meanEdits * Math.max(0, left - shareAfter(ages, fromHours + hours));
}

/**
 * How many edits a changed text stands for when `expected` were expected since the look before: their mean, given that there was
 * at least one. 1 after a short wait.
 */
export function editsMet(expected: number): number {
  if (!(expected > 1e-9)) return 1;
  return Math.min(expected / -Math.expm1(-expected), MAX_EDITS_MET);
}
