import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type Document, EXTRACTOR, extract } from "#extract/index";
import { NO_RULES, NO_TEMPLATE, type SiteRules } from "#extract/site/template";

/** Each folder is a case: the page and the document a person says it holds, by the rules of its site if it names some. */
const CASES = join(import.meta.dirname, "..", "pages");

for (const name of readdirSync(CASES)) {
  test(`page case ${name}`, () => {
    const { rules = NO_RULES, ...expected } = JSON.parse(
      readFileSync(join(CASES, name, "expected.json"), "utf8"),
    ) as Omit<Document, "extractor"> & { readonly rules?: SiteRules };
    const html = readFileSync(join(CASES, name, "page.html"), "utf8");
    const site = { ...NO_TEMPLATE, rules };
    assert.deepEqual(extract(html, { url: expected.url, site }), { ...expected, extractor: EXTRACTOR });
  });
}
