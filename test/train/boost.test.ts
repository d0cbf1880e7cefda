import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { predict, readForest } from "#lib/forest";
import { boost, type Examples, type Settings } from "../../train/boost.ts";
import { randomFrom } from "../../train/random.ts";

const SETTINGS: Settings = {
  trees: 30,
  depth: 3,
  rate: 0.3,
  minRows: 2,
  lambda: 1,
  bins: 16,
  columnShare: 1,
  rowShare: 1,
  loss: "logistic",
  seed: 7,
};

/** Rows of two random numbers and one that says nothing; the target is a function of the first two. */
function examples(rows: number, targetOf: (x: number, y: number) => number, seed = 3): Examples {
  const random = randomFrom(seed);
  const values = Float32Array.from({ length: rows * 3 }, random);
  const targets = Float32Array.from({ length: rows }, (_, row) => targetOf(values[row * 3]!, values[row * 3 + 1]!));
  return { rows, columns: 3, names: ["x", "y", "noise"], values, targets, weights: new Float32Array(rows).fill(1) };
}

const xor = (x: number, y: number): number => (x > 0.5 !== y > 0.5 ? 1 : 0);

test("exclusive or, which no single split can tell, is learned and holds for unseen rows", () => {
  const forest = readForest(boost(examples(400, xor), SETTINGS).model);
  const unseen = examples(400, xor, 99);
  let right = 0;
  for (let row = 0; row < unseen.rows; row++)
    if (predict(forest, unseen.values, row * 3) > 0 === (unseen.targets[row] === 1)) right++;
  assert.ok(right / unseen.rows > 0.95, `${right} of ${unseen.rows}`);
});

test("a number is learned by its squared error", () => {
  const taught = examples(600, (x, y) => 3 * x - y);
  const forest = readForest(boost(taught, { ...SETTINGS, loss: "squared", trees: 60 }).model);
  let error = 0;
  for (let row = 0; row < taught.rows; row++)
    error += Math.abs(predict(forest, taught.values, row * 3) - taught.targets[row]!) / taught.rows;
  assert.ok(error < 0.15, String(error));
});

test("rows without weight teach nothing", () => {
  const taught = examples(200, (x) => (x > 0.5 ? 1 : 0));
  const wrong = taught.targets.map((target, row) => (row % 2 === 0 ? target : 1 - target));
  const weights = taught.weights.map((_, row) => (row % 2 === 0 ? 1 : 0));
  const forest = readForest(boost({ ...taught, targets: wrong, weights }, SETTINGS).model);
  for (let row = 0; row < 200; row += 2)
    assert.equal(predict(forest, taught.values, row * 3) > 0, taught.targets[row] === 1);
});

test("the same rows and seed give the same model, another seed another", () => {
  const taught = examples(200, xor);
  const settings = { ...SETTINGS, columnShare: 0.7, rowShare: 0.7 };
  assert.deepEqual(boost(taught, settings), boost(taught, settings));
  assert.notDeepEqual(boost(taught, settings).model, boost(taught, { ...settings, seed: 8 }).model);
});

test("the model as it is written down says what the trainer says, to the last digit", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.float({ noNaN: true, min: -1000, max: 1000 }), fc.integer({ min: 0, max: 3 }), fc.boolean()),
        {
          minLength: 8,
          maxLength: 60,
        },
      ),
      fc.constantFrom("logistic", "squared"),
      (rows, loss) => {
        const taught: Examples = {
          rows: rows.length,
          columns: 2,
          names: ["a", "b"],
          values: Float32Array.from(rows.flatMap((row) => row.slice(0, 2).map(Number))),
          targets: Float32Array.from(rows, ([, , target]) => (target ? 1 : 0)),
          weights: new Float32Array(rows.length).fill(1),
        };
        const { model, scores } = boost(taught, { ...SETTINGS, trees: 5, loss });
        const forest = readForest(JSON.parse(JSON.stringify(model)));
        rows.forEach((_, row) => {
          assert.ok(Math.abs(predict(forest, taught.values, row * 2) - scores[row]!) < 1e-9);
        });
      },
    ),
    { numRuns: 200 },
  );
});

test("columns that are all alike give a model of the mean alone", () => {
  const taught = { ...examples(50, () => 1), values: new Float32Array(150).fill(2) };
  const { model } = boost({ ...taught, targets: taught.targets.map((_, row) => row % 2) }, SETTINGS);
  assert.ok(model.trees.every(({ feature }) => feature === "-1"));
});
