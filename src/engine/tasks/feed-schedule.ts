import { DAY_MS } from "#lib/clock";
import { MIN_FEED_WAIT_MS } from "#version/schedule/feed-period";
import { spread } from "#version/schedule/spread";

/** A broken feed is asked at least once a day: feeds come back after redesigns, and no one informs us. */
const LONGEST_BACKOFF_MS = DAY_MS;
/**
 * When to poll a feed again: after the computed wait if it answered, after a wait that doubles each time if it failed.
 * @param failures polls in a row that failed, this one included; 0 when it succeeded
 * @param seed anything that tells feeds apart: the spread is the same on every run
 */
export function nextPollAt(now: number, periodMs: number, failures: number, seed: string): number {
  const waitMs = Math.max(periodMs, MIN_FEED_WAIT_MS) * 2 ** Math.min(failures, 12);
  return now + spread(Math.min(waitMs, Math.max(LONGEST_BACKOFF_MS, periodMs)), `${seed} ${now}`);
}
