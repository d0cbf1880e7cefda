import assert from "node:assert/strict";
import { suite, test } from "node:test";
import {
  DEFAULT_GAP_MS,
  MAX_CRAWL_DELAY_MS,
  MAX_REFUSED_GAP_MS,
  type Pause,
  pauseAfter,
  type Slowness,
  slownessAfter,
  tomorrowAt,
} from "#fetch/pace";
import { MAX_RETRY_AFTER_MS, parseRetryAfter } from "#fetch/retry-after";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { FetchResult } from "#model/fetcher";
import { NOW } from "./loopback.ts";

function answer(status: number, retryAfter?: string): FetchResult {
  const headers: Record<string, string> = retryAfter === undefined ? {} : { "retry-after": retryAfter };
  const validators = { etag: null, lastModified: null };
  const facts = { url: "https://news.example/", hops: [], body: new Uint8Array(), sentAt: NOW, tookMs: 0 };
  return { ok: true, value: { status, headers, validators, ...facts } };
}

const failure: FetchResult = {
  ok: false,
  failure: { advice: "retry", code: "reset", message: "Reset." },
  sentAt: NOW,
  tookMs: 0,
  hops: [],
};

suite("Retry-After", () => {
  const cases: [value: string | null | undefined, ms: number | null][] = [
    ["0", 0],
    ["120", 120_000],
    [" 30 ", 30_000],
    ["1.5", 1500],
    ["99999999", MAX_RETRY_AFTER_MS],
    ["-5", null],
    ["soon", null],
    ["soon 7", null],
    ["", null],
    [null, null],
    [undefined, null],
    ["Sun, 01 Mar 2026 12:05:00 GMT", 300_000],
    ["Sunday, 01-Mar-26 12:05:00 GMT", 300_000],
    ["Sun Mar  1 12:05:00 2026", 300_000],
    ["Sun, 01 Mar 2026 11:00:00 GMT", 0],
    ["Mon, 01 Mar 2027 11:00:00 GMT", MAX_RETRY_AFTER_MS],
    ["Sun, 99 Mar 2026 11:00:00 GMT", null],
  ];
  for (const [value, ms] of cases) test(`${value}: ${ms}`, () => assert.equal(parseRetryAfter(value, NOW), ms));
});

const CALM: Slowness = { refusals: 0, slowLevel: 0, slowUntil: 0 };
const slow = (slowLevel: number, slowUntil = NOW + HOUR_MS): { slowness: Slowness } => ({
  slowness: { refusals: 0, slowLevel, slowUntil },
});
const UNTIL_TOMORROW = 12 * HOUR_MS;

suite("a host may be asked again after", () => {
  const GAP = DEFAULT_GAP_MS;
  const cases: readonly (readonly [
    name: string,
    result: FetchResult,
    more: Partial<Parameters<typeof pauseAfter>[0]>,
    waitMs: number,
    cause?: Pause["cause"],
  ])[] = [
    ["the gap", answer(200), {}, GAP],
    ["the gap, also when it failed", failure, {}, GAP],
    ["the gap, grown by jitter", answer(200), { jitter: 0.5 }, GAP * 1.05],
    ["a longer crawl-delay", answer(200), { crawlDelayMs: 30_000 }, 30_000],
    ["the gap over a shorter crawl-delay", answer(200), { crawlDelayMs: 1000 }, GAP],
    ["the longest crawl-delay we take", answer(200), { crawlDelayMs: 24 * HOUR_MS }, MAX_CRAWL_DELAY_MS],
    ["twice the gap while it is slow", answer(200), slow(1), 2 * GAP, "refused"],
    ["eight times the gap while it is slower", answer(404), slow(3), 8 * GAP, "refused"],
    ["the doubled crawl-delay", answer(200), { ...slow(2), crawlDelayMs: 30_000 }, 120_000, "refused"],
    ["the gap once slowness is over", answer(200), slow(3, NOW), GAP],
    ["an hour when it is as slow as can be", answer(403), slow(12), MAX_REFUSED_GAP_MS, "refused"],
    ["the operator's gap when that is longer still", answer(403), { ...slow(3), gapMs: 5 * HOUR_MS }, 5 * HOUR_MS],
    ["Retry-After of a 429", answer(429, "90"), slow(1), 90_000, "asked"],
    ["Retry-After of a 403", answer(403, "90"), slow(1), 90_000, "asked"],
    ["Retry-After of a 503", answer(503, "90"), {}, 90_000, "asked"],
    ["Retry-After as a date", answer(503, "Sun, 01 Mar 2026 12:05:00 GMT"), {}, 300_000, "asked"],
    ["a day when Retry-After asks for a year", answer(429, "31536000"), slow(1), DAY_MS, "asked"],
    ["the gap over a shorter Retry-After", answer(503, "1"), {}, GAP],
    ["the gap over a date gone by", answer(503, "Sun, 01 Mar 2026 11:05:00 GMT"), {}, GAP],
    ["no Retry-After of other answers", answer(200, "90"), {}, GAP],
    ["nothing where the operator sets no gap", answer(200), { gapMs: 0 }, 0],
    ["the gap while some of the day's requests are left", answer(200), { left: 1 }, GAP],
    ["the rest of the day when none is", answer(200), { left: 0 }, UNTIL_TOMORROW, "day-cap"],
    [
      "the rest of the day and some minutes",
      answer(200),
      { left: 0, jitter: 0.5 },
      UNTIL_TOMORROW + 5 * MINUTE_MS,
      "day-cap",
    ],
    ["Retry-After when that is longer than the day", answer(429, "50000"), { left: 0 }, 50_000_000, "asked"],
  ];
  for (const [name, result, more, waitMs, cause = "gap"] of cases) {
    test(`${name}: ${waitMs} ms`, () => {
      const paused = pauseAfter({ finishedAt: NOW, gapMs: GAP, crawlDelayMs: null, slowness: CALM, result, ...more });
      assert.deepEqual({ waitMs: paused.freeAt - NOW, cause: paused.cause }, { waitMs, cause });
    });
  }

  test("tomorrow is the next midnight in UTC", () => {
    assert.equal(tomorrowAt(NOW), Date.UTC(2026, 2, 2));
    assert.equal(tomorrowAt(Date.UTC(2026, 2, 2)), Date.UTC(2026, 2, 3));
  });
});

suite("slowness", () => {
  /** Statuses an hour apart each (null: no answer), and the level after each. */
  const cases: readonly (readonly [name: string, statuses: readonly (number | null)[], levels: readonly number[]])[] = [
    ["none without a refusal", [200, 404, 500, 304], [0, 0, 0, 0]],
    ["one doubling holds over other answers", [403, 200, 200], [1, 1, 1]],
    ["refusals in a row double again", [429, 403, 429, 200, 200], [1, 2, 3, 3, 3]],
    ["refusals that are not in a row do not", [403, 200, 403, 200, 403], [1, 1, 1, 1, 1]],
    ["failures in between say nothing", [429, null, 429, null], [1, 1, 2, 2]],
    ["it never goes beyond its bound", Array(20).fill(429), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, ...Array(9).fill(12)]],
    [
      "after a day without a refusal it is over",
      [429, 429, ...Array(25).fill(200)],
      [1, 2, ...Array(23).fill(2), 0, 0],
    ],
  ];
  for (const [name, statuses, levels] of cases)
    test(name, () => {
      let slowness = CALM;
      const met = statuses.map((status, i) => {
        const now = NOW + i * HOUR_MS;
        slowness = slownessAfter(slowness, status === null ? failure : answer(status), now);
        return now < slowness.slowUntil ? slowness.slowLevel : 0;
      });
      assert.deepEqual(met, levels);
    });
});
