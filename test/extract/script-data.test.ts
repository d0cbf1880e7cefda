import assert from "node:assert/strict";
import { test } from "node:test";
import { drawnBody } from "#extract/body/drawn-body";
import { extract } from "#extract/index";

const TITLE = "The harbour is shut";
const SAID = [
  "The harbour of Ems was shut on Friday after a storm had broken the outer wall, the port office said in a statement.",
  "Two ferries that were due in the evening turned back, and some three hundred people spent the night at the school.",
  "Divers will look at the foundations as soon as the swell is below a metre, which the office expects on Sunday.",
  "The wall was built in 1954 and mended twice since then, the last time after the flood of 1998 for 1.5 million crowns.",
];
const OTHER =
  "Another story has as many words as this one, and it stands in the same data of the same page of the house.";

const state = (value: unknown): string => `<script>window.STATE = ${JSON.stringify(value)};</script>`;
const pageOf = (script: string, title = TITLE): string =>
  `<html><head><title>${title}</title><meta property="og:title" content="${title}"></head><body><div id="app"></div>${script}</body></html>`;
const read = (html: string) => extract(html, { url: "https://ems.example/2026/11/story-1" });
const linesOf = (html: string): readonly string[] => read(html).blocks.map(({ text }) => text);

test("the text under the page's own headline is read, with its headings and lists, without pictures", () => {
  const body = [
    { type: "paragraph", text: SAID[0] },
    { type: "heading", text: "What is next" },
    { type: "image", caption: "The wall, seen from the sea on a summer's day in 1998." },
    ...SAID.slice(1).map((text) => ({ type: "paragraph", text })),
    { type: "list", items: ["Ferries", "Trains"] },
  ];
  const { state: found, blocks } = read(pageOf(state({ article: { title: TITLE, body } })));
  assert.equal(found, "article");
  assert.deepEqual(
    blocks.map(({ kind, text }) => `${kind} ${text}`),
    [
      `paragraph ${SAID[0]}`,
      "heading What is next",
      ...SAID.slice(1).map((text) => `paragraph ${text}`),
      "item Ferries",
      "item Trains",
    ],
  );
});

test("other articles in the same data are left out", () => {
  const others = [1, 2, 3, 4, 5].map((i) => ({ title: `Story ${i}`, url: `/s/${i}`, text: `${OTHER} ${i}.` }));
  const html = pageOf(
    state({ others, article: { title: TITLE, html: SAID.map((line) => `<p>${line}</p>`).join("") } }),
  );
  assert.deepEqual(linesOf(html), SAID);
});

test("data that state another headline are no text of this page", () => {
  const html = pageOf(state({ article: { title: "The bridge is open", body: SAID } }));
  assert.equal(read(html).state, "empty");
});

test("a text that the page shows is never replaced by data", () => {
  const shown = SAID.map((line) => `<p>${line}</p>`).join("");
  const html = pageOf(
    `<article><h1>${TITLE}</h1>${shown}</article>${state({ article: { title: TITLE, body: [OTHER, OTHER, OTHER, OTHER] } })}`,
  );
  assert.deepEqual(linesOf(html), SAID);
});

test("what stands behind a pay wall is not taken out of the data", () => {
  const ld = `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: TITLE, isAccessibleForFree: false })}</script>`;
  assert.deepEqual(linesOf(pageOf(`${ld}${state({ article: { title: TITLE, body: SAID } })}`)), []);
});

test("a page that streams its pieces is put together", () => {
  const row = `1:${JSON.stringify(["$", "div", null, { title: TITLE, body: SAID }])}\n`;
  const pieces = [row.slice(0, 200), row.slice(200)].map(
    (piece) => `<script>self.__next_f.push([1,${JSON.stringify(piece)}])</script>`,
  );
  assert.deepEqual(linesOf(pageOf(pieces.join(""))), SAID);
});

test("broken data, code and brackets without end give nothing", () => {
  for (const script of [
    "=({[".repeat(200_000),
    `a={"title":"${TITLE}","body":[`,
    'JSON.parse("{'.repeat(5_000),
    "push([1,".repeat(50_000),
  ])
    assert.deepEqual(drawnBody(`<script>${script}</script>`, TITLE), []);
  assert.deepEqual(drawnBody("<script".repeat(100_000), TITLE), []);
});
