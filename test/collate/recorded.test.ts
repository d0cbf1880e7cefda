import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { linesOf, readRecorded } from "./recorded.ts";

/**
 * Texts edited at random, and how their collations came out: not what is right, but what is so. After a change that is meant
 * `node test/collate/recorded.record.ts` writes them again; what is different then is to be read before it is kept.
 */
const RECORDED = readRecorded(readFileSync(join(import.meta.dirname, "recorded.txt"), "utf8"));

test("there are recorded texts", () => assert.ok(RECORDED.length > 20));

for (const [k, { versions, lines }] of RECORDED.entries())
  test(`recorded text ${k + 1} collates as before: ${versions[0]![0]!.slice(0, 40)}`, () =>
    assert.deepEqual(linesOf(versions), lines));
