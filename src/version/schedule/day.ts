import type { Day } from "#model/habits";

const HOURS = 24;

/**
 * How much an article ages within so many hours from an hour of the day on. If no one works at night, an article of the
 * evening is hardly older in the morning, and its expected edits are still to come.
 * @param fromHour of the day, UTC, with its fraction
 */
export function ageing(day: Day | undefined, fromHour: number): (hours: number) => number {
  if (day === undefined) return (hours) => hours;
  const sums = [0];
  for (const pace of day) sums.push(sums.at(-1)! + pace);
  const since = (at: number): number => {
    const days = Math.floor(at / HOURS);
    const hour = at - HOURS * days;
    const whole = Math.floor(hour);
    return HOURS * days + sums[whole]! + (hour - whole) * day[whole]!;
  };
  const start = since(fromHour);
  return (hours) => (Number.isFinite(hours) ? since(fromHour + hours) - start : hours);
}

/** A day whose hours have these weights, with mean 1. */
export function evened(weights: readonly number[]): Day {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / HOURS;
  return weights.map((weight) => weight / mean);
}
