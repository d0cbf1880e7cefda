import { DAY_MS } from "#lib/clock";
import { sha256 } from "#lib/hash";
import { MIN_FEED_PERIOD_MS } from "./settings.ts";

/** A broken feed is asked at least once a day: feeds come back after redesigns, and nobody tells us. */
const LONGEST_BACKOFF_MS = DAY_MS;
/** Polls spread by a tenth of the period, so that a hundred feeds added together do not stay in step. */
const JITTER = 0.1;

/**
 * When to poll a feed again: after its period while it answers, after a doubling wait while it fails.
 * @param failures polls in a row that failed, this one included; 0 when it succeeded
 * @param seed anything that tells feeds apart: the spread is the same on every run
 */
export function nextPollAt(now: number, periodMs: number, failures: number, seed: string): number {
  const waitMs = Math.max(periodMs, MIN_FEED_PERIOD_MS) * 2 ** Math.min(failures, 12);
  const spread = Number.parseInt(sha256(`${seed} ${now}`).slice(0, 8), 16) / 0xffffffff;
  return Math.round(now + Math.min(waitMs, Math.max(LONGEST_BACKOFF_MS, periodMs)) * (1 + JITTER * (2 * spread - 1)));
}
