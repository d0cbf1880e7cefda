import assert from "node:assert/strict";
import { test } from "node:test";
import { extract, type PageState } from "#extract/index";

const HOME = "https://news.example/";
const SECTION = "https://news.example/politics";

const links = (count: number): string =>
  `<ul>${Array.from({ length: count }, (_, i) => `<li><a href="/a${i}">Council number ${i} decides to repair the old bridge</a></li>`).join("")}</ul>`;
const prose = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) =>
      `<p>The council of town ${i} met on Monday evening and decided, after two hours of talk, to repair the old bridge over the river, which had been shut to all carts since the flood of last autumn.</p>`,
  ).join("");

/** Address, titles that are links, paragraphs of prose, more in the head, and what the page is. */
const CASES: readonly (readonly [
  name: string,
  url: string,
  titles: number,
  paragraphs: number,
  head: string,
  state: PageState,
])[] = [
  ["a section of titles", SECTION, 40, 0, "", "listing"],
  ["a section with a word of welcome", SECTION, 40, 2, "", "listing"],
  ["a section with too much prose", SECTION, 40, 3, "", "article"],
  ["a home page with long teasers", HOME, 40, 9, "", "listing"],
  ["a home page with more prose than titles can outweigh", HOME, 26, 9, "", "article"],
  ["few titles", HOME, 20, 0, "", "empty"],
  ["what calls itself an article", SECTION, 40, 2, '<meta property="og:type" content="article">', "article"],
];
for (const [name, url, titles, paragraphs, head, state] of CASES)
  test(`a list of articles: ${name}: ${state}`, () => {
    const html = `<html lang=en><head><title>News</title>${head}</head><body><main><h1>News of the day</h1>${prose(paragraphs)}${links(titles)}</main></body></html>`;
    assert.equal(extract(html, { url }).state, state);
  });
