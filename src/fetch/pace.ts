import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "#lib/clock";
import type { FetchResult } from "#model/fetcher";
import type { Manners } from "#model/manners";
import { parseRetryAfter } from "./retry-after.ts";

/** Between the end of one request and the beginning of the next at a host: six a minute at most. */
export const DEFAULT_GAP_MS = 10 * SECOND_MS;
/** No host is asked more often than this, whatever the operator wishes; ... */
export const MIN_GAP_MS = 5 * SECOND_MS;
/** ... nor than this while a person waits for an answer, which takes a dozen requests. */
export const MIN_INTERACTIVE_GAP_MS = SECOND_MS;

/** A longer Crawl-delay ("86400") would end the watching of a source of any size; sites that mean that use Disallow. */
export const MAX_CRAWL_DELAY_MS = 5 * MINUTE_MS;

/** However often a host refuses, it is asked once an hour: else no one notices that it stopped refusing. */
export const MAX_REFUSED_GAP_MS = HOUR_MS;

/** Ten seconds pass an hour after so many doublings; an unlimited count would overflow. */
const MAX_SLOW_LEVEL = 12;

/** How long a doubled gap holds after the latest refusal. */
export const SLOW_TTL_MS = DAY_MS;

/** Part of the gap by which it may grow at random, so that many hosts do not march in step. */
const JITTER_SHARE = 0.1;

export type Slowness = Pick<Manners, "refusals" | "slowLevel" | "slowUntil">;

/**
 * Refusals (403, 429) after an answer. Each one in a row doubles the gap once more, for a day; an answer that is none ends the
 * row but not the day; no answer says nothing. Single pages that are always refused slow a host down once, not for ever.
 */
export function slownessAfter(before: Slowness, result: FetchResult, now: number): Slowness {
  const { slowUntil } = before;
  if (!result.ok) return { refusals: before.refusals, slowLevel: before.slowLevel, slowUntil };
  const level = now < slowUntil ? before.slowLevel : 0;
  if (!refuses(result)) return { refusals: 0, slowLevel: level, slowUntil };
  const refusals = before.refusals + 1;
  return { refusals, slowLevel: Math.min(Math.max(level, refusals), MAX_SLOW_LEVEL), slowUntil: now + SLOW_TTL_MS };
}

export interface Gap {
  /** The operator's gap. */
  readonly gapMs: number;
  /** From the host's robots.txt. */
  readonly crawlDelayMs: number | null;
  readonly slowness: Slowness;
  readonly now: number;
}

/** The longer of the operator's gap and the host's Crawl-delay, doubled while the host is treated slowly. */
export function gapAt({ gapMs, crawlDelayMs, slowness, now }: Gap): number {
  const gap = Math.max(gapMs, Math.min(crawlDelayMs ?? 0, MAX_CRAWL_DELAY_MS));
  const level = now < slowness.slowUntil ? slowness.slowLevel : 0;
  return Math.max(gap, Math.min(gap * 2 ** level, MAX_REFUSED_GAP_MS));
}

/** When the host may be asked again (epoch ms), and what decided it. */
export interface Pause {
  readonly freeAt: number;
  readonly cause: "gap" | "refused" | "asked" | "day-cap";
}

export interface Finished extends Omit<Gap, "now"> {
  readonly finishedAt: number;
  /** As it is after this answer. */
  readonly slowness: Slowness;
  readonly result: FetchResult;
  /** In [0, 1); none when absent. */
  readonly jitter?: number;
  /** Requests that the host may still be sent on this day (UTC); any number when absent. */
  readonly left?: number;
}

/**
 * After an answer: the gap, with its jitter; never before a Retry-After of a refusal or a 503 has passed; and not before the
 * next day when the host has had its requests of this one.
 */
export function pauseAfter(finished: Finished): Pause {
  const { finishedAt, result, jitter = 0, left = Number.POSITIVE_INFINITY } = finished;
  const gap = gapAt({ ...finished, now: finishedAt });
  const waited = Math.round(gap * (1 + JITTER_SHARE * jitter));
  const asked = askedWait(result, finishedAt);
  const tomorrow = left > 0 ? 0 : tomorrowAt(finishedAt, jitter);
  const freeAt = Math.max(finishedAt + Math.max(waited, asked), tomorrow);
  if (freeAt === tomorrow) return { freeAt, cause: "day-cap" };
  if (asked > waited) return { freeAt, cause: "asked" };
  return { freeAt, cause: gap > gapAt({ ...finished, slowness: CALM, now: finishedAt }) ? "refused" : "gap" };
}

const CALM: Slowness = { refusals: 0, slowLevel: 0, slowUntil: 0 };

/** Over how much of the new day those are spread that wait for it. */
const DAWN_WINDOW_MS = 10 * MINUTE_MS;

/** The beginning of the next day (UTC), a little later for each host. */
export const tomorrowAt = (now: number, jitter = 0): number =>
  (Math.floor(now / DAY_MS) + 1) * DAY_MS + Math.round(DAWN_WINDOW_MS * jitter);

const refuses = (result: FetchResult): boolean =>
  result.ok && (result.value.status === 403 || result.value.status === 429);

function askedWait(result: FetchResult, now: number): number {
  if (!result.ok) return 0;
  const { status, headers } = result.value;
  return refuses(result) || status === 503 ? (parseRetryAfter(headers["retry-after"], now) ?? 0) : 0;
}
