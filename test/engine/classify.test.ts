import assert from "node:assert/strict";
import { test } from "node:test";
import { verdictOfDocument } from "#engine/look/classify";
import { extract } from "#extract/extract";
import type { PageState } from "#model/document";

const DOCUMENT = extract("<h1>Harbour</h1>", { url: "https://gazette.example/a" });
const verdict = (state: PageState, stateReason: string, home = false) =>
  verdictOfDocument({ ...DOCUMENT, state, stateReason }, home);

/** State, what extraction says of it, and what the article's page says. */
const CASES: readonly (readonly [PageState, string, string])[] = [
  [
    "consent",
    "A consent page stands in place of the text (“We use cookies”).",
    "a consent page stands in place of the text (“We use cookies”)",
  ],
  ["walled", "The text stops at a wall (“Subscribe to read on”).", "the text stops at a wall (“Subscribe to read on”)"],
  ["walled", "", "the text stands behind a wall"],
  ["listing", "Links to articles, and no article of its own.", "links to articles, and no article of its own"],
  ["error", "HTML of 20,000,000 characters", "HTML of 20,000,000 characters"],
  ["empty", "", "nothing to read on the page"],
];
for (const [state, stateReason, expected] of CASES)
  test(`${state}: "${stateReason}" is told once`, () => assert.equal(verdict(state, stateReason)?.reason, expected));

test("a text is read wherever it stands; what else stands at the front page is not the article", () => {
  assert.equal(verdict("article", "", true), null);
  assert.equal(verdict("live", ""), null);
  assert.deepEqual(verdict("listing", "Links to articles, and no article of its own.", true), {
    outcome: "gone",
    met: "gone",
    reason: "the address now leads to the front page",
  });
});
