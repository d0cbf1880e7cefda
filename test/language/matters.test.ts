import assert from "node:assert/strict";
import { test } from "node:test";
import { matterOf } from "#language/matters/find";

const CASES: readonly (readonly [word: string, language: string, matter: string | null])[] = [
  ["killed", "en", "death"],
  ["war", "en", "war"],
  // The whole word is meant: "warm" has nothing to do with it.
  ["warm", "en", null],
  ["firefighters", "en", "violence"],
  ["fired", "en", "power"],
  ["films", "en", "show"],
  ["getötet", "de", "death"],
  ["urteils", "de", "law"],
  ["blessés", "fr", "violence"],
  ["entraîneurs", "fr", "sport"],
  ["terremotos", "es", "disaster"],
  ["vacunas", "es", "health"],
  ["killed", "it", null],
  ["", "en", null],
];

for (const [word, language, matter] of CASES)
  test(`${word || "nothing"} (${language}) is about ${matter ?? "nothing in particular"}`, () => {
    assert.equal(matterOf(word, language), matter);
  });
