import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { KNOWN } from "./known-values.ts";

/** As `node test/version/schedule/known-values.record.ts` wrote them when they had been looked at; a change has to be meant. */
const RECORDED = JSON.parse(readFileSync(join(import.meta.dirname, "known-values.json"), "utf8")) as Readonly<
  Record<string, unknown>
>;
/** The last digits may differ between processors. */
const CLOSE = 1e-9;

function assertClose(found: unknown, known: unknown, path: string): void {
  if (typeof found === "number" && typeof known === "number")
    assert.ok(Math.abs(found - known) <= CLOSE * Math.max(1, Math.abs(known)), `${path}: ${found} is not ${known}`);
  else if (typeof found === "object" && found !== null && typeof known === "object" && known !== null) {
    assert.deepEqual(Object.keys(found), Object.keys(known), path);
    for (const [key, value] of Object.entries(found))
      assertClose(value, (known as Readonly<Record<string, unknown>>)[key], `${path}.${key}`);
  } else assert.equal(found, known, path);
}

for (const [name, value] of Object.entries(KNOWN))
  test(`schedule: ${name} is what it was`, () =>
    assertClose(JSON.parse(JSON.stringify(value())), RECORDED[name], name));

test("no value is recorded that nothing computes", () => assert.deepEqual(Object.keys(RECORDED), Object.keys(KNOWN)));
