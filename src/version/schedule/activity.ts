import type { Habits } from "#model/habits";
import { followers, USUAL_BURSTS } from "./bursts.ts";
import { ageing } from "./day.ts";
import { shareAfter, shareBetween } from "./edit-ages.ts";

/** What watching an article has shown. Ages in hours since it was published, as the source's day counts them: see `ageing`. */
export interface Course {
  /** Its age at the first look. */
  readonly firstAgeHours: number;
  /** Its age at the latest look. */
  readonly ageHours: number;
  /** Edits seen since the first look, but for those that only followed others; those counted that must have fallen together: see `editsSeen`. */
  readonly edits: number;
  /** Hour of the day at the latest look, UTC, with its fraction. */
  readonly hour: number;
  /** How much of the last edit's power to draw others after it is left at the latest look: see `powerLeft`. */
  readonly power: number;
}

/** One change after a week without a look may stand for many edits, but it says no more than this. */
const MAX_EDITS_SEEN = 20;

/**
 * How much more this article is edited than the average of its source: mean of the posterior Gamma distribution,
 * (k + n) / (k + m (F(t) - F(t0))). 1 before anything is known.
 */
export function activityOf(
  { ages, meanEdits, shape }: Habits,
  course: Pick<Course, "firstAgeHours" | "ageHours" | "edits">,
): number {
  const expectation = meanEdits * shareBetween(ages, course.firstAgeHours, course.ageHours);
  return (shape + course.edits) / (shape + expectation);
}

/** Edits to be expected within so many hours after the latest look. */
export interface Expected {
  /** Of themselves. */
  own(hours: number): number;
  /** Because of the last edit. */
  following(hours: number): number;
}

export function expectedAfter(habits: Habits, course: Course): Expected {
  const { ages, meanEdits, bursts = USUAL_BURSTS, day } = habits;
  const rate = activityOf(habits, course) * meanEdits;
  const left = shareAfter(ages, course.ageHours);
  const older = ageing(day, course.hour);
  return {
    own: (hours) => rate * Math.max(0, left - shareAfter(ages, course.ageHours + older(hours))),
    following: (hours) => (course.power > 0 ? followers(bursts, course.power, hours) : 0),
  };
}

/**
 * How many edits a changed text stands for when `expected` were expected since the look before: their mean, given that there was
 * at least one. 1 after a short wait.
 */
export function editsSeen(expected: number): number {
  if (!(expected > 1e-9)) return 1;
  return Math.min(expected / -Math.expm1(-expected), MAX_EDITS_SEEN);
}

/** Of the edits that a changed text stands for, those that did not only follow the last one. */
export function ownEditsSeen(own: number, following: number): number {
  const expected = own + following;
  return editsSeen(expected) * (expected > 1e-9 ? own / expected : 1);
}
