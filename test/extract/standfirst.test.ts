import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "#extract/index";

const TEXT = `<div class="story-body">${"<p>The ferry to Ems will sail again on Friday, after the outer wall of the harbour was mended, the port office said.</p>".repeat(6)}</div>`;
const BYLINE = '<meta name="author" content="Priya Nadar">';

const standfirst = (head: string): string | null =>
  extract(
    `<title>Ferry to Ems sails again</title>${BYLINE}<body><article><h1>Ferry to Ems sails again</h1>${head}${TEXT}</article>`,
    { url: "https://marlowstar.example/2024/05/03/ferry" },
  ).standfirst;

const SUMMARY = "Three weeks after the storm, the first boat leaves at dawn";

const LONG = `${SUMMARY}, and forty people have booked.`;

/** What stands under the headline, and what of it is the standfirst. */
const CASES: readonly (readonly [string, string, string | null])[] = [
  ["a summary", `<h2 class="standfirst">${SUMMARY}</h2>`, SUMMARY],
  [
    "a summary that names the writer",
    `<h2>${SUMMARY}, writes Priya Nadar from the quay</h2>`,
    `${SUMMARY}, writes Priya Nadar from the quay`,
  ],
  [
    "a summary in the byline's wrapper",
    `<div class="byline-and-more"><h2 class="strapline">${SUMMARY}</h2><p>By Priya Nadar</p></div>`,
    SUMMARY,
  ],
  ["a summary in bold", `<div><p><b>${LONG}</b></p></div>`, LONG],
  ["bold words beside a picture", `<figure><img src="/pier.jpg"><p><b>${LONG}</b></p></figure>`, null],
  ["bold words under a picture", `<div><img src="/pier.jpg"><figcaption><b>${LONG}</b></figcaption></div>`, null],
  ["three words", '<p class="standfirst">No way through</p>', "No way through"],
  ["a short line in the headline's box", "<h2>Nine weeks of waits</h2>", "Nine weeks of waits"],
  ["a short Japanese line", '<p class="lead">漁師に打撃</p>', "漁師に打撃"],
  ["a short Arabic line", '<div class="subtitle">تسعة أسابيع</div>', "تسعة أسابيع"],
  [
    "a line that no class names",
    "<div class=q1>Three weeks of waiting for all who live out there</div>",
    "Three weeks of waiting for all who live out there",
  ],
  ["one word", '<p class="standfirst">Shipping</p>', null],
  ["a section and a count", "<div class=q1>Live Updated 3 minutes ago 1,482 people reading</div>", null],
  ["a role after the name", '<p>Priya Nadar</p><h2 class="subtitle">National political reporter</h2>', null],
  [
    "a headline-like line with a role in it",
    '<h2 class="subtitle">Port director welcomes the early return</h2>',
    "Port director welcomes the early return",
  ],
  ["a name and a day", '<h4 class="subtitle">By Priya Nadar | 3 May 2024</h4>', null],
  ["a day and the staff", '<h2 class="subtitle">05/03/2024 06:14 pm ET BY MARLOW STAR STAFF</h2>', null],
  ["a day alone", '<h2 class="date-header">Friday, May 3, 2024</h2>', null],
  [
    "what the writer says of herself",
    '<div class="author-box"><p class="description">I am a sailor, a journalist and a keeper of bees, not always in that order.</p></div>',
    null,
  ],
  [
    "what the paper says of the writer",
    '<p class="lead">Priya Nadar covers the coast and its ports for the paper.</p>',
    null,
  ],
];

const PARAGRAPHS = [
  "The ferry to Ems will sail again on Friday, after the outer wall of the harbour was repaired, the port office said.",
  "Two divers looked at the wall for a week and found no further cracks in it.",
];

for (const line of [PARAGRAPHS[0]!, "No way through", "Three weeks after the storm the first boat leaves."])
  test(`one template gives one reading: ${line.slice(0, 30)}`, () => {
    const page = `<title>Ferry sails</title><article><h1>Ferry sails again to Ems</h1><p class="standfirst">${line}</p><div class="story-body">${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}</div></article>`;
    const { standfirst, blocks } = extract(page, { url: "https://marlowstar.example/2024/05/03/ferry" });
    assert.equal(standfirst, line);
    assert.deepEqual(
      blocks.map(({ text }) => text),
      PARAGRAPHS,
    );
  });

test("a first line in bold is a paragraph, with a full stop and without", () => {
  for (const line of ["Three weeks of waiting", "Three weeks of waiting are over."]) {
    const page = `<title>Ferry sails</title><article><h1>Ferry sails again to Ems</h1><div><p><b>${line}</b></p>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}</div></article>`;
    assert.equal(extract(page, { url: "https://marlowstar.example/2024/05/03/ferry" }).blocks[0]?.text, line);
  }
});

test("a word in a time of its own beside the byline is a date", () => {
  for (const place of ["<p>By Priya Nadar</p><p><time>Today</time></p>", "<div><time>Gestern Abend</time></div>"]) {
    const page = `<title>Ferry sails</title><article><h1>Ferry sails again to Ems</h1><div>${place}${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}</div></article>`;
    const { standfirst, blocks } = extract(page, { url: "https://marlowstar.example/2024/05/03/ferry" });
    assert.deepEqual([standfirst, ...blocks.map(({ text }) => text)], [null, ...PARAGRAPHS]);
  }
});

for (const [name, head, expected] of CASES) test(`standfirst: ${name}`, () => assert.equal(standfirst(head), expected));
