import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";

/** Never sooner, however busy an article is: pages are cached for minutes, and a desk saves in bursts. */
export const MIN_WAIT_MS = 5 * MINUTE_MS;
/** Never later while an article is watched at all. */
export const MAX_WAIT_MS = 30 * DAY_MS;
/** v: an edit that another one covers before the look is lost as a version; it weighs as this many hours of delay. */
const MERGED_HOURS = 0.25;
/** w: an edit that is not seen within the hour weighs as this many hours more: what is an hour old is news no more. */
const LATE_HOURS = 0.5;
/** What is meant to stay within the hour is a little shorter: waits are spread. */
const HOUR = 0.95;
/** x: a look also teaches how active the article is; delay weighs by 1 + x / shape, because the smaller the shape, the less is known. */
const LEARNING = 0.05;
/** Halvings of the range between the shortest and the longest wait; the last is a thousandth of a wait. */
const STEPS = 14;

/** Edits to be expected of an article from now on. */
export interface Outlook {
  /** Their number within so many hours; grows with the hours. */
  edits(hours: number): number;
  /** Shape of what is known of its activity (k + n): the smaller, the likelier do edits come together. */
  readonly shape: number;
}

/**
 * How long to wait until the next look, in hours.
 *
 * Looking every t hours at an article with rate L costs c/t for requests, L t/2 for delay, v L^2 t/2 for versions lost between two
 * looks and, beyond the hour, L w (1 - 1/t) for what is seen too late to be news; the sum is least where
 * L (t^2 + v L t^2 + 2w) = 2c. The rate is that of the wait itself, L = edits(t)/t, so the wait is where
 * edits(t) * (t + v edits(t) + 2w/t) = 2c, the last only beyond the hour: so a wait hardly longer than an hour is cut to it. The wait is longer the
 * dearer a request is, shorter the more edits are expected. As the activity is not known but has a Gamma
 * distribution, pairs of edits are (1 + 1/shape) times as frequent as a known rate would make them; so much the greater is v.
 * @param price of one request, in hours of delay
 */
export function waitHours({ edits, shape }: Outlook, price: number): number {
  const merged = MERGED_HOURS * (1 + 1 / shape);
  const learning = 1 + LEARNING / shape;
  const isTooLong = (hours: number): boolean => {
    const expected = edits(hours);
    const late = hours > HOUR ? (2 * LATE_HOURS * HOUR) / hours : 0;
    return expected * (learning * hours + merged * expected + late) > 2 * price;
  };
  return longestNot(isTooLong, MIN_WAIT_MS / HOUR_MS, MAX_WAIT_MS / HOUR_MS);
}

/** The greatest number in the range for which the test fails, when it fails up to some point and holds from there on; the hour is tried itself. */
function longestNot(isTooLong: (hours: number) => boolean, least: number, most: number): number {
  if (isTooLong(least)) return least;
  if (!isTooLong(most)) return most;
  let [low, high] = isTooLong(HOUR) ? [least, HOUR] : [HOUR, most];
  for (let step = 0; step < STEPS; step++) {
    const middle = Math.sqrt(low * high);
    if (isTooLong(middle)) high = middle;
    else low = middle;
  }
  return low;
}
