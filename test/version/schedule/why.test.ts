import assert from "node:assert/strict";
import { test } from "node:test";
import { type Reasons, why } from "#version/schedule/why";

const USUAL = { price: 0.05, usualPrice: 0.05 };

const CASES: readonly (readonly [Reasons, string])[] = [
  [
    { edits: 3, watchedHours: 2, editsPerHour: 1.5, ...USUAL },
    "three edits in two hours; one is expected every 40 minutes; one request weighs as much as 3 minutes of delay",
  ],
  [
    { edits: 0, watchedHours: 0, editsPerHour: 0.25, ...USUAL },
    "no edit so far; one is expected every four hours; one request weighs as much as 3 minutes of delay",
  ],
  [
    { edits: 1, watchedHours: 1, editsPerHour: 1, price: 0.1, usualPrice: 0.05 },
    "one edit in an hour; one is expected every hour; one request weighs as much as 6 minutes of delay, more than elsewhere, because this host gets many",
  ],
  [
    { edits: 14, watchedHours: 72, editsPerHour: 1 / 800, ...USUAL },
    "14 edits in three days; one is expected every five weeks; one request weighs as much as 3 minutes of delay",
  ],
  [
    { edits: 0, watchedHours: 1000, editsPerHour: 1 / 2000, ...USUAL },
    "no edit in six weeks; hardly one in three months is expected; one request weighs as much as 3 minutes of delay",
  ],
  [
    { edits: 0, watchedHours: 24, editsPerHour: 0, price: 0.001, usualPrice: 0.001 },
    "no edit in 24 hours; hardly any more is expected; one request weighs as much as a minute of delay",
  ],
];

test("why the next look is when it is, in words", () => {
  for (const [reasons, words] of CASES) assert.equal(why(reasons), words);
});
