import { DAY_MS, SECOND_MS } from "#lib/clock";

/** Longer waits are honoured as a day: by then the server has had its rest, and a typo does not end the watching. */
export const MAX_RETRY_AFTER_MS = DAY_MS;

/**
 * Retry-After (RFC 9110, 10.2.3) in milliseconds from `now`: seconds or an HTTP date; at least 0 and at most a day.
 * Null when it is absent or neither.
 */
export function parseRetryAfter(value: string | null | undefined, now: number): number | null {
  const text = value?.trim() ?? "";
  const waitMs = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) * SECOND_MS : httpDate(text) - now;
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(waitMs, 0), MAX_RETRY_AFTER_MS);
}

/** The three forms of HTTP dates begin with the day of the week; Date.parse alone would take "2" or "soon 7" for years. */
const httpDate = (text: string): number => (/^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN);
