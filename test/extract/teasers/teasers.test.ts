import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "#extract/index";
import { otherPage, STREAMS, TEXTS } from "./other-pages.ts";
import { type DrawnPage, streamPage } from "./pages.ts";

const URL_OF_PAGE = "https://house.example/2026/11/story-77";
const PAGES = 60;
const PAGES_OF_A_KIND = 12;

/** What a reading lacks, and what it has of others; both are empty for a right one. */
function faults({ html, text, others }: DrawnPage): readonly string[] {
  const { standfirst, blocks } = extract(html, { url: URL_OF_PAGE });
  const all = [standfirst ?? "", ...blocks.map((block) => block.text)].join("\n");
  return [
    ...text.filter((line) => !all.includes(line)).map((line) => `lacks ${line}`),
    ...others.filter((line) => all.includes(line)).map((line) => `has ${line}`),
  ];
}

/** Share of the lines that a reading may get wrong: what is neither clearly text nor clearly another's. */
const ALLOWED = 0.02;

function assertRight(pages: readonly DrawnPage[]): void {
  const wrong = pages.flatMap((page, i) => faults(page).map((fault) => `${i + 1} ${fault}`));
  const lines = pages.reduce((sum, { text, others }) => sum + text.length + others.length, 0);
  assert.ok(wrong.length <= lines * ALLOWED, wrong.join("\n"));
}

const draw = (count: number, page: (seed: number) => DrawnPage): readonly DrawnPage[] =>
  Array.from({ length: count }, (_, i) => page(i + 1));

test("streams of teasers above, inside and below a text are no part of it", () => assertRight(draw(PAGES, streamPage)));

for (const [name, make] of Object.entries(STREAMS))
  test(`other articles: ${name}`, () => assertRight(draw(PAGES_OF_A_KIND, (seed) => otherPage(seed, make, true))));

for (const [name, make] of Object.entries(TEXTS))
  test(`text: ${name}`, () => assertRight(draw(PAGES_OF_A_KIND, (seed) => otherPage(seed, make, false))));
