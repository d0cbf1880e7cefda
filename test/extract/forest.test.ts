import assert from "node:assert/strict";
import { test } from "node:test";
import { runFeatures } from "#extract/model/features";
import { MODELS } from "#extract/model/models";
import { type ForestJson, predict, readForest } from "#lib/forest";
import { settingOf } from "./setting.ts";

/** x < 2 ? (y < 1 ? 10 : 20) : 30, and a tree of one leaf. */
const MODEL: ForestJson = {
  features: ["x", "y"],
  base: 0.5,
  trees: [
    { feature: "0 1 -1 -1 -1", value: "2 1 10 20 30", right: "4 3 0 0 0" },
    { feature: "-1", value: "100", right: "0" },
  ],
};

const POINTS: readonly (readonly [number, number, number])[] = [
  [0, 0, 110.5],
  [1.99, 1, 120.5],
  [2, 0, 130.5],
  [7, 9, 130.5],
];
for (const [x, y, sum] of POINTS) {
  test(`the forest at ${x}, ${y} is ${sum}`, () => {
    assert.equal(predict(readForest(MODEL), Float32Array.from([-1, x, y]), 1), sum);
  });
}

const BROKEN: readonly (readonly [string, Partial<ForestJson["trees"][number]>])[] = [
  ["a feature that has no name", { feature: "2 1 -1 -1 -1" }],
  ["a right child before its left brother", { right: "1 3 0 0 0" }],
  ["a child outside the tree", { right: "5 3 0 0 0" }],
  ["a node without a value", { value: "2 1 10 20" }],
  ["a feature that is no number", { feature: "x 1 -1 -1 -1" }],
  ["a split at the end", { feature: "0 1 -1 -1 0" }],
];
for (const [name, part] of BROKEN) {
  test(`a broken model is refused: ${name}`, () => {
    assert.throws(() => readForest({ ...MODEL, trees: [{ ...MODEL.trees[0]!, ...part }] }), /Tree 0 of the model/);
  });
}

test("the shipped model was learned from the features that are computed", () => {
  const { names } = runFeatures(
    settingOf(`<h1>A headline</h1><p>${"A sentence of prose, long enough to count. ".repeat(4)}</p>`),
  );
  assert.deepEqual(MODELS.blocks.features, names);
});
