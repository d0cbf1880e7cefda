import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { collate, collateSentences, type SentencePair, sentencesOf } from "#collate/index";
import { witnesses } from "./arbitraries.ts";

const RAIN = "Heavy rain fell on the town of Ems for three nights.";
const TOLL = "Ten people were hurt when the river broke its banks.";
const CREWS = "Crews from four districts worked through the cold.";
const SCHOOL = "Every school in the valley will stay shut until Friday.";
const CHESS = "The national chess team won its first medal abroad.";
const MAYOR = "The mayor thanked the crews and asked for patience.";

const shown = (pairs: readonly SentencePair[]) =>
  pairs.map((pair) => `${pair.moved ? "^" : ""}${pair.old}>${pair.new}`).join(" ");

/** What it shows, paragraphs before and after, and the pairs group by group, "^" for moved ones; numbers count over the text. */
const CASES: readonly (readonly [string, readonly string[], readonly string[], readonly string[]])[] = [
  ["nothing", [], [], []],
  ["equal ones", [`${RAIN} ${TOLL}`], [`${RAIN} ${TOLL}`], ["0>0 1>1"]],
  ["an edited one", [`${RAIN} ${TOLL}`], [`${RAIN} ${TOLL.replace("Ten", "Twelve")}`], ["0>0 1>1"]],
  ["one added, one removed", [`${RAIN} ${TOLL} ${CREWS}`], [`${RAIN} ${CREWS} ${SCHOOL}`], ["0>0 1> 2>1 >2"]],
  ["numbers run on", [RAIN, `${TOLL} ${CREWS}`], [RAIN, `${TOLL} ${CREWS}`], ["0>0", "1>1 2>2"]],
  [
    "one sentence made two",
    ["Heavy rain fell on the town, and ten people were hurt when the river broke its banks."],
    ["Heavy rain fell on the town. Ten people were hurt when the river broke its banks."],
    ["0>0,1"],
  ],
  ["one written twice is not one made two", [RAIN], [`${RAIN} ${RAIN}`], ["0>0 >1"]],
  ["nor is an edited one", [RAIN.replace("town", "city")], [`${RAIN} ${RAIN.replace("Heavy", "More")}`], ["0>0 >1"]],
  ["a split paragraph", [`${RAIN} ${TOLL}`], [RAIN, TOLL], ["0>0 1>1"]],
  [
    "carried into another paragraph",
    [`${RAIN} ${TOLL} ${CREWS}`, CHESS, `${SCHOOL} ${MAYOR}`],
    [`${RAIN} ${CREWS}`, CHESS, `${SCHOOL} ${MAYOR} ${TOLL}`],
    ["0>0 2>1", "3>2", "4>3 5>4 ^1>5"],
  ],
  ["an added paragraph", [RAIN], [RAIN, `${TOLL} ${CREWS}`], ["0>0", ">1 >2"]],
];

for (const [name, old, next, groups] of CASES)
  test(`sentences: ${name}`, () => {
    const found = collateSentences(collate(old, next), old, next);
    assert.deepEqual(found.groups.map(shown), groups);
  });

test("every sentence is in exactly one pair, and stands where it says", () => {
  fc.assert(
    fc.property(witnesses, ([old, next]) => {
      const collation = collate(old, next);
      const found = collateSentences(collation, old, next);
      const pairs = found.groups.flat();
      for (const [side, paragraphs] of [
        ["old", old],
        ["new", next],
      ] as const) {
        const numbers = pairs.flatMap((pair) => pair[side]).sort((a, b) => a - b);
        assert.deepEqual(numbers, [...found[side].keys()]);
        for (const { paragraph, start, end } of found[side])
          assert.ok(start >= 0 && end > start && end <= paragraphs[paragraph]!.length);
      }
      for (const group of collation.groups) {
        const own = sentencesOf(group, old, next);
        assert.equal(own.pairs.flatMap((pair) => pair.old).length, own.old.length);
      }
    }),
    { numRuns: Number(process.env["FC_RUNS"] ?? 200) },
  );
});
