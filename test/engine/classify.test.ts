import assert from "node:assert/strict";
import { test } from "node:test";
import { verdictOfDocument } from "#engine/look/classify";
import { extract } from "#extract/extract";
import type { PageState } from "#model/document";
import type { Reason } from "#model/reason";

const DOCUMENT = extract("<h1>Harbour</h1>", { url: "https://gazette.example/a" });
const HOME = "https://gazette.example/";
const ASKED = "https://gazette.example/harbour/a";
const verdict = (state: PageState, stateReason: Reason | null, final = ASKED) =>
  verdictOfDocument({ ...DOCUMENT, state, stateReason }, ASKED, { url: final, hops: [] });

/** State, what extraction says of it, and what is recorded of the look. */
const CASES: readonly (readonly [PageState, Reason | null, Reason])[] = [
  ["consent", { code: "consent-page", quote: "We use cookies" }, { code: "consent-page", quote: "We use cookies" }],
  ["walled", null, { code: "wall" }],
  ["listing", null, { code: "links-only" }],
  ["error", { code: "page-too-long", maxChars: 9 }, { code: "page-too-long", maxChars: 9 }],
  ["empty", null, { code: "no-readable-text" }],
];
for (const [state, stateReason, expected] of CASES)
  test(`${state}: recorded as ${expected.code}${stateReason ? ", with the evidence" : ""}`, () =>
    assert.deepEqual(verdict(state, stateReason)?.reason, expected));

test("a text is read wherever it stands; what else stands at the front page is not the article", () => {
  assert.equal(verdict("article", null, HOME), null);
  assert.equal(verdict("live", null), null);
  assert.deepEqual(verdict("listing", { code: "links-only" }, HOME), {
    outcome: "gone",
    met: "gone",
    reason: { code: "front-page" },
  });
});

test("a redirect to a list buries the article; a list at its own address may pass", () => {
  const list = "https://gazette.example/tag/harbour";
  assert.deepEqual(verdict("listing", { code: "links-only" }, list), {
    outcome: "gone",
    met: "gone",
    reason: { code: "section-page", url: list },
  });
  assert.equal(verdict("listing", { code: "links-only" })?.met, "not-article");
});

test("a challenge at the article's own host shuts the door for a day; a waiting room at another one is a wall", () => {
  const evidence = { code: "challenge-page", quote: "You are in line" } as const;
  assert.deepEqual(verdict("blocked", evidence), { outcome: "blocked", met: "blocked", reason: evidence });
  assert.deepEqual(verdict("blocked", evidence, "https://queue.example/line?back=a"), {
    outcome: "blocked",
    met: "walled",
    reason: evidence,
  });
});
