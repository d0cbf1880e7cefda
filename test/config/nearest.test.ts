import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { nearest } from "#config/nearest";

const known = ["serve", "search", "show", "sources", "hide", "unhide"];

const cases: readonly (readonly [word: string, meant: string | null])[] = [
  ["serv", "serve"],
  ["serach", "search"],
  ["SHOW", "show"],
  ["source", "sources"],
  ["hde", "hide"],
  ["x", null],
  ["everything", null],
  ["", null],
];

suite("the nearest known word", () => {
  for (const [word, meant] of cases)
    test(`${word || "(empty)"} means ${meant}`, () => assert.equal(nearest(word, known), meant));
});
