import assert from "node:assert/strict";
import { test } from "node:test";
import { logGamma } from "#version/schedule/gamma";
import { normalTail } from "#version/schedule/normal";

const CASES: readonly (readonly [number, number])[] = [
  [0, 0.5],
  [1, 0.15865525393145705],
  [1.959963984540054, 0.025],
  [-1, 0.8413447460685429],
  [3, 0.0013498980316301],
  [6, 9.865876450376946e-10],
  [20, 2.7536241186062337e-89],
  [Number.POSITIVE_INFINITY, 0],
  [Number.NEGATIVE_INFINITY, 1],
];

test("the tail of the normal distribution, near and far", () => {
  for (const [x, share] of CASES)
    assert.ok(Math.abs(normalTail(x) - share) <= 1e-9 * share, `${x}: ${normalTail(x)} is not ${share}`);
});

test("series and fraction meet where one takes over from the other", () => {
  const [below, above] = [normalTail(3 - 1e-9), normalTail(3)];
  assert.ok(below > above && below - above < 1e-11);
});

test("the logarithm of the Gamma function", () => {
  for (const [x, value] of [
    [1, 0],
    [2, 0],
    [5, Math.log(24)],
    [0.5, 0.5 * Math.log(Math.PI)],
    [0.02, 3.900804772098],
    [100, 359.1342053695754],
  ] as const)
    assert.ok(Math.abs(logGamma(x) - value) < 1e-6, `${x}: ${logGamma(x)} is not ${value}`);
});
