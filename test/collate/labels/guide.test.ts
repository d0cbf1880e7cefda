import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { collateInFull } from "#collate/full";
import { WEIGHTS } from "#collate/rank";

const GUIDE = readFileSync(join(import.meta.dirname, "../../../docs/guide/labels.md"), "utf8");

test("the guide states the weights", () => {
  const rows = [...GUIDE.matchAll(/^\| `([a-z-]+)` \| ([\d.]+) \|$/gm)].map(([, kind, weight]) => [
    kind,
    Number(weight),
  ]);
  assert.deepEqual(Object.fromEntries(rows), WEIGHTS);
});

test("the guide explains every kind of label", () => {
  const explained = new Set([...GUIDE.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell]) => cell!.match(/[a-z-]+/g)));
  for (const kind of Object.keys(WEIGHTS)) assert.ok(explained.has(kind), kind);
});

test("the guide's line of a batch gives the answer that it prints", () => {
  const [line, answer] = [...GUIDE.matchAll(/```json\n(.*?)```/gs)].map(([, json]) => JSON.parse(json!));
  const { id, old, new: next, language } = line;
  const given = collateInFull(old, next, language);
  // The rank comes from a model that learns again whenever a rule changes: the guide shows one of its answers.
  assert.ok(given.rank > 0.3 && given.rank < 1 && answer.rank > 0.3 && answer.rank < 1);
  assert.deepEqual({ id, ...given, rank: 0 }, { ...answer, rank: 0 });
});
