import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { clipApart, clipEnd, clipStart } from "#collate/words/clip";
import { paragraph } from "./arbitraries.ts";

const PAGE = `https://ems.example/2024/03/05/${"a-long-story-".repeat(8)}`;

/** What it shows, two texts, and what is left of each in 40 units. */
const CASES: readonly (readonly [string, string, string, string, string])[] = [
  ["short ones", "ten", "twelve", "ten", "twelve"],
  ["the end of an address", `${PAGE}?a=1`, `${PAGE}?a=2`, "…ory-a-long-story-?a=1", "…ory-a-long-story-?a=2"],
  [
    "the end of a long sentence",
    "The flood had reached the upper town of Ems by Monday.",
    "The flood had reached the upper town of Ems by Tuesday.",
    "…town of Ems by Monday.",
    "…town of Ems by Tuesday.",
  ],
  [
    "the beginning",
    "Ten people had to leave the upper town of Ems.",
    "Twelve people had to leave the upper town of Ems.",
    "Ten people had to leave the upper town…",
    "Twelve people had to leave the upper…",
  ],
  [
    "a run without spaces",
    `${"雨".repeat(60)}一`,
    `${"雨".repeat(60)}二`,
    `…${"雨".repeat(19)}一`,
    `…${"雨".repeat(19)}二`,
  ],
];

for (const [name, old, next, before, after] of CASES)
  test(`clipped where they differ: ${name}`, () => {
    assert.deepEqual(clipApart(old, next, 40), [before, after]);
  });

test("a word too long for the limit is cut, not left out, and between graphemes", () => {
  assert.equal(clipEnd(PAGE, 30), `${PAGE.slice(0, 29)}…`);
  assert.equal(clipEnd("👩‍👧".repeat(10), 14), `${"👩‍👧".repeat(2)}…`);
});

test("whatever the texts, what is clipped keeps to the limit", () => {
  fc.assert(
    fc.property(paragraph, paragraph, fc.integer({ min: 30, max: 120 }), (old, next, limit) => {
      for (const clipped of [...clipApart(old, next, limit), clipEnd(old, limit), clipStart(old, limit)])
        assert.ok(clipped.length <= limit, `${clipped.length} > ${limit}`);
    }),
    { numRuns: Number(process.env["FC_RUNS"] ?? 200) },
  );
});
