import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeVariant, encodeVariant, paragraphsIn } from "#store/versions/variant-text";
import { textOf } from "../contract/fixtures.ts";

test("a variant names the paragraphs that the latest version has, and carries only the others", () => {
  const text = textOf("Why A", "one", "two");
  const { encoded, cut } = encodeVariant(
    text,
    new Map([
      ["one", 7],
      ["two", 9],
    ]),
  );
  assert.equal(encoded, '[["headline","Why A"],["paragraph",7],["paragraph",9]]');
  assert.equal(cut, false);
  assert.deepEqual(paragraphsIn(encoded), [7, 9]);
  const texts = new Map([
    [7, "one"],
    [9, "two"],
  ]);
  assert.deepEqual(decodeVariant(encoded, texts), text);
});
