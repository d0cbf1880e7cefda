import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fromLeanJson, leanJson } from "#store/lean-json";

interface Counted {
  readonly edited: number;
  readonly sample: { readonly old: string; readonly new: string };
  readonly labels: readonly string[];
  readonly section: string | null;
}

const USUAL: Counted = { edited: 0, sample: { old: "", new: "" }, labels: [], section: null };

test("what is as usual takes no room", () => {
  assert.equal(leanJson(USUAL, USUAL), "{}");
  assert.equal(leanJson({ ...USUAL, edited: 2 }, USUAL), '{"edited":2}');
  assert.equal(leanJson({ ...USUAL, section: "sport" }, USUAL), '{"section":"sport"}');
});

test("a record in full, as it was written before, reads the same", () => {
  const full: Counted = { edited: 1, sample: { old: "12", new: "15" }, labels: ["number"], section: null };
  assert.deepEqual(fromLeanJson(JSON.stringify(full), USUAL), full);
});

test("every record comes back whole", () => {
  const counted = fc.record(
    {
      edited: fc.nat(3),
      sample: fc.record({ old: fc.string(), new: fc.string() }, { noNullPrototype: true }),
      labels: fc.array(fc.string(), { maxLength: 2 }),
      section: fc.option(fc.string()),
    },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(counted, (record) => assert.deepEqual(fromLeanJson(leanJson(record, USUAL), USUAL), record)),
    { numRuns: 200 },
  );
});
