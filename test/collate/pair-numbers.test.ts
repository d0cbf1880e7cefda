import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { PairNumbers } from "#collate/align/pair-numbers";

const number = fc.oneof(fc.nat(20), fc.nat(5000), fc.nat(0x3ffffff));

test("pairs are numbered as a map would number them", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { maxLength: 600 }), (pairs) => {
      const numbers = new PairNumbers();
      const map = new Map<string, number>();
      for (const [first, second] of [...pairs, ...pairs]) {
        const key = `${first} ${second}`;
        assert.equal(numbers.numberOf(first, second, map.size), map.get(key) ?? map.size);
        if (!map.has(key)) map.set(key, map.size);
      }
    }),
    { numRuns: 100 },
  );
});

/** Pairs made so that the hash of all of them is the same: the second number undoes what the first one spreads. */
function colliding(count: number): (readonly [number, number])[] {
  let inverse = 1;
  for (let round = 0; round < 6; round += 1) inverse = Math.imul(inverse, 2 - Math.imul(0x85ebca6b, inverse));
  const pairs: (readonly [number, number])[] = [];
  for (let first = 0; pairs.length < count; first += 1) {
    const second = Math.imul(Math.imul(first, 0x9e3779b1), inverse) >>> 0;
    if (second < 0x4000000) pairs.push([first, second]);
  }
  return pairs;
}

test("pairs made to collide keep their numbers, and others beside them", () => {
  const pairs = colliding(2000).flatMap((pair, k) => [pair, [k, 70_000 + k] as const]);
  const numbers = new PairNumbers();
  for (const [k, [first, second]] of pairs.entries()) assert.equal(numbers.numberOf(first, second, k), k);
  for (const [k, [first, second]] of pairs.entries()) assert.equal(numbers.numberOf(first, second, -1), k);
});
