import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "#extract/index";

const read = (body: string) =>
  extract(`<title>Sailings of the week</title><body><nav><a href="/">Home</a></nav>${body}</body>`, {
    url: "https://marlowstar.example/2024/05/03/sailings",
  });

test("a body of nothing but short lines is read from the box that calls itself one", () => {
  const lines = ["From Ems", "Monday, 06:10 to Varde", "Tuesday, no boat", "From Varde", "Sunday, 21:40 to Ems"];
  const { state, blocks } = read(
    `<article><h1>Sailings of the week</h1><div class="entry-content">${lines.map((line) => `<p>${line}</p>`).join("")}</div></article>`,
  );
  assert.deepEqual([state, blocks.map(({ text }) => text)], ["article", lines]);
});

test("a gallery's text is its captions, and not those of teasers beside it", () => {
  const slides = [
    "The first boat of the morning leaves the inner basin under a sky full of gulls.",
    "A crane lifts the last stone of the outer wall, which the storm had broken in March.",
    "Passengers wait on the quay with bicycles, prams and a dog that does not like water.",
  ];
  const figures = (captions: readonly string[]) =>
    captions.map((text) => `<figure><img src="/1.jpg"><figcaption>${text}</figcaption></figure>`).join("");
  const { state, blocks } = read(
    `<article><h1>Sailings of the week</h1><div class="slides">${figures(slides)}</div></article><aside>${figures([`${slides[0]} Elsewhere.`])}</aside>`,
  );
  assert.deepEqual([state, blocks.map(({ text }) => text)], ["article", slides]);
});

test("a paragraph that is mostly a link stays; a short one that is nearly nothing else leads elsewhere", () => {
  const report =
    "The report of the engineers on the state of the outer wall, which the council has had in its drawers since March, was published on Sunday.";
  const boats = [1, 2, 3, 4, 5, 6].map(
    (k) =>
      `<p>Boat ${k} leaves the inner basin at dawn, takes forty passengers, two cars and the mail for the islands, and is at Varde by noon if the wind allows.</p>`,
  );
  for (const [linked, times, kept] of [
    [0.7, 1, true],
    [0.85, 1, false],
    [0.85, 5, true],
  ] as const) {
    const text = Array.from({ length: times }, () => report).join(" ");
    const end = Math.round(text.length * linked);
    const link = `<div class="x"><p><a href="/wall">${text.slice(0, end)}</a>${text.slice(end)}</p></div>`;
    const lines = boats.toSpliced(3, 0, link).join("");
    const { blocks } = read(`<article><h1>Sailings of the week</h1><div class="text">${lines}</div></article>`);
    assert.equal(blocks.length, kept ? 7 : 6, `${linked} of ${times}`);
  }
});

test("a page that its script would fill stays empty", () => {
  const { state, blocks } = read(
    '<h1>Sailings of the week</h1><div class="article-body"><p>Loading</p><p>Please wait</p></div>',
  );
  assert.deepEqual([state, blocks], ["empty", []]);
});

test("a text begins with its first sentence of 60 characters or paragraph of 200: labels and short lines before it are no part of it", () => {
  const parts = [1, 2, 3, 4].map(
    (k) => `Boat ${k} leaves the inner basin at dawn, takes forty passengers and two cars, and is at Varde by noon.`,
  );
  const labels = ["Filed on Monday under boats, harbours and the works of the council of Ems", "Thank you."];
  for (const label of labels) {
    const lines = [label, ...parts].map((line) => `<p>${line}</p>`).join("");
    const { blocks } = read(`<article><h1>Sailings of the week</h1><div class="text">${lines}</div></article>`);
    assert.deepEqual(
      blocks.map(({ text }) => text),
      parts,
    );
  }
});
