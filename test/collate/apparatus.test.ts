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

const lifeOf = (count: number, body: (version: number) => readonly string[]) =>
  Array.from({ length: count }, (_, k) => ({ number: k + 1, text: text(body(k)) }));
const range = (count: number): number[] => Array.from({ length: count }, (_, k) => k);
/** The sentence `k`, of words that come rarely. */
const told = (k: number): string =>
  `W${k} ${[3, 5, 7, 11, 13, 17].map((p) => ((k * 7919) % (p * 997)).toString(36)).join(" ")}.`;

/** What is hostile about it, the versions, and how many of them are read. */
const HOSTILE: readonly (readonly [string, ReturnType<typeof lifeOf>, number])[] = [
  [
    "a thousand versions of a live page",
    lifeOf(1000, (v) => range(40).map((p) => `Entry ${v + p} of the day tells what came in at ${v + p}.`)),
    300,
  ],
  [
    "60 versions of 200 paragraphs, one in ten edited each time",
    lifeOf(60, (v) => range(200).map((p) => `${told(p)} ${told(1000 + p)} It is ${Math.floor((v + p) / 10)} now.`)),
    60,
  ],
  ["60 versions of 100 paragraphs, all new each time", lifeOf(60, (v) => range(100).map((p) => told(v * 100 + p))), 60],
  ["two texts of 200 paragraphs in turn", lifeOf(60, (v) => range(200).map((p) => told((v % 2) * 200 + p))), 60],
  [
    "the same sentence over and over",
    lifeOf(60, (v) => new Array<string>(150 + ((v * 37) % 51)).fill("Read more.")),
    60,
  ],
  ["sentences that are nearly alike", lifeOf(60, (v) => range(200).map((p) => `Goal ${p * 60 + v} for Ems.`)), 60],
  ["three megabytes in a line", lifeOf(2, (v) => [`${"A line that never ends. ".repeat(130_000)}${v}`]), 1],
  ["one word of three megabytes", lifeOf(2, (v) => ["a".repeat(2_900_000) + v]), 2],
  ["a million empty paragraphs", lifeOf(3, () => new Array<string>(1_000_000).fill("")), 1],
  [
    "a hundred thousand letters, each a paragraph",
    lifeOf(2, (v) => range(100_000).map((p) => "abcde"[(p * v) % 5]!)),
    2,
  ],
];
/** Processor time in milliseconds: several times what the slowest takes on an idle machine. */
const BOUND_MS = 6000;

for (const [name, versions, expected] of HOSTILE)
  test(`apparatus, bounded: ${name}`, () => {
    const start = process.cpuUsage();
    const { versions: read, omitted } = apparatus(versions);
    const { user, system } = process.cpuUsage(start);
    assert.deepEqual([read.length, omitted, read.at(-1)], [expected, versions.length - expected, versions.length]);
    assert.ok((user + system) / 1000 < BOUND_MS, `${(user + system) / 1000} ms`);
  });

test("a refrain gives its place to the sentence that had the words first; of equal sentences the last that came goes", () => {
  const bodies = [
    `${TEN} ${RAIN} ${RAIN}`,
    `${RAIN} ${TEN} ${RAIN}`,
    `${RAIN} ${RAIN} ${RAIN}`,
    `${TEN} ${RAIN} ${RAIN}`,
  ];
  const { paragraphs } = apparatus(versions(...bodies.map((body) => [body])));
  assert.deepEqual(lines({ paragraphs }), [["0", `1-!4<2 ${TEN}`, `3-3 ${RAIN}`, `1- ${RAIN}`, `1- ${RAIN}`]]);
});
