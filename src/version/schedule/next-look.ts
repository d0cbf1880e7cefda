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
/** x: a look also teaches how active the article is; the delay of an edit of itself weighs by 1 + x / shape: a small shape is little known. */
const LEARNING = 0.05;
/** Halvings of the range between the shortest and the longest wait; the last is a thousandth of a wait. */
const STEPS = 14;

/** Edits to be expected of an article from now on. */
export interface Outlook {
  /** Their number within so many hours, of themselves; grows with the hours. */
  own(hours: number): number;
  /** Those that follow the last edit; grows with the hours. */
  following(hours: number): number;
  /** Shape of what is known of its activity (k + n): the smaller, the likelier do edits of themselves come together. */
  readonly shape: number;
}

/**
 * How long to wait until the next look, in hours.
 *
 * Looking every t hours at an article with rate L costs c/t for requests, L t/2 for delay, v L^2 t/2 for versions lost between two
 * looks and, beyond the hour, L w (1 - 1/t) for what is seen too late to be news; the sum is least where
 * L (t^2 + v L t^2 + 2w) = 2c. The rate is that of the wait itself, L = edits(t)/t, so the wait is where
 * edits(t) * (t + v edits(t) + 2w/t) = 2c, the last only beyond the hour: so a wait hardly longer than an hour is cut to it. The wait is longer the
 * dearer a request is, shorter the more edits are expected.
 *
 * The activity is not known but has a Gamma distribution. So pairs of edits are more frequent than a known rate would make them,
 * by own^2 / shape, and a look teaches something: both are added. What follows the last edit does not depend on the activity, so it
 * has no part in them.
 * @param price of one request, in hours of delay
 */
export function waitHours({ own, following, shape }: Outlook, price: number): number {
  const isTooLong = (hours: number): boolean => {
    const alone = own(hours);
    const expected = alone + following(hours);
    const late = hours > HOUR ? (2 * LATE_HOURS * HOUR) / hours : 0;
    const known = expected * (hours + MERGED_HOURS * expected + late);
    const unknown = (alone / shape) * (LEARNING * hours + MERGED_HOURS * alone);
    return known + unknown > 2 * price;
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
