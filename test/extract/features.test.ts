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

const paragraph = (k: number): string =>
  `<p>Part ${k}: the council met on Monday evening and decided, after two hours of talk, to repair the old bridge.</p>`;

test("judged are the lines of the chosen box and what prose is near it, but no menu, foot or hidden text, even right behind it", () => {
  const text = [1, 2, 3, 4, 5, 6, 7, 8].map(paragraph).join("");
  const setting = settingOf(`<title>Bridge stays shut</title><body><nav><a href=/>Home</a></nav>
    <main><h1>Bridge stays shut</h1><div class="article-body">${text}</div></main>
    <footer>${paragraph(9)}</footer><div hidden>${paragraph(10)}</div>
    <div class=more><p>Beside: the engineer said so.</p></div></body>`);
  const { runs } = runFeatures(setting);
  const judged = runs.map((run) => setting.page.runs[run]!.text.split(":")[0]);
  const parts = [1, 2, 3, 4, 5, 6, 7, 8].map((k) => `Part ${k}`);
  assert.deepEqual(judged, ["Bridge stays shut", ...parts, "Beside"]);
});

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
