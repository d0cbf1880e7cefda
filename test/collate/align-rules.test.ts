import assert from "node:assert/strict";
import { test } from "node:test";
import { anchor } from "#collate/align/anchors";
import { heaviestAscent } from "#collate/align/ascent";
import { characterLikeness } from "#collate/align/character-likeness";
import type { Cluster } from "#collate/align/grouping";
import { findMoves, keptInOrder } from "#collate/align/moves";
import { readingOrder } from "#collate/align/order";

/** Values, their weights, and the indices of the heaviest ascending ones. */
const ASCENTS: readonly (readonly [
  values: readonly number[],
  weights: readonly number[],
  expected: readonly number[],
])[] = [
  [[], [], []],
  [
    [0, 1, 2],
    [1, 1, 1],
    [0, 1, 2],
  ],
  [[2, 1, 0], [1, 1, 1], [2]],
  [
    [2, 0, 1],
    [1, 1, 1],
    [1, 2],
  ],
  [[2, 0, 1], [5, 1, 1], [0]],
  [[1, 0], [1, 1], [1]],
];
for (const [values, weights, expected] of ASCENTS)
  test(`the heaviest ascent in ${values.join(" ")} of weights ${weights.join(" ")}`, () =>
    assert.deepEqual([...heaviestAscent(values, weights, values.length)].sort(), expected));

/** Two short texts and the share of their character pairs that are the same. */
const LIKENESS: readonly (readonly [string, string, number])[] = [
  ["night", "nacht", 0.25],
  ["rain", "rain", 1],
  ["rain", "sun", 0],
  ["aaaa", "aa", 0.5],
  ["a", "a", 0],
  ["x".repeat(60), "x".repeat(60), 1],
  ["x".repeat(61), "x".repeat(61), 0],
];
for (const [a, b, expected] of LIKENESS)
  test(`"${a.slice(0, 10)}" and "${b.slice(0, 10)}" (${a.length} and ${b.length}) are alike by ${expected}`, () => {
    assert.equal(characterLikeness(a, b), expected);
    assert.equal(characterLikeness(b, a), expected);
  });

const pair = (old: number | null, next: number | null): Cluster => ({
  old: old === null ? [] : [old],
  new: next === null ? [] : [next],
});
const shown = (clusters: Iterable<Cluster>): string =>
  [...clusters].map((c) => `${c.old.join("+")}>${c.new.join("+")}`).join(" ");

const LONG = ["a", "b", "c"].map((name) => `${name} paragraph long enough to be called moved`);
const SHORT = ["a", "b", "c"];

/** Clusters, their texts, and those of them that moved. */
const MOVES: readonly (readonly [
  name: string,
  clusters: readonly Cluster[],
  texts: readonly string[],
  expected: string,
])[] = [
  ["nothing moved", [pair(0, 0), pair(1, 1), pair(2, 2)], LONG, ""],
  ["the last went to the front", [pair(2, 0), pair(0, 1), pair(1, 2)], LONG, "2>0"],
  [
    "two went together",
    [pair(1, 0), pair(2, 1), pair(0, 2)],
    [`${LONG[0]} and more than both others ${LONG[1]} ${LONG[2]}`, ...LONG.slice(1)],
    "1>0 2>1",
  ],
  ["of two that changed places the one that went up moved", [pair(1, 0), pair(0, 1)], LONG, "1>0"],
  ["too short to be called moved", [pair(2, 0), pair(0, 1), pair(1, 2)], SHORT, ""],
];
for (const [name, clusters, texts, expected] of MOVES)
  test(`moves: ${name}`, () => {
    const next = clusters.map((c) => texts[c.old[0]!]!);
    assert.equal(shown(findMoves(clusters, texts, next)), expected);
    if (texts === LONG) {
      const moved = findMoves(clusters, texts, next);
      assert.equal(shown(keptInOrder(clusters, texts, next)), shown(clusters.filter((c) => !moved.has(c))));
    }
  });

test("a removed paragraph is read after the old neighbour that kept its place", () => {
  const [first, gone, moved, opened] = [pair(0, 1), pair(1, null), pair(2, 0), pair(null, 2)];
  const order = readingOrder([first, gone, moved, opened], new Set([moved]), 3);
  assert.equal(shown(order), "2>0 0>1 1> >2");
});

test("a removed paragraph without such a neighbour is read first", () => {
  assert.equal(shown(readingOrder([pair(0, null), pair(1, 0)], new Set(), 2)), "0> 1>0");
});

test("of equal texts without a unique one beside them the nearest pair", () => {
  const { oldToNew } = anchor(Int32Array.of(2, 1), Int32Array.of(1, 1, 3));
  assert.deepEqual([...oldToNew], [-1, 1]);
});
