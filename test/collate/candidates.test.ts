import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { findCandidates } from "#collate/align/candidates";
import { type Bag, concat, featureSpace, overlap } from "#collate/align/features";
import { prose } from "./arbitraries.ts";

/** Candidates kept per text of either side. */
const KEPT = 8;

const numbered = (text: string) => Array.from({ length: 3000 }, (_, k) => `${text} ${k}`);
const HOSTILE: Readonly<Record<string, readonly string[]>> = {
  "the same paragraph a thousand times": new Array<string>(1000).fill("Read more about the flood in the valley"),
  "nearly the same paragraph": numbered("Goal for the home team in minute"),
  "paragraphs without words": new Array<string>(3000).fill("* * *"),
  "empty paragraphs": new Array<string>(3000).fill(""),
};

for (const [name, texts] of Object.entries(HOSTILE))
  test(`candidates grow with the number of texts, not with its square: ${name}`, () => {
    const found = findCandidates(featureSpace(texts, texts));
    assert.ok(found.length <= KEPT * 2 * texts.length, `${found.length} candidates`);
  });

/** So many texts, twenty of which are one sentence; no other word is in two of them. */
const withRefrain = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, k) => (k < 20 ? "the flood came at noon" : `word${k}`));

test("words that twenty texts share find their partners among 400 texts; among more, only rarer words do", () => {
  const found = (count: number) => findCandidates(featureSpace(withRefrain(count), ["the flood came at noon"])).length;
  assert.ok(found(400) > 0);
  assert.equal(found(401), 0);
});

const entries = (bag: Bag) => [...bag.ids].map((id, k) => [id, bag.counts[k]!] as const);

test("bags hold each feature once, ascending; together they hold what both hold", () => {
  fc.assert(
    fc.property(prose, prose, (a, b) => {
      const space = featureSpace([a], [b]);
      const [old, next] = [space.old[0]!, space.new[0]!];
      const both = concat([old, next]);
      for (const bag of [old, next, both]) {
        assert.deepEqual(
          [...bag.ids],
          [...new Set(bag.ids)].sort((x, y) => x - y),
        );
        assert.ok(bag.counts.every((count) => count > 0) && bag.counts.length === bag.ids.length);
      }
      const sum = new Map(entries(old));
      for (const [id, count] of entries(next)) sum.set(id, (sum.get(id) ?? 0) + count);
      assert.deepEqual(new Map(entries(both)), new Map([...sum].sort((x, y) => x[0] - y[0])));
      const shared = entries(old).reduce(
        (total, [id, count]) => total + Math.min(count, new Map(entries(next)).get(id) ?? 0) * space.weights[id]!,
        0,
      );
      assert.ok(Math.abs(overlap(old, next, space.weights) - shared) < 1e-9);
    }),
    { numRuns: 200 },
  );
});
