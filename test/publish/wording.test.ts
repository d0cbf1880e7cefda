import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { ChangeSummary } from "#model/change";
import {
  absolute,
  changeLine,
  duration,
  later,
  list,
  longDay,
  plural,
  relative,
  relativeUntil,
  times,
  wordCounts,
} from "#words/wording";

const DURATIONS: readonly (readonly [number, string])[] = [
  [0, "less than a minute"],
  [59_999, "less than a minute"],
  [MINUTE_MS, "1 minute"],
  [12 * MINUTE_MS, "12 minutes"],
  [49 * MINUTE_MS, "49 minutes"],
  [50 * MINUTE_MS, "about an hour"],
  [89 * MINUTE_MS, "about an hour"],
  [90 * MINUTE_MS, "about 2 hours"],
  [122 * MINUTE_MS, "about 2 hours"],
  [23 * HOUR_MS, "about 23 hours"],
  [24 * HOUR_MS, "about a day"],
  [40 * HOUR_MS, "2 days"],
  [9 * DAY_MS, "9 days"],
  [61 * DAY_MS, "about 2 months"],
  [365 * DAY_MS, "about a year"],
  [1461 * DAY_MS, "about 4 years"],
  [-12 * MINUTE_MS, "12 minutes"],
];

test("a length of time is said as people say it", () => {
  for (const [ms, expected] of DURATIONS) assert.equal(duration(ms), expected, `${ms} ms`);
});

test("no length of time is said with a one in the plural", () => {
  for (let ms = 0; ms < 800 * DAY_MS; ms += 7 * MINUTE_MS)
    assert.doesNotMatch(duration(ms), /\b(1 \w+s|0 )\b/, `${ms} ms`);
});

test("an instant has a full form in UTC and a form relative to now", () => {
  const at = Date.UTC(2026, 10, 21, 14, 2);
  assert.equal(absolute(at), "21 Nov 2026, 14:02 UTC");
  assert.equal(longDay(at), "Saturday 21 November 2026");
  assert.equal(relative(at, at + 2 * HOUR_MS), "about 2 hours ago");
  assert.equal(relative(at, at - 12 * MINUTE_MS), "in 12 minutes");
  assert.equal(relative(at, at + 30_000), "just now");
  assert.equal(later(2 * HOUR_MS), "about 2 hours later");
});

test("a relative time says the same until the instant that is named for it, and something else from then on", () => {
  const at = Date.UTC(2026, 10, 21, 14, 2);
  const spans = DURATIONS.flatMap(([ms]) => [-1, 0, 1, 29_999, 30_000, 30_001].map((more) => Math.abs(ms) + more));
  for (const span of [...spans, 5, 700 * DAY_MS, 801 * DAY_MS, 500 * HOUR_MS + 17])
    for (const now of [at + span, at - span]) {
      const until = relativeUntil(at, now);
      assert.ok(until > now, `${now - at} ms`);
      assert.equal(relative(at, until - 1), relative(at, now), `${now - at} ms`);
      assert.notEqual(relative(at, until), relative(at, now), `${now - at} ms`);
    }
});

test("numbers agree with their nouns", () => {
  assert.equal(plural(1, "edit"), "1 edit");
  assert.equal(plural(1200, "edit"), "1,200 edits");
  assert.deepEqual([1, 2, 3, 14].map(times), ["once", "twice", "three times", "14 times"]);
  assert.equal(list(["a", "b", "c"]), "a, b and c");
});

const NOTHING: ChangeSummary = {
  headlineChanged: false,
  standfirstChanged: false,
  correctionAdded: false,
  paragraphsEdited: 0,
  paragraphsAdded: 0,
  paragraphsRemoved: 0,
  paragraphsSplit: 0,
  paragraphsMerged: 0,
  paragraphsMoved: 0,
  wordsAdded: 0,
  wordsRemoved: 0,
  sample: { old: "", new: "" },
  labels: [],
  rank: 0,
  silent: false,
};

const LINES: readonly (readonly [Partial<ChangeSummary>, string, string])[] = [
  [{}, "Quotation marks, dashes or spaces changed", ""],
  [{ wordsRemoved: 2 }, "Wording changed", "2 words out"],
  [{ paragraphsSplit: 1 }, "One paragraph split, no word changed", ""],
  [{ paragraphsMerged: 1 }, "Paragraphs merged, no word changed", ""],
  [{ paragraphsMerged: 2, paragraphsMoved: 1 }, "Paragraphs merged in two places and one moved, no word changed", ""],
  [{ paragraphsEdited: 2, paragraphsMerged: 1, wordsAdded: 3 }, "Two paragraphs edited and one merged", "3 words in"],
  [{ paragraphsEdited: 1, sample: { old: "Yes", new: "Yes!" } }, "One paragraph edited", ""],
  [{ paragraphsMoved: 2 }, "Two paragraphs moved, no word changed", ""],
  [{ headlineChanged: true, wordsAdded: 3, wordsRemoved: 1 }, "Headline rewritten", "3 words in, 1 out"],
  [{ paragraphsEdited: 1, wordsAdded: 1 }, "One paragraph edited", "1 word in"],
  [{ paragraphsEdited: 2, paragraphsAdded: 1 }, "Two paragraphs edited and one added", ""],
  [
    { headlineChanged: true, paragraphsRemoved: 14, wordsRemoved: 900 },
    "Headline rewritten and 14 paragraphs removed",
    "900 words out",
  ],
  [{ correctionAdded: true, paragraphsMoved: 1 }, "Correction note added and one paragraph moved", ""],
];

test("a change is described in one line", () => {
  for (const [part, line, counts] of LINES) {
    assert.equal(changeLine({ ...NOTHING, ...part }), line);
    assert.equal(wordCounts({ ...NOTHING, ...part }), counts, line);
  }
});
