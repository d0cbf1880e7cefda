import assert from "node:assert/strict";
import { test } from "node:test";
import type { RunBlock } from "#extract/body/clean";
import { withoutCopies } from "#extract/body/copies";
import { cpuMsOf } from "../cpu-time.ts";

const LONG =
  "The harbour of Ems was shut on Friday after a storm had broken the outer wall, the port office said in the evening.";

/** Letters stand for blocks: capitals for paragraphs of a hundred letters, small ones for short lines. */
const blocksOf = (letters: string): readonly RunBlock[] =>
  Array.from(letters, (letter, run) => ({
    kind: "paragraph",
    text: /[A-Z]/.test(letter) ? `${letter}. ${LONG}` : letter,
    run,
  }));

/** What stands on the page, what is left of it, and why. */
const CASES: readonly (readonly [string, string, string])[] = [
  ["ABCDEABCDE", "ABCDE", "a text for wide screens and for narrow ones"],
  ["ABCDABCDABCD", "ABCD", "three widths"],
  ["xABCDyABCDz", "xABCDyz", "with lines of their own around them"],
  ["ABCDABCE", "ABCDABCE", "three alike are too short together"],
  ["ABCDEABCDF", "ABCDEF", "a copy that ends otherwise"],
  ["ABABAB", "ABABAB", "a paragraph that comes back"],
  ["rAsrBsrCs", "rAsrBsrCs", "a refrain"],
  ["yesnoyesnoyesno", "yesnoyesnoyesno", "cells of a table"],
  ["", "", "no text"],
];
for (const [page, left, name] of CASES) {
  test(`copies: ${name}`, () => {
    const texts = withoutCopies(blocksOf(page)).map(({ text }) => text[0]);
    assert.equal(texts.join(""), left);
  });
}

test("the first copy is kept, and 20,000 lines are told apart at once", () => {
  assert.deepEqual(
    withoutCopies(blocksOf("ABCDABCD")).map(({ run }) => run),
    [0, 1, 2, 3],
  );
  assert.ok(cpuMsOf(() => withoutCopies(blocksOf("ab".repeat(10_000)))) < 4_000);
});
