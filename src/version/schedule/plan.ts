import { HOUR_MS } from "#lib/clock";
import type { Habits } from "#model/habits";
import { activityOf, type Course, type Expected, expectedAfter } from "./activity.ts";
import { waitHours } from "./next-look.ts";
import { paidPrice } from "./price.ts";
import { isSpent } from "./stop.ts";

/** All that the time of the next look depends on. */
export interface Grounds {
  readonly habits: Habits;
  readonly course: Course;
  /** Of one request at this host now, in hours of delay. */
  readonly price: number;
  /** Share of its source's edits at this age that a signal announces. */
  readonly recall: number;
}

export interface Plan {
  /** Null when the article is to be left alone. */
  readonly waitMs: number | null;
  readonly activity: number;
  /** Edits to be expected per hour during the wait, announced ones included. */
  readonly editsPerHour: number;
}

const inAll = ({ own, following }: Expected, hours: number): number => own(hours) + following(hours);

/**
 * When to look again. What a signal will tell of needs no look on suspicion: only the rest is waited for. And where signals spare
 * delay, the requests are made fewer: the publisher has its part of what its feeds save.
 */
export function planLook({ habits, course, price, recall }: Grounds): Plan {
  const activity = activityOf(habits, course);
  const expected = expectedAfter(habits, course);
  const unannounced: Expected = {
    own: (hours) => (1 - recall) * expected.own(hours),
    following: (hours) => (1 - recall) * expected.following(hours),
  };
  const paid = paidPrice(price, recall);
  if (isSpent(inAll(unannounced, Number.POSITIVE_INFINITY), paid)) return { waitMs: null, activity, editsPerHour: 0 };
  const hours = waitHours({ ...unannounced, shape: habits.shape + course.edits }, paid);
  return { waitMs: Math.round(hours * HOUR_MS), activity, editsPerHour: inAll(expected, hours) / hours };
}

/** What to be expected from the look before on within so many hours, as far as was known then. */
export const expectedWithin = (habits: Habits, before: Course, hours: number): number =>
  inAll(expectedAfter(habits, before), hours);
