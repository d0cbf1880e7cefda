import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { collateInFull } from "#collate/full";
import { WEIGHTS, WORDING } from "#collate/rank";

const GUIDE = readFileSync(join(import.meta.dirname, "../../../docs/guide/labels.md"), "utf8");

test("the guide states the weights that the rank is made of", () => {
  const rows = [...GUIDE.matchAll(/^\| `([a-z-]+)` \| ([\d.]+) \|$/gm)].map(([, kind, weight]) => [
    kind,
    Number(weight),
  ]);
  assert.deepEqual(Object.fromEntries(rows), WEIGHTS);
  assert.ok(GUIDE.includes(`count ${WORDING}.`));
});

test("the guide explains every kind of label", () => {
  const explained = new Set([...GUIDE.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell]) => cell!.match(/[a-z-]+/g)));
  for (const kind of Object.keys(WEIGHTS)) assert.ok(explained.has(kind), kind);
});

test("the guide's line of a batch gives the answer that it prints", () => {
  const [line, answer] = [...GUIDE.matchAll(/```json\n(.*?)```/gs)].map(([, json]) => JSON.parse(json!));
  const { id, old, new: next, language } = line;
  assert.deepEqual({ id, ...collateInFull(old, next, language) }, answer);
});
