import assert from "node:assert/strict";
import { test } from "node:test";
import { collateInFull } from "#collate/full";
import { DATE_PAIRS, DATE_PAIRS_ASIDE, type DatePair } from "./date-pairs.ts";

const LEAST = 0.9;

const isGiven = ([language, old, next]: DatePair): boolean =>
  collateInFull(old.split("\n"), next.split("\n"), language).labels.some(({ kind }) => kind === "date");

for (const [name, pairs] of [
  ["written with the rules", DATE_PAIRS],
  ["kept aside", DATE_PAIRS_ASIDE],
] as const)
  for (const [language, own] of Map.groupBy(pairs, ([code]) => code))
    test(`dates in pairs ${name} (${language}) are labelled right`, () => {
      const given = own.filter(isGiven);
      const due = own.filter((pair) => pair[3]);
      const right = given.filter((pair) => pair[3]).length;
      const wrong = own.filter((pair) => isGiven(pair) !== pair[3]).map(([, old, next]) => `${old} -> ${next}`);
      assert.equal(own.length, 20);
      assert.ok(right >= LEAST * given.length, wrong.join("\n"));
      assert.ok(right >= LEAST * due.length, wrong.join("\n"));
    });
