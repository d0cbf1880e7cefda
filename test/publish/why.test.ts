import assert from "node:assert/strict";
import { test } from "node:test";
import { HOUR_MS } from "#lib/clock";
import type { Article } from "#model/article";
import type { SignalKind } from "#model/signal";
import { why } from "#words/why";

interface Case {
  readonly edits: number;
  readonly hours: number;
  readonly perHour: number;
  readonly price?: number;
  readonly crowding?: number;
  readonly signal?: SignalKind;
}

const USUAL = "one look costs as much as a delay of about two minutes";

const CASES: readonly (readonly [Case, string])[] = [
  [{ edits: 3, hours: 2, perHour: 1.5 }, `three edits in two hours; one is expected every 40 minutes; ${USUAL}`],
  [{ edits: 0, hours: 0, perHour: 0.25 }, `no edit so far; one is expected every four hours; ${USUAL}`],
  [
    { edits: 1, hours: 1, perHour: 1, price: 0.1, crowding: 2 },
    "one edit in an hour; one is expected every hour; one look costs as much as a delay of about six minutes, more than usual because its host is busy",
  ],
  [{ edits: 14, hours: 72, perHour: 1 / 800 }, `14 edits in three days; one is expected every five weeks; ${USUAL}`],
  [
    { edits: 0, hours: 1000, perHour: 1 / 2000 },
    `no edit in six weeks; about one in three months is expected; ${USUAL}`,
  ],
  [
    { edits: 0, hours: 24, perHour: 0, price: 0.001, signal: "updated" },
    "a feed says that it was updated; no edit in 24 hours; few further edits are expected; one look costs as much as a delay of about a minute",
  ],
];

const articleOf = ({ edits, hours, perHour, price = 0.028, crowding = 1, signal }: Case): Article =>
  ({
    versionCount: edits + 1,
    firstSeenAt: 0,
    lastLookedAt: hours * HOUR_MS,
    signal: signal ? { kind: signal, at: 0 } : null,
    plan: { editsPerHour: perHour, price, crowding },
  }) as Article;

test("why the next look is when it is, in words", () => {
  for (const [one, words] of CASES) assert.equal(why(articleOf(one)), words);
});

test("no reason is given while a rule, not the estimate, decides", () => {
  assert.equal(why({ ...articleOf(CASES[0]![0]), plan: null }), null);
  assert.equal(why({ ...articleOf(CASES[0]![0]), lastLookedAt: null }), null);
});
