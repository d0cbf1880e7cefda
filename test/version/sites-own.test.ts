import assert from "node:assert/strict";
import { test } from "node:test";
import { markOf } from "#version/fingerprint";
import { mayBeTheSites } from "#version/sites-own";

/** `A/s/one two`: headline, standfirst, and paragraphs of one word each. */
function textIn(short: string) {
  const [headline = "", standfirst = "", body = ""] = short.split("/");
  const blocks = body.split(" ").map((word) => ({ kind: "paragraph" as const, text: `The ${word} stood there.` }));
  return markOf({ headline, standfirst, corrections: [], blocks });
}

/** What it shows, the latest version, the new text, and whether other articles are asked. */
const CASES: readonly (readonly [string, string, string, boolean])[] = [
  ["a line at the end", "A/s/one two", "A/s/one two three", true],
  ["a line in the middle", "A/s/one two", "A/s/one three two", true],
  ["a line less", "A/s/one two three", "A/s/one three", true],
  ["another last line", "A/s/one two three", "A/s/one two four", true],
  ["another first line", "A//one two three", "A//four two three", true],
  ["a line reworded among others", "A/s/one two three", "A/s/one four three", false],
  ["lines in another order among others", "A/s/one two three four", "A/s/one three two four", false],
  ["another headline beside it", "A/s/one two", "B/s/one two three", false],
  ["another standfirst beside it", "A/s/one two", "A/t/one two three", false],
];

for (const [name, latest, text, expected] of CASES) {
  test(`may be the site's: ${name}`, () => assert.equal(mayBeTheSites(textIn(text), textIn(latest)), expected));
}
