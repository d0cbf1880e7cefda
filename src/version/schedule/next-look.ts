import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";

/** Never sooner, however busy an article is: pages are cached for minutes, and a desk saves in bursts. */
export const MIN_WAIT_MS = 5 * MINUTE_MS;
/** Never later while an article is watched at all. */
export const MAX_WAIT_MS = 30 * DAY_MS;
/** v: an edit that another one covers before the look is lost as a version; it weighs as this many hours of delay. */
const MERGED_HOURS = 0.5;
/** What is seen within the hour is news: a wait of up to an hour and a half is cut to what stays within it, spread included. */
const [WITHIN_HOURS, CUT_UP_TO_HOURS] = [0.9, 1.5];
/** Halvings of the range between the shortest and the longest wait; the last is a thousandth of a wait. */
const STEPS = 24;

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
 * Looking every t hours at an article with rate L costs c/t for requests, L t/2 for delay and v L^2 t/2 for versions lost between two
 * looks; the sum is least where t = sqrt(2c / (L (1 + v L))). The rate is that of the wait itself, L = edits(t)/t, so the wait
 * is where edits(t) * (t + v edits(t)) = 2c. The left side grows with t: there is one such wait, longer the dearer a request
 * is, shorter the more edits are expected. As the activity is not known but has a Gamma distribution, pairs of edits are
 * (1 + 1/shape) times as frequent as a known rate would make them; so much the greater is v.
 * @param price of one request, in hours of delay
 */
export function waitHours({ edits, shape }: Outlook, price: number): number {
  const merged = MERGED_HOURS * (1 + 1 / shape);
  const isTooLong = (hours: number): boolean => {
    const expected = edits(hours);
    return expected * (hours + merged * expected) > 2 * price;
  };
  const hours = longestNot(isTooLong, MIN_WAIT_MS / HOUR_MS, MAX_WAIT_MS / HOUR_MS);
  return hours > WITHIN_HOURS && hours <= CUT_UP_TO_HOURS ? WITHIN_HOURS : hours;
}

/** The greatest number in the range for which the test fails, when it fails up to some point and holds from there on. */
function longestNot(isTooLong: (hours: number) => boolean, least: number, most: number): number {
  if (isTooLong(least)) return least;
  if (!isTooLong(most)) return most;
  let [low, high] = [least, most];
  for (let step = 0; step < STEPS; step++) {
    const middle = Math.sqrt(low * high);
    if (isTooLong(middle)) high = middle;
    else low = middle;
  }
  return low;
}
