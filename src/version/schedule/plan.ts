import { HOUR_MS } from "#lib/clock";
import type { Habits } from "#model/habits";
import { activityOf, type Course, expectedEdits, expectedFrom } from "./activity.ts";
import { waitHours } from "./next-look.ts";
import { paidPrice } from "./price.ts";
import { isSpent } from "./stop.ts";

/** All that the time of the next look depends on. */
export interface Grounds {
  readonly habits: Habits;
  readonly course: Course;
  /** Of one request at this host now, in hours of delay. */
  readonly price: number;
  /** Share of its source's edits at this age that a signal tells of. */
  readonly recall: number;
}

export interface Plan {
  /** Null when the article is to be left alone. */
  readonly waitMs: number | null;
  readonly activity: number;
  /** Edits to be expected per hour during the wait, announced ones included. */
  readonly editsPerHour: number;
}

/**
 * When to look again. What a signal will tell of needs no look on suspicion: only the rest is waited for. And where signals spare
 * delay, the requests are made fewer: the publisher has its part of what its feeds save.
 */
export function planLook({ habits, course, price, recall }: Grounds): Plan {
  const activity = activityOf(habits, course);
  const age = course.ageHours;
  const edits = expectedFrom(habits, activity, age);
  const unannounced = (hours: number) => (1 - recall) * edits(hours);
  const paid = paidPrice(price, recall);
  if (isSpent(unannounced(Number.POSITIVE_INFINITY), paid)) return { waitMs: null, activity, editsPerHour: 0 };
  const hours = waitHours({ edits: unannounced, shape: habits.shape + course.edits }, paid);
  return { waitMs: Math.round(hours * HOUR_MS), activity, editsPerHour: edits(hours) / hours };
}

/** What to be expected between the look before and this one, as far as was known before it. */
export const expectedSince = (habits: Habits, before: Course, ageHours: number): number =>
  expectedEdits(habits, activityOf(habits, before), before.ageHours, ageHours);
