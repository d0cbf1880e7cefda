import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "#extract/extract";
import { smallNumbersIn } from "#language/small-numbers";

const CASES: readonly (readonly [title: string, language: string, numbers: readonly number[]])[] = [
  ["Works to take on staff for an order", "en", []],
  ["Fire at the grain silo", "en-GB", []],
  ["Court set to rule once more", "en", []],
  ["Der Rat hat sich entschieden", "de", []],
  ["Görülecek on yer", "tr", [10]],
  ["Fire steder ved havet", "da", [4]],
  ["Ten places by the sea", "en", [10]],
  ["Ten places by the sea", "", [10]],
  // A page that states another language than it has.
  ["Sieben Orte am Meer", "en", [7]],
  ["12 places by the sea", "fi", [12]],
  ["十大新闻", "zh", [10]],
];

for (const [title, language, numbers] of CASES)
  test(`the numbers of "${title}", ${language || "in no language"}`, () =>
    assert.deepEqual([...smallNumbersIn(title, language)], numbers));

/** A page with as many teasers in its text as a word of its headline means in another language. */
function pageOf(headline: string, count: number): string {
  const teasers = Array.from(
    { length: count },
    (_, i) =>
      `<article><a href="/news/other-${i}-1473306">The harbour board meets for the ${i}th time this year</a><br>Its members talk about the new pier and about the money that it costs the county.</article>`,
  ).join("\n");
  const text = [1, 2, 3, 4, 5, 6].map(
    (n) =>
      `<p>People who were there, ${n} of them, say that the day began with rain and ended with a long walk home.</p>`,
  );
  return `<!doctype html><html lang="en"><head><title>${headline}</title></head><body><main><article><h1>${headline}</h1><div class="body">
${text.slice(0, 2).join("\n")}<div class="latest"><section>${teasers}</section></div>${text.slice(2).join("\n")}</div></article></main></body></html>`;
}

for (const [headline, count] of [
  ["Brothers take on staff for their order", 10],
  ["Fire at the grain silo under control", 4],
  ["Bridge set to open in the summer", 7],
] as const)
  test(`"${headline}" promises no list of ${count}`, () => {
    const { blocks } = extract(pageOf(headline, count), { url: "https://gazette.example/news/story-140" });
    assert.equal(blocks.length, 6);
    assert.ok(blocks.every(({ text }) => text.startsWith("People who were there")));
  });
