import assert from "node:assert/strict";
import { test } from "node:test";
import { spansSentences } from "#language/sentences";

const TEXT = "One came. “Two left.” Three\nFour";

/** A stretch of the text above, and whether it runs from a sentence's start to a sentence's end. */
const STRETCHES: readonly (readonly [string, boolean])[] = [
  ["", true],
  ["One came.", true],
  ["One came. ", true],
  ["“Two left.” ", true],
  ["Three\n", true],
  ["Four", true],
  [TEXT, true],
  ["One", false],
  ["came.", false],
  ["Two left.”", false],
];

for (const [stretch, expected] of STRETCHES)
  test(`${JSON.stringify(stretch)} ${expected ? "spans" : "does not span"} whole sentences`, () => {
    const start = TEXT.indexOf(stretch);
    assert.equal(spansSentences(TEXT, start, start + stretch.length), expected);
  });
