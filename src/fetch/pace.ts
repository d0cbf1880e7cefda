import { HOUR_MS, MINUTE_MS, SECOND_MS } from "#lib/clock";
import type { FetchResult } from "#model/fetcher";
import { parseRetryAfter } from "./retry-after.ts";

/** Between the end of one request and the beginning of the next at a host: six a minute at most. */
export const DEFAULT_GAP_MS = 10 * SECOND_MS;

/** A longer Crawl-delay ("86400") would end the watching of a source of any size; sites that mean that use Disallow. */
export const MAX_CRAWL_DELAY_MS = 5 * MINUTE_MS;

/** However often a host refuses, it is asked once an hour: else nobody notices that it stopped refusing. */
export const MAX_REFUSED_GAP_MS = HOUR_MS;

/** Part of the gap by which it may grow at random, so that many hosts do not march in step. */
const JITTER_SHARE = 0.1;

export interface Finished {
  readonly finishedAt: number;
  /** The operator's gap; DEFAULT_GAP_MS unless configured. */
  readonly gapMs: number;
  /** From the host's robots.txt. */
  readonly crawlDelayMs: number | null;
  readonly result: FetchResult;
  /** How many 403 and 429 in a row the host has given, this one included; 1 when nobody counts. */
  readonly refusals?: number;
  /** In [0, 1); none when absent. */
  readonly jitter?: number;
}

/**
 * When the host may be asked again (epoch ms). The longer of the operator's gap and the host's Crawl-delay; doubled by
 * each refusal (403, 429) in a row; never before a Retry-After of a 429 or 503 has passed.
 */
export function nextFreeAt({ finishedAt, gapMs, crawlDelayMs, result, refusals = 1, jitter = 0 }: Finished): number {
  const gap = Math.max(gapMs, Math.min(crawlDelayMs ?? 0, MAX_CRAWL_DELAY_MS));
  const waited = refuses(result) ? Math.max(gap, Math.min(gap * 2 ** refusals, MAX_REFUSED_GAP_MS)) : gap;
  const jittered = Math.round(waited * (1 + JITTER_SHARE * jitter));
  return finishedAt + Math.max(jittered, askedWait(result, finishedAt));
}

const refuses = (result: FetchResult): boolean =>
  result.ok && (result.value.status === 403 || result.value.status === 429);

function askedWait(result: FetchResult, now: number): number {
  if (!result.ok) return 0;
  const { status, headers } = result.value;
  return status === 429 || status === 503 ? (parseRetryAfter(headers["retry-after"], now) ?? 0) : 0;
}
