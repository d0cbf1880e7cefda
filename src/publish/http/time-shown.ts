import { DAY_MS, MINUTE_MS } from "#lib/clock";
import { relative, relativeUntil } from "#words/wording";

/** What a page says that depends on the time, and until when it says the same. */
export interface TimeShown {
  readonly words: readonly string[];
  /** Epoch ms. */
  readonly until: number;
}

/**
 * Every page may leave out the day where it is today.
 * @param instants all that the page says relative to now ("2 hours ago"); undefined: its words may change with every minute
 */
export function timeShown(now: number, instants: readonly number[] | undefined): TimeShown {
  const step = instants ? DAY_MS : MINUTE_MS;
  const begun = Math.floor(now / step);
  const ends = (instants ?? []).map((at) => relativeUntil(at, now));
  return {
    words: [`${step} ${begun}`, ...(instants ?? []).map((at) => relative(at, now))],
    until: Math.min((begun + 1) * step, ...ends),
  };
}
