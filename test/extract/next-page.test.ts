import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "#extract/extract";

const SAYS =
  "The harbour office said on Monday that the older of its two cranes would be taken down before the winter.";
const OWN = "https://news.example/2026/05/old-crane";

const next = (markup: string, url = OWN): string | null =>
  extract(
    `<title>Crane</title><article><h1>The old crane goes</h1><p>${SAYS}</p><p>${SAYS} So it was decided.</p>${markup}</article>`,
    { url },
  ).continuesAt;

const PAGES: readonly (readonly [string, string, string])[] = [
  ["a declared page", `<link rel="next" href="?page=2">`, `${OWN}?page=2`],
  ["a declared one by another name", `<a rel="next" href="?lapa=2">→</a>`, `${OWN}?lapa=2`],
  [
    "numbers under the text",
    `<p>1 <a href="/2026/05/old-crane/2">2</a> <a href="/2026/05/old-crane/3">3</a></p>`,
    `${OWN}/2`,
  ],
  ["a pager in words", `<div class="article-pagination"><a href="${OWN}/seite-2">weiter</a></div>`, `${OWN}/seite-2`],
];
for (const [name, markup, expected] of PAGES)
  test(`an article goes on: ${name}`, () => assert.equal(next(markup), expected));

test("an article goes on: from the second page to the third, and not beyond the last", () => {
  const row = `<div class="pages">1 <a href="/old-crane?seite=2">2</a> <a href="/old-crane?seite=3">3</a></div>`;
  const at = (page: number) => next(row, `https://news.example/old-crane?seite=${page}`);
  assert.equal(at(2), "https://news.example/old-crane?seite=3");
  assert.equal(at(3), null);
  assert.equal(
    next(`<div class="pager"><a href="crane-3.html">3</a></div>`, "https://news.example/a/crane-2.html"),
    "https://news.example/a/crane-3.html",
  );
});

const NONE: readonly (readonly [string, string, string?])[] = [
  ["the next article", `<link rel="next" href="/2026/05/new-crane">`],
  [
    "the next part of a series",
    `<p><a href="/2026/05/match-day-3">Match day 3</a></p>`,
    "https://news.example/2026/05/match-day-2",
  ],
  ["an article of the next year", `<a href="/floods-2026">Floods 2026</a>`, "https://news.example/floods-2025"],
  ["pages of comments", `<div class="pager"><a rel="next" href="/2026/05/old-crane/comment-page-2">2</a></div>`],
  ["another site", `<link rel="next" href="https://other.example/2026/05/old-crane?page=2">`],
  ["pages of a list beside it", `<div class="pager"><a href="/news?page=2">2</a></div>`],
  ["itself", `<link rel="next" href="${OWN}"><a href="#2">2</a>`],
];
for (const [name, markup, url] of NONE) test(`an article ends: ${name}`, () => assert.equal(next(markup, url), null));
