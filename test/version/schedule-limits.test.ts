import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import { LAST_PERIOD_MS, type Met, nextLook, type Standing } from "#version/schedule";

const WAIT = { waitMs: HOUR_MS, auditAt: null, plan: null };
const NOW = 7 * DAY_MS;
const RETRY_MS = 30 * MINUTE_MS;
/** A period that a fifth more brings to the longest there is. */
const LAST_BUT_ONE_MS = LAST_PERIOD_MS / 1.2;

/** What was seen, how the article stood, what the other side asked for; then status, wait, period and failures. */
const CASES: readonly (readonly [
  name: string,
  met: Met,
  before: Standing,
  notBeforeMs: number,
  after: readonly [status: string, waitMs: number | null, periodMs: number, failures: number],
])[] = [
  [
    "a block keeps a longer period",
    "blocked",
    { periodMs: 3 * DAY_MS, failures: 2 },
    0,
    ["watched", 3 * DAY_MS, 3 * DAY_MS, 3],
  ],
  ["a block of a new article", "blocked", { periodMs: 0, failures: 0 }, 0, ["watched", DAY_MS, RETRY_MS, 1]],
  [
    "a block with a longer plea",
    "blocked",
    { periodMs: HOUR_MS, failures: 0 },
    2 * DAY_MS,
    ["watched", 2 * DAY_MS, HOUR_MS, 1],
  ],
  ["a refusal", "refused", { periodMs: HOUR_MS, failures: 1 }, 0, ["refused", 7 * DAY_MS, HOUR_MS, 2]],
  [
    "a refusal keeps a longer period",
    "refused",
    { periodMs: 9 * DAY_MS, failures: 1 },
    0,
    ["refused", 9 * DAY_MS, 9 * DAY_MS, 2],
  ],
  ["a private address", "forbidden", { periodMs: HOUR_MS, failures: 1 }, 0, ["refused", null, HOUR_MS, 1]],
  [
    "a look that brought a plea to wait",
    "unchanged",
    { periodMs: HOUR_MS, failures: 1 },
    DAY_MS,
    ["watched", DAY_MS, HOUR_MS, 0],
  ],
  ["the first failure of a new article", "failed", { periodMs: 0, failures: 0 }, 0, ["watched", RETRY_MS, RETRY_MS, 1]],
  [
    "a retry shorter than the period",
    "failed",
    { periodMs: 51 * MINUTE_MS, failures: 1 },
    0,
    ["watched", HOUR_MS, 51 * MINUTE_MS, 2],
  ],
  [
    "a retry as long as the grown period",
    "failed",
    { periodMs: 50 * MINUTE_MS, failures: 1 },
    0,
    ["watched", HOUR_MS, HOUR_MS, 2],
  ],
  [
    "the longest period",
    "failed",
    { periodMs: LAST_BUT_ONE_MS, failures: 20 },
    0,
    ["watched", LAST_PERIOD_MS, LAST_PERIOD_MS, 21],
  ],
  [
    "beyond the longest period",
    "failed",
    { periodMs: LAST_BUT_ONE_MS + 1, failures: 20 },
    0,
    ["quiet", null, LAST_BUT_ONE_MS + 1, 21],
  ],
  [
    "gone, after just the hour",
    "gone",
    { periodMs: DAY_MS, failures: 1, lastLookedAt: NOW - HOUR_MS },
    0,
    ["watched", DAY_MS, DAY_MS, 2],
  ],
  [
    "gone, a little too early",
    "gone",
    { periodMs: DAY_MS, failures: 1, lastLookedAt: NOW - HOUR_MS + 1 },
    0,
    ["watched", HOUR_MS, DAY_MS, 1],
  ],
  [
    "gone, and nothing known of looks",
    "gone",
    { periodMs: DAY_MS, failures: 1, lastLookedAt: null },
    0,
    ["watched", DAY_MS, DAY_MS, 2],
  ],
  ["gone for good", "gone", { periodMs: HOUR_MS, failures: 2 }, 0, ["gone", Math.round(1.2 * DAY_MS), HOUR_MS, 3]],
  [
    "gone, the last look but one",
    "gone",
    { periodMs: HOUR_MS, failures: 21 },
    0,
    ["gone", Math.round(1.2 ** 20 * DAY_MS), HOUR_MS, 22],
  ],
  ["gone, the last look", "gone", { periodMs: HOUR_MS, failures: 22 }, 0, ["gone", null, HOUR_MS, 23]],
  ["no article, once", "not-article", { periodMs: 0, failures: 0 }, 0, ["watched", HOUR_MS, RETRY_MS, 1]],
  ["no article, twice", "not-article", { periodMs: RETRY_MS, failures: 1 }, 0, ["watched", 2 * HOUR_MS, RETRY_MS, 2]],
  [
    "no article with a long period",
    "not-article",
    { periodMs: DAY_MS, failures: 1 },
    0,
    ["watched", DAY_MS, DAY_MS, 2],
  ],
  [
    "no article, three times",
    "not-article",
    { periodMs: RETRY_MS, failures: 2 },
    0,
    ["watched", DAY_MS / 2, RETRY_MS, 3],
  ],
  ["no article, seven times", "not-article", { periodMs: RETRY_MS, failures: 6 }, 0, ["watched", DAY_MS, RETRY_MS, 7]],
  [
    "no article, eight times",
    "not-article",
    { periodMs: RETRY_MS, failures: 7 },
    0,
    ["not-article", null, RETRY_MS, 8],
  ],
];

for (const [name, met, before, notBeforeMs, after] of CASES)
  test(`the next look: ${name}`, () => {
    const { status, nextLookAt, periodMs, failures } = nextLook(met, before, NOW, WAIT, notBeforeMs);
    assert.deepEqual([status, nextLookAt === null ? null : nextLookAt - NOW, periodMs, failures], after);
  });
