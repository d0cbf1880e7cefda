import assert from "node:assert/strict";
import { test } from "node:test";
import { differs, dropIslands, showSpacing } from "#collate/words/tidy";

/** What stands between two equal stretches on both sides, and whether a reader should see a difference. */
const GAPS: readonly (readonly [old: string, next: string, expected: boolean])[] = [
  ["", "", false],
  [" ", "  ", false],
  [" ", "\n", false],
  ["", "\n", false],
  ["“", '"', false],
  ["–", "-", false],
  ["", " ", true],
  [",", "", true],
  [" old ", " new ", true],
];
for (const [old, next, expected] of GAPS)
  test(`${JSON.stringify(old)} and ${JSON.stringify(next)} ${expected ? "differ" : "look the same"}`, () => {
    assert.equal(differs(old, next), expected);
    assert.equal(differs(next, old), expected);
  });

const passage = (oldStart: number, oldEnd: number, newStart: number, newEnd: number, words: number) => ({
  oldStart,
  oldEnd,
  newStart,
  newEnd,
  words,
});

/** "A" and "B" changed on both sides of an equal stretch of so many words. */
for (const [island, words, kept] of [
  [" one two ", 2, false],
  [" one two three ", 3, true],
] as const)
  test(`an equal stretch of ${words} words between two edits ${kept ? "stays" : "is dropped"}`, () => {
    const [old, next] = [`A${island}A`, `B${island}B`];
    const middle = passage(1, 1 + island.length, 1, 1 + island.length, words);
    assert.deepEqual(dropIslands(old, next, [middle]), kept ? [middle] : []);
  });

test("a short equal stretch at the beginning or end is not an island", () => {
  const start = passage(0, 4, 0, 4, 1);
  const end = passage(5, 9, 5, 9, 1);
  assert.deepEqual(dropIslands("one A two", "one B two", [start, end]), [start, end]);
});

test("a space that went takes the mark beside it into the edit", () => {
  const [word, mark] = [passage(0, 4, 0, 4, 1), passage(5, 6, 4, 5, 0)];
  assert.deepEqual(showSpacing("Quoi !", "Quoi!", [word, mark]), [word]);
});
