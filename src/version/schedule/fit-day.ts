import type { Day, Habits } from "#model/habits";
import { ageing, evened } from "./day.ts";
import { shareAfter } from "./edit-ages.ts";

/** An article as the hours of the day saw it: ages in hours by the clock. */
export interface Lived {
  /** Hour of the day at which it was published, UTC, with its fraction. */
  readonly bornHour: number;
  readonly fromHours: number;
  readonly toHours: number;
  readonly changes: readonly (readonly [number, number])[];
}

/** Later edits tell little: their hours are guessed at from longer waits. */
const UP_TO_HOURS = 72;
/** The prior counts as much as so many edits in each hour of the day. */
const PRIOR_EDITS = 10;
const ROUNDS = 3;
const HOURS = 24;
const FLAT: Day = Array.from({ length: HOURS }, () => 1);
/** No hour is taken for quite dead: an edit in it must stay possible. */
const MIN_PACE = 0.05;

/**
 * How fast articles age in each hour of the day: edits seen in it, divided by the edits expected in it if all hours were alike. An
 * edit that was seen after a long wait is spread over the hours of that wait, by the activity estimated so far.
 * @param activity of each article
 */
export function fitDay(
  articles: readonly Lived[],
  activity: readonly number[],
  habits: Habits,
  prior: Day = FLAT,
): Day {
  let day = habits.day ?? prior;
  for (let round = 0; round < ROUNDS; round++) {
    const met = new Float64Array(HOURS);
    const alike = new Float64Array(HOURS);
    for (const [i, article] of articles.entries()) count(article, activity[i]!, { ...habits, day }, met, alike);
    const scale = sum(met) / Math.max(sum(alike), 1e-9);
    const paces = smoothed(
      prior.map((pace, hour) => (met[hour]! + PRIOR_EDITS * pace) / (alike[hour]! * scale + PRIOR_EDITS)),
    );
    day = evened(paces.map((pace) => Math.max(pace, MIN_PACE)));
  }
  return day;
}

function count(article: Lived, activity: number, habits: Habits, met: Float64Array, alike: Float64Array): void {
  const { bornHour, fromHours, toHours, changes } = article;
  for (const { hour, share } of slices(habits, bornHour, fromHours, Math.min(toHours, UP_TO_HOURS)))
    alike[hour]! += (activity * habits.meanEdits * share) / habits.day![hour]!;
  for (const [from, to] of changes) {
    if (to > UP_TO_HOURS) continue;
    const parts = slices(habits, bornHour, from, to);
    const all = parts.reduce((total, { share }) => total + share, 0);
    if (all > 1e-12) for (const { hour, share } of parts) met[hour]! += share / all;
  }
}

/** The hours of the day between two ages, each with the share of the edits that comes in it. */
function slices({ ages, day }: Habits, bornHour: number, from: number, to: number) {
  const aged = ageing(day, bornHour);
  const parts: { hour: number; share: number }[] = [];
  let left = shareAfter(ages, aged(from));
  for (let at = from; at < to; ) {
    const clock = bornHour + at + 1e-9;
    const next = Math.min(Math.floor(clock) + 1 - bornHour, to);
    const after = shareAfter(ages, aged(next));
    parts.push({ hour: Math.floor(clock) % HOURS, share: Math.max(0, left - after) });
    [left, at] = [after, next];
  }
  return parts;
}

/** Each hour with a half of its neighbours: habits do not jump on the hour. */
const smoothed = (paces: readonly number[]): number[] =>
  paces.map((pace, hour) => (paces[(hour + HOURS - 1) % HOURS]! + 2 * pace + paces[(hour + 1) % HOURS]!) / 4);

const sum = (numbers: Iterable<number>): number => {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
};
