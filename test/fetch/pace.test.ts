import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { DEFAULT_GAP_MS, MAX_CRAWL_DELAY_MS, MAX_REFUSED_GAP_MS, nextFreeAt } from "#fetch/pace";
import { MAX_RETRY_AFTER_MS, parseRetryAfter } from "#fetch/retry-after";
import { HOUR_MS } from "#lib/clock";
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

suite("a host may be asked again after", () => {
  const GAP = DEFAULT_GAP_MS;
  const cases: [name: string, result: FetchResult, more: Partial<Parameters<typeof nextFreeAt>[0]>, waitMs: number][] =
    [
      ["the gap", answer(200), {}, GAP],
      ["the gap, also when it failed", failure, {}, GAP],
      ["the gap, grown by jitter", answer(200), { jitter: 0.5 }, GAP * 1.05],
      ["a longer crawl-delay", answer(200), { crawlDelayMs: 30_000 }, 30_000],
      ["the gap over a shorter crawl-delay", answer(200), { crawlDelayMs: 1000 }, GAP],
      ["the longest crawl-delay we take", answer(200), { crawlDelayMs: 24 * HOUR_MS }, MAX_CRAWL_DELAY_MS],
      ["twice the gap when refused", answer(403), {}, 2 * GAP],
      ["eight times the gap when refused thrice", answer(429), { refusals: 3 }, 8 * GAP],
      ["an hour when refused for ever", answer(403), { refusals: 500 }, MAX_REFUSED_GAP_MS],
      ["the operator's gap when that is longer still", answer(403), { gapMs: 5 * HOUR_MS }, 5 * HOUR_MS],
      ["Retry-After of a 429", answer(429, "90"), {}, 90_000],
      ["Retry-After of a 503", answer(503, "90"), {}, 90_000],
      ["the gap over a shorter Retry-After", answer(503, "1"), {}, GAP],
      ["no Retry-After of other answers", answer(200, "90"), {}, GAP],
      ["nothing where the operator sets no gap", answer(200), { gapMs: 0 }, 0],
    ];
  for (const [name, result, more, waitMs] of cases) {
    test(`${name}: ${waitMs} ms`, () => {
      assert.equal(nextFreeAt({ finishedAt: NOW, gapMs: GAP, crawlDelayMs: null, result, ...more }) - NOW, waitMs);
    });
  }
});
