import assert from "node:assert/strict";
import { test } from "node:test";
import { calibrationError, median, ranksOf, spearman } from "../../bench/claims/statistics.ts";

test("equal values share a rank", () => {
  assert.deepEqual(ranksOf([3, 1, 3, 2]), [2.5, 0, 2.5, 1]);
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.equal(median([5, 1, 3]), 3);
});

test("Spearman goes by order alone", () => {
  assert.equal(spearman([1, 2, 3, 4], [1, 10, 100, 1000]), 1);
  assert.equal(spearman([1, 2, 3, 4], [9, 7, 5, 3]), -1);
  assert.equal(spearman([1, 1, 1], [1, 2, 3]), 0);
  // By hand: ranks 0 1 2 3 and 1 0 3 2, so 1 - 6 * 4 / (4 * 15).
  assert.ok(Math.abs(spearman([1, 2, 3, 4], [2, 1, 4, 3]) - 0.6) < 1e-12);
});

test("what is foretold as often as it comes is calibrated", () => {
  assert.equal(calibrationError([0.5, 0.5], [true, false]), 0);
  assert.equal(calibrationError([1, 1, 0], [true, true, false]), 0);
  assert.ok(Math.abs(calibrationError([0.9, 0.9], [false, false]) - 0.9) < 1e-12);
});
