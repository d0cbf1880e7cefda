import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Apparatus, apparatus } from "#collate/apparatus";
import type { ApparatusSentence } from "#collate/apparatus/sentence";
import type { VersionText } from "#model/version";
import { paragraph } from "./arbitraries.ts";

const RAIN = "Heavy rain fell on the town of Ems for three nights.";
const TEN = "Ten people were hurt when the river broke its banks on Monday.";
const TWELVE = "Twelve people were hurt when the river broke its banks on Monday.";
const CREWS = "Crews from four districts worked through the cold.";
const SCHOOL = "Every school in the valley will stay shut until Friday.";
const CHESS = "The national chess team won its first medal abroad.";

const text = (body: readonly string[], headline: string | null = null): VersionText => ({
  headline,
  standfirst: null,
  corrections: [],
  blocks: body.map((paragraph) => ({ kind: "paragraph", text: paragraph })),
});
const versions = (...bodies: readonly (readonly string[])[]) =>
  bodies.map((body, k) => ({ number: k + 1, text: text(body) }));

/** "1-" since version 1, "1-2" from 1 to 2, "1-!3<1" back in 3 from 1; then the text and the other wordings in brackets. */
const shown = (s: ApparatusSentence): string => {
  const back = s.restoredIn === null ? "" : `!${s.restoredIn}<${s.restoredFrom}`;
  const readings = s.readings.map((r) => ` [${r.since}-${r.until} ${r.text}]`).join("");
  return `${s.since}-${s.until ?? ""}${back} ${s.text}${readings}`;
};
const lines = ({ paragraphs }: Pick<Apparatus, "paragraphs">): string[][] =>
  paragraphs.map(({ index, sentences }) => [index === null ? "gone" : `${index}`, ...sentences.map(shown)]);

/** What it shows, the versions as lists of paragraphs, and the paragraphs of the apparatus. */
const CASES: readonly (readonly [string, readonly (readonly string[])[], readonly (readonly string[])[]])[] = [
  ["no version", [], []],
  ["one version", [[RAIN]], [["0", `1- ${RAIN}`]]],
  ["a sentence that came later", [[RAIN], [`${RAIN} ${CREWS}`]], [["0", `1- ${RAIN}`, `2- ${CREWS}`]]],
  [
    "one that went stands in its paragraph",
    [[`${RAIN} ${SCHOOL} ${CREWS}`], [`${RAIN} ${CREWS}`]],
    [["0", `1- ${RAIN}`, `1-1 ${SCHOOL}`, `1- ${CREWS}`]],
  ],
  [
    "a paragraph that went stands by itself",
    [
      [RAIN, SCHOOL, CREWS],
      [RAIN, CREWS],
    ],
    [
      ["0", `1- ${RAIN}`],
      ["gone", `1-1 ${SCHOOL}`],
      ["1", `1- ${CREWS}`],
    ],
  ],
  [
    "one that came back",
    [[`${RAIN} ${CREWS}`], [RAIN], [`${RAIN} ${CREWS}`]],
    [["0", `1- ${RAIN}`, `1-!3<1 ${CREWS}`]],
  ],
  ["an edited one with its earlier wording", [[TEN], [TEN], [TWELVE]], [["0", `3- ${TWELVE} [1-2 ${TEN}]`]]],
  ["a wording that came back", [[TEN], [TWELVE], [TEN]], [["0", `1-!3<1 ${TEN} [2-2 ${TWELVE}]`]]],
  [
    "one replaced by something else stands before it",
    [[`${RAIN} ${SCHOOL}`], [`${RAIN} ${CHESS}`]],
    [["0", `1- ${RAIN}`, `1-1 ${SCHOOL}`, `2- ${CHESS}`]],
  ],
  [
    "a moved paragraph is the same",
    [
      [RAIN, TEN, CREWS],
      [CREWS, RAIN, TEN],
    ],
    [
      ["0", `1- ${CREWS}`],
      ["1", `1- ${RAIN}`],
      ["2", `1- ${TEN}`],
    ],
  ],
  ["a merge", [[RAIN, CREWS], [`${RAIN} ${CREWS}`]], [["0", `1- ${RAIN}`, `1- ${CREWS}`]]],
  ["looks are no wording", [["“No,” she said."], ['"No," she said.']], [["0", '1- "No," she said.']]],
];

for (const [name, bodies, expected] of CASES)
  test(`apparatus: ${name}`, () => {
    assert.deepEqual(lines(apparatus(versions(...bodies))), expected);
  });

test("a headline is one sentence, with its earlier wordings", () => {
  const states = ["Rain in Ems", "Ten dead in Ems", null, "Rain in Ems"];
  const { paragraphs } = apparatus(states.map((headline, k) => ({ number: k + 1, text: text([], headline) })));
  assert.deepEqual(lines({ paragraphs }), [["0", "1-!4<1 Rain in Ems [2-2 Ten dead in Ems]"]]);
});

test("without the removed sentences it is the latest version; each version is witnessed by its sentences", () => {
  fc.assert(
    fc.property(fc.array(fc.array(paragraph, { maxLength: 5 }), { minLength: 1, maxLength: 5 }), (bodies) => {
      const found = apparatus(versions(...bodies));
      const present = found.paragraphs.filter(({ index }) => index !== null);
      const squeezed = (t: string) => t.replace(/\s+/g, "");
      for (const { index, sentences } of present) {
        const own = sentences.filter((s) => s.until === null).map((s) => s.text);
        assert.equal(squeezed(own.join("")), squeezed(bodies.at(-1)![index!]!));
      }
      assert.deepEqual(
        present.map(({ index }) => index),
        [...bodies.at(-1)!.keys()].filter((k) => squeezed(bodies.at(-1)![k]!) !== ""),
      );
      for (const { sentences } of found.paragraphs)
        for (const s of sentences) {
          assert.ok(
            s.since >= 1 && (s.until ?? bodies.length) <= bodies.length && s.since <= (s.until ?? bodies.length),
          );
          assert.ok(s.restoredIn === null || s.restoredIn > s.restoredFrom! + 1 || s.readings.length > 0);
        }
    }),
    { numRuns: Number(process.env["FC_RUNS"] ?? 200) },
  );
});

test("a thousand versions of a live page stay cheap, and the oldest are left out", () => {
  const many = Array.from({ length: 1000 }, (_, k) => ({
    number: k + 1,
    text: text(Array.from({ length: 40 }, (_, p) => `Entry ${k + p} of the day tells what came in at ${k + p}.`)),
  }));
  const start = process.cpuUsage();
  const { versions: read, omitted } = apparatus(many);
  const { user } = process.cpuUsage(start);
  assert.ok(read.length + omitted === 1000 && read.at(-1) === 1000 && omitted > 0);
  assert.ok(user / 1000 < 3000, `${user / 1000} ms`);
});
