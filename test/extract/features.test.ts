import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runFeatures } from "#extract/model/features";
import { settingOf } from "./setting.ts";

const CASES = join(import.meta.dirname, "..", "pages");
const page = (name: string): string => readFileSync(join(CASES, name, "page.html"), "utf8");

const names = ["daily-correction", "regional-german", "japanese-ruby", "arabic-rtl", "table-layout-dutch"];

for (const name of names) {
  test(`${name}: a row of finite numbers for each judged run, each feature once`, () => {
    const setting = settingOf(page(name));
    const { names, runs, rows } = runFeatures(setting);
    assert.equal(new Set(names).size, names.length);
    assert.equal(rows.length, runs.length * names.length);
    assert.ok(rows.every(Number.isFinite));
    assert.ok(runs.length > 0 && runs.every((run) => setting.page.runs[run] !== undefined));
  });
}

/** Each letter by another of its kind, outside tags and entities: no word stays what it was. */
const rewritten = (html: string): string =>
  html.replace(/(<[^>]*>|&\w+;)|[a-z]/gi, (letter, tag: string | undefined) => tag ?? swap(letter));
const swap = (letter: string): string => {
  const base = letter <= "Z" ? 65 : 97;
  return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
};

test("no word is read: a page whose words are all replaced has the same features", () => {
  const html = `<title>Bridge stays shut</title><body><nav><a href=/>Home</a> <a href=/s>Sport</a></nav><h1>Bridge stays shut</h1>
    <article class="article-body">${"<p>The council said on Monday that the work, begun in May, would last. It did not say why.</p>".repeat(3)}
    <h2>What comes next</h2><p>A ferry, paid by the city, runs “every hour” until then; see the 3 stops.</p>
    <p>Subscribe to our newsletter, click here and follow us.</p></article><aside><p>Advertisement</p></aside>`;
  const before = runFeatures(settingOf(html));
  const after = runFeatures(settingOf(rewritten(html)));
  assert.deepEqual(after, before);
});
