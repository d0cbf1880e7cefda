import assert from "node:assert/strict";
import { test } from "node:test";
import { assessParagraphs, collate } from "#collate/index";
import { NEGATION_PAIRS } from "./negation-pairs.ts";

/** Of the labels given and of those due, those that are right. */
const LEAST = 0.9;

const isDenied = (old: string, next: string, language: string): boolean =>
  assessParagraphs([old], [next], collate([old], [next]), language).labels.some(({ kind }) => kind === "negation");

for (const [language, halves] of Object.entries(NEGATION_PAIRS))
  for (const [half, lines] of halves.entries())
    test(`a claim denied or turned round is found (${language}, half ${half + 1})`, () => {
      const pairs = lines
        .trim()
        .split("\n")
        .map((line) => {
          const [old, next] = line.slice(2).split(" | ") as [string, string];
          return { line, due: line.startsWith("+"), given: isDenied(old, next, language) };
        });
      const right = pairs.filter(({ due, given }) => due && given).length;
      const wrong = pairs.filter(({ due, given }) => due !== given).map(({ line }) => line);
      assert.ok(right >= LEAST * pairs.filter(({ given }) => given).length, `too many: ${wrong.join("; ")}`);
      assert.ok(right >= LEAST * pairs.filter(({ due }) => due).length, `too few: ${wrong.join("; ")}`);
    });
