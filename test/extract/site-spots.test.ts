import assert from "node:assert/strict";
import { test } from "node:test";
import { isSteady, type Spot, withSpot } from "#extract/site/spots";

const CASES: readonly (readonly [string, readonly Spot[], boolean, boolean])[] = [
  [
    "three times last",
    [
      [6, 0],
      [9, 0],
      [4, 0],
    ],
    true,
    true,
  ],
  [
    "first, first, last",
    [
      [0, 6],
      [1, 9],
      [4, 0],
    ],
    true,
    true,
  ],
  [
    "always the fourth from the end",
    [
      [6, 3],
      [9, 4],
      [14, 3],
    ],
    true,
    true,
  ],
  [
    "once elsewhere of three",
    [
      [0, 6],
      [0, 9],
      [4, 5],
    ],
    false,
    true,
  ],
  ["once elsewhere of eight", [...Array<Spot>(7).fill([6, 0]), [4, 5]], true, true],
  ["twice elsewhere of eight", [...Array<Spot>(6).fill([6, 0]), [4, 5], [8, 9]], false, true],
  [
    "here and there",
    [
      [4, 9],
      [8, 5],
      [2, 13],
      [11, 2],
      [6, 7],
    ],
    false,
    false,
  ],
];
for (const [where, spots, learned, kept] of CASES) {
  test(`${where}: ${learned ? "learned" : "not learned"}, ${kept ? "kept" : "forgotten"}`, () => {
    assert.deepEqual([isSteady(spots, false), isSteady(spots, true)], [learned, kept]);
  });
}

test("the latest twelve articles count", () => {
  let spots: readonly Spot[] = Array<Spot>(40).fill([0, 9]);
  for (let i = 0; i < 12; i++) spots = withSpot(spots, [2 + 4 * i, 60 - 4 * i]);
  assert.deepEqual([spots.length, isSteady(spots, true)], [12, false]);
});
