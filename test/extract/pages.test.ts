import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type Document, EXTRACTOR, extract } from "#extract/index";

/** Each folder is a case: the page and the document a person says it holds. */
const CASES = join(import.meta.dirname, "..", "pages");

for (const name of readdirSync(CASES)) {
  test(`page case ${name}`, () => {
    const expected = JSON.parse(readFileSync(join(CASES, name, "expected.json"), "utf8")) as Omit<
      Document,
      "extractor"
    >;
    const html = readFileSync(join(CASES, name, "page.html"), "utf8");
    assert.deepEqual(extract(html, { url: expected.url }), { ...expected, extractor: EXTRACTOR });
  });
}
