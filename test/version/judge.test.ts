import assert from "node:assert/strict";
import { test } from "node:test";
import { HOUR_MS, MINUTE_MS } from "#lib/clock";
import { judge, type KnownText, RING_SIZE, type SeenText } from "#version/judge";

const known = (...hashes: string[]): KnownText[] =>
  hashes.map((textHash, i) => ({ number: i + 1, textHash })).reverse();
/** Looks before now, newest first: [version met, hours ago]. */
const looks = (...list: [number, number][]): SeenText[] =>
  list.map(([versionNumber, hours]) => ({ versionNumber, capturedAt: -hours * HOUR_MS }));

const cases: [string, string, KnownText[], SeenText[], string, number | null][] = [
  ["no version yet", "a", [], [], "first", null],
  ["equal to the latest", "a", known("a"), looks([1, 1]), "same", 1],
  ["never seen before", "b", known("a"), looks([1, 1]), "new", null],
  ["back to the first text at once", "a", known("a", "b"), looks([2, 1], [1, 2]), "alternating", 1],
  ["back for two looks", "a", known("a", "b"), looks([1, 7], [2, 8]), "alternating", 1],
  ["back for three looks within an hour", "a", known("a", "b"), looks([1, 0.5], [1, 1], [2, 2]), "alternating", 1],
  ["back for three looks over seven hours", "a", known("a", "b"), looks([1, 3], [1, 7], [2, 8]), "restored", null],
  ["flipping all the time", "a", known("a", "b"), looks([1, 3], [2, 5], [1, 9], [2, 12]), "alternating", 1],
];
for (const [name, hash, versions, before, decision, saw] of cases) {
  test(`judge: ${name}`, () => {
    const judgement = judge(hash, versions, before, 0);
    assert.equal(judgement.decision, decision);
    assert.equal(judgement.saw, saw);
    assert.notEqual(judgement.reason, "");
  });
}

test("a restored text is dated to the look that first met it again", () => {
  assert.equal(judge("a", known("a", "b"), looks([1, 3], [1, 7], [2, 8]), 0).firstSeenAt, -7 * HOUR_MS);
});

test("a text older than the ring is new again", () => {
  const hashes = ["old", ...Array.from({ length: RING_SIZE }, (_, i) => `h${i}`)];
  assert.equal(judge("old", known(...hashes), looks([9, 1]), MINUTE_MS).decision, "new");
});
