import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "#extract/extract";

const PARAGRAPHS = [
  "The harbour council voted on Monday to take down the older of its two cranes before the winter begins.",
  "Skippers asked for another year, because the new crane cannot lift the larger boats of the northern fleet.",
  "The work will cost four million crowns, of which the county has promised to pay a third by the summer.",
  "A vote on the new slipway was put off until the autumn, when the report of the auditors is due in town.",
];
const [one, two, three, four] = PARAGRAPHS.map((text) => `<p>${text}</p>`);
const shadow = (content: string, mode = "open") => `<template shadowrootmode="${mode}">${content}</template>`;

const read = (body: string) =>
  extract(`<title>Crane</title><body>${body}</body>`, { url: "https://news.example/2026/05/crane" });
const texts = (body: string) => read(body).blocks.map(({ text }) => text);

const SHOWN: readonly (readonly [string, string])[] = [
  ["a root", `<news-page>${shadow(`<article><h1>Crane</h1>${one}${two}${three}${four}</article>`)}</news-page>`],
  ["a closed root", `<x-a>${shadow(`<article><h1>Crane</h1>${one}${two}${three}${four}</article>`, "closed")}</x-a>`],
  [
    "roots in roots",
    `<x-a>${shadow(`<main><h1>Crane</h1><x-b>${shadow(`<div>${one}${two}${three}${four}</div>`)}</x-b></main>`)}</x-a>`,
  ],
  ["a slot before", `<h1>Crane</h1><x-a>${shadow(`<slot></slot><div>${three}${four}</div>`)}${one}${two}</x-a>`],
  [
    "slots by name, in another order",
    `<h1>Crane</h1><x-a>${shadow('<slot name="a"></slot><section><slot></slot></section>')}<div>${three}${four}</div><div slot="a">${one}${two}</div></x-a>`,
  ],
  [
    "what a slot shows without children",
    `<h1>Crane</h1><x-a>${shadow(`<slot name="x">${one}${two}</slot>${three}${four}`)}</x-a>`,
  ],
  [
    "words in a slot",
    `<h1>Crane</h1><x-a>${shadow("<p><slot></slot></p>")}${PARAGRAPHS[0]}</x-a>${two}${three}${four}`,
  ],
];
for (const [name, body] of SHOWN)
  test(`shadow roots are read: ${name}`, () => assert.deepEqual(texts(body), PARAGRAPHS));

test("shadow roots: what has no slot, and the content of other templates, is not shown", () => {
  const body = `<h1>Crane</h1><x-a>${shadow(`<div>${one}${two}</div>`)}${three}</x-a><template>${four}</template>`;
  assert.deepEqual(texts(body), PARAGRAPHS.slice(0, 2));
});

test("shadow roots: thousands in each other are refused in time", () => {
  const deep = `<x-a>${shadow("<slot></slot>")}`.repeat(1_400);
  assert.equal(read(deep + one).stateReason?.code, "too-deep");
});
