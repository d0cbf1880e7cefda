import { HOUR_MS } from "#lib/clock";
import { activityOf, type Course, expectedEdits } from "./activity.ts";
import type { Habits } from "./habits.ts";
import { waitHours } from "./next-look.ts";
import { isSpent } from "./stop.ts";

/** Feeds and news sitemaps list an article for about two days; afterwards nothing tells of its edits. */
const ANNOUNCED_HOURS = 48;

/** All that the time of the next look depends on. */
export interface Grounds {
  readonly habits: Habits;
  readonly course: Course;
  /** Of one request at this host now, in hours of delay. */
  readonly price: number;
  /** Share of its source's edits that a sign tells of. */
  readonly recall: number;
}

export interface Plan {
  /** Null when the article is to be left alone. */
  readonly waitMs: number | null;
  readonly activity: number;
  /** Edits to be expected per hour during the wait, announced ones included. */
  readonly editsPerHour: number;
}

/** When to look again. What a sign will tell of needs no look on suspicion: only the rest is waited for. */
export function planLook({ habits, course, price, recall }: Grounds): Plan {
  const activity = activityOf(habits, course);
  const age = course.ageHours;
  const edits = (hours: number) => expectedEdits(habits, activity, age, age + hours);
  if (isSpent(edits(Number.POSITIVE_INFINITY), price)) return { waitMs: null, activity, editsPerHour: 0 };
  const unannounced = age < ANNOUNCED_HOURS ? 1 - recall : 1;
  const hours = waitHours({ edits: (h) => unannounced * edits(h), shape: habits.shape + course.edits }, price);
  return { waitMs: Math.round(hours * HOUR_MS), activity, editsPerHour: edits(hours) / hours };
}

/** What to be expected between the look before and this one, as far as was known before it. */
export const expectedSince = (habits: Habits, before: Course, ageHours: number): number =>
  expectedEdits(habits, activityOf(habits, before), before.ageHours, ageHours);
