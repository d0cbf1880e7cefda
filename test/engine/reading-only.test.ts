import assert from "node:assert/strict";
import { test } from "node:test";
import { isReadingOnly, type Said } from "#engine/rereading/reading-only";
import { extractWithLines } from "#extract/extract";

const SAID = [
  "The harbour of Ems was shut on Friday after a storm had broken the outer wall, the port office said in a statement.",
  "Two ferries that were due in the evening turned back, and some three hundred people spent the night at the school.",
  "Divers will look at the foundations as soon as the swell is below a metre, which the weather office expects on Sunday.",
  "The wall was built in 1954 and mended twice since then, the last time after the flood of 1998 for 1.5 million crowns.",
  "Shops on the quay stay open, said the mayor, who thanked the bakers for bringing bread to the school before dawn.",
] as const;
const QUOTE = "We have seen worse, and we will see worse, said the old keeper of the light on the outer wall.";
const HEAD = "Harbour of Ems shut after storm";

interface Made {
  readonly headline?: string;
  readonly title?: string;
  readonly paragraphs?: readonly string[];
  readonly standfirst?: string;
  /** Beside the text, which it belongs to no less and no more. */
  readonly beside?: string;
}

const inTags = (paragraphs: readonly string[]): string => paragraphs.map((text) => `<p>${text}</p>`).join("\n");

const OLD = ({ headline = HEAD, title = HEAD, paragraphs = SAID, standfirst, beside = "" }: Made): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main><article class="story"><h1>${headline}</h1>
${standfirst ? `<p class="standfirst">${standfirst}</p>` : ""}<div class="body">${inTags(paragraphs)}</div></article>${beside}</main></body></html>`;

const NEW = ({ headline = HEAD, title = HEAD, paragraphs = SAID, standfirst, beside = "" }: Made): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><div class="page"><section class="wide"><h1>${headline}</h1>
${standfirst ? `<p class="standfirst">${standfirst}</p>` : ""}<div class="richtext">${inTags(paragraphs)}</div></section>${beside}</div></body></html>`;

/** What a reading took of a page; some readings leave a line out, or take one more. */
function said(html: string, { left = [], taken = [] }: { left?: readonly string[]; taken?: readonly string[] }): Said {
  const { document, lines } = extractWithLines(html, { url: "https://ems.example/2024/05/03/harbour" });
  const blocks = [
    ...document.blocks.filter(({ text }) => !left.includes(text)),
    ...taken.map((text) => ({ kind: "quote" as const, text })),
  ];
  return { text: { ...document, blocks }, lines };
}

interface Case {
  readonly name: string;
  readonly before: Made & Parameters<typeof said>[1];
  readonly after: Made & Parameters<typeof said>[1];
  /** Whether only the reading differs: in one design, when the design is new, and later between two designs. */
  readonly one: boolean;
  readonly fresh: boolean;
  readonly later: boolean;
}

const replaced = (at: number, text: string): readonly string[] => SAID.map((line, i) => (i === at ? text : line));
const QUOTED = `<aside class="pull"><blockquote>${QUOTE}</blockquote></aside>`;
const NOTE = `<aside class="box"><p>${QUOTE}</p></aside>`;
const POINTERS = ["Ferry back at sea", "School lets in three hundred", "What the wall cost"];
const list = (items: readonly string[], before = ""): string =>
  `<ul>${items.map((text, i) => `<li>${before}<a href="/${i}">${text}</a></li>`).join("")}</ul>`;
const offered = (text: string): string => `More on our pages: ${text}`;

const CASES: readonly Case[] = [
  { name: "the same text", before: {}, after: {}, one: true, fresh: true, later: true },
  {
    name: "a paragraph that one reading leaves out",
    before: {},
    after: { left: [SAID[3]] },
    one: true,
    fresh: true,
    later: true,
  },
  {
    name: "a quote that stands on both pages and was read on one",
    before: { beside: QUOTED },
    after: { beside: QUOTED, taken: [QUOTE] },
    one: true,
    fresh: true,
    later: true,
  },
  {
    name: "a quote that came to the page and was read there",
    before: {},
    after: { beside: QUOTED, taken: [QUOTE] },
    one: false,
    fresh: false,
    later: false,
  },
  {
    name: "a paragraph that was cut and stands in a quote still",
    before: { beside: NOTE, paragraphs: [...SAID, QUOTE] },
    after: { beside: NOTE },
    one: false,
    fresh: true,
    later: true,
  },
  {
    name: "one word",
    before: {},
    after: { paragraphs: replaced(1, SAID[1].replace("three", "four")) },
    one: false,
    fresh: false,
    later: false,
  },
  {
    name: "one number",
    before: {},
    after: { paragraphs: replaced(3, SAID[3].replace("1.5", "15")) },
    one: false,
    fresh: false,
    later: false,
  },
  {
    name: "a sentence at the end of a paragraph",
    before: {},
    after: { paragraphs: replaced(2, `${SAID[2]} It may be Monday.`) },
    one: false,
    fresh: false,
    later: false,
  },
  {
    name: "a paragraph more",
    before: {},
    after: { paragraphs: [...SAID, QUOTE] },
    one: false,
    fresh: false,
    later: false,
  },
  {
    name: "a paragraph less",
    before: {},
    after: { paragraphs: SAID.slice(0, 4) },
    one: false,
    fresh: false,
    later: false,
  },
  {
    name: "a paragraph moved",
    before: {},
    after: { paragraphs: [SAID[0], SAID[2], SAID[1], SAID[3], SAID[4]] },
    one: false,
    fresh: false,
    later: false,
  },
  {
    name: "two paragraphs joined",
    before: {},
    after: { paragraphs: [`${SAID[0]} ${SAID[1]}`, ...SAID.slice(2)] },
    one: false,
    fresh: false,
    later: false,
  },
  {
    name: "another headline",
    before: {},
    after: { headline: "Storm breaks the wall of Ems" },
    one: false,
    fresh: false,
    later: false,
  },
  {
    name: "a headline turned around",
    before: { headline: "Storm: Harbour of Ems shut (1/2)" },
    after: { headline: "Harbour of Ems shut: Storm (1/2 page)" },
    one: false,
    fresh: true,
    later: false,
  },
  {
    name: "the title in place of the headline, both stated on both pages",
    before: { headline: HEAD, title: "Ems: the harbour that the storm took" },
    after: { headline: "Ems: the harbour that the storm took", title: HEAD },
    one: false,
    fresh: true,
    later: false,
  },
  {
    name: "a standfirst that came",
    before: {},
    after: { standfirst: "Three hundred people spend the night at the school of the town" },
    one: false,
    fresh: true,
    later: false,
  },
  {
    name: "another standfirst",
    before: { standfirst: "Three hundred people spend the night at the school of the town" },
    after: { standfirst: "Four hundred people spend the night at the school of the town" },
    one: false,
    fresh: false,
    later: false,
  },
  {
    name: "a list of links that turned",
    before: { beside: list(POINTERS), taken: POINTERS },
    after: { beside: list(POINTERS.toReversed()), taken: POINTERS.toReversed() },
    one: true,
    fresh: true,
    later: true,
  },
  {
    name: "a list of offers that turned",
    before: { beside: list(POINTERS, "More on our pages: "), taken: POINTERS.map(offered) },
    after: { beside: list(POINTERS.toReversed(), "More on our pages: "), taken: POINTERS.toReversed().map(offered) },
    one: true,
    fresh: true,
    later: true,
  },
  {
    name: "another offer in a list of offers",
    before: { beside: list(POINTERS, "More on our pages: "), taken: POINTERS.map(offered) },
    after: { beside: list([...POINTERS, "Ten"], "More on our pages: "), taken: [...POINTERS, "Ten"].map(offered) },
    one: false,
    fresh: false,
    later: false,
  },
  {
    name: "another link in a list of links",
    before: { beside: list(POINTERS), taken: POINTERS },
    after: { beside: list(["Ten more ferries", ...POINTERS]), taken: ["Ten more ferries", ...POINTERS] },
    one: true,
    fresh: true,
    later: true,
  },
  {
    name: "a mark in place of a post",
    before: { paragraphs: [...SAID.slice(0, 2), "This content could not be loaded.", ...SAID.slice(2)] },
    after: {},
    one: false,
    fresh: true,
    later: false,
  },
  {
    name: "the number of slides",
    before: {},
    after: { paragraphs: [...SAID.slice(0, 3), "Slideshow (3 images)", ...SAID.slice(3)], taken: [] },
    one: true,
    fresh: true,
    later: true,
  },
  {
    name: "a short sentence",
    before: {},
    after: { paragraphs: [...SAID.slice(0, 3), "The port stays shut.", ...SAID.slice(3)] },
    one: false,
    fresh: false,
    later: false,
  },
  {
    name: "a post with its signature",
    before: { taken: ["What a night. The town was on its feet until four.", "— Tilda Moor (@tildamoor) 3 May"] },
    after: {},
    one: false,
    fresh: true,
    later: false,
  },
  {
    name: "an agency in the dateline",
    before: { paragraphs: replaced(0, `EMS - ${SAID[0]}`) },
    after: { paragraphs: replaced(0, `EMS, May 3 (Reuters) - ${SAID[0]}`) },
    one: false,
    fresh: true,
    later: true,
  },
  {
    name: "another place in the dateline",
    before: { paragraphs: replaced(0, `EMS (Reuters) - ${SAID[0]}`) },
    after: { paragraphs: replaced(0, `OSLO (Reuters) - ${SAID[0]}`) },
    one: false,
    fresh: false,
    later: false,
  },
  {
    name: "the search title in place of the headline",
    before: { title: "Ems: the harbour that the storm took | Gazette" },
    after: { headline: "Ems: the harbour that the storm took", title: "Ems: the harbour that the storm took" },
    one: false,
    fresh: true,
    later: false,
  },
  {
    name: "a headline made shorter",
    before: {},
    after: { headline: "Harbour of Ems shut", title: "Harbour of Ems shut" },
    one: false,
    fresh: false,
    later: false,
  },
];

for (const { name, before, after, one, fresh, later } of CASES) {
  const was = said(OLD(before), before);
  const again = said(OLD(after), after);
  const redesigned = said(NEW(after), after);
  const only = (yes: boolean) => (yes ? "only read otherwise" : "an edit");
  test(`${name} in one design: ${only(one)}`, () => assert.equal(isReadingOnly(was, again, false), one));
  test(`${name} under a new design: ${only(fresh)}`, () => assert.equal(isReadingOnly(was, redesigned, true), fresh));
  test(`${name} after a new design: ${only(later)}`, () => assert.equal(isReadingOnly(was, redesigned, false), later));
}

test("a box beside the text that a new design leaves out is no edit; one of its lines reworded or cut is", () => {
  const box = (lines: readonly string[]) => `<div class="badges"><div class="badge">${inTags(lines)}</div></div>`;
  const lines = ["The keeper of the light has been on the island for forty years.", "The light was lit in 1911."];
  const read = (html: string, own: readonly string[]): Said => {
    const { text, lines } = said(html, { taken: own });
    const place = { box: "div.badges>div.badge", flow: false };
    return { text, lines: { ...lines, places: new Map(own.map((line) => [line, place] as const)) } };
  };
  const was = read(OLD({ beside: box(lines) }), lines);
  assert.equal(isReadingOnly(was, read(NEW({}), []), true), true);
  assert.equal(isReadingOnly(was, read(NEW({}), []), false), false);
  const reworded = [lines[0]!.replace("forty", "fifty"), lines[1]!];
  assert.equal(isReadingOnly(was, read(NEW({ beside: box(reworded) }), reworded), true), false);
  assert.equal(isReadingOnly(was, read(NEW({ beside: box(lines.slice(1)) }), lines.slice(1)), true), false);
});

test("texts that differ in more lines than anybody compares are two texts", () => {
  const many = Array.from({ length: 120 }, (_, i) => `${SAID[i % SAID.length]} This is line ${i}.`);
  const was = said(OLD({ paragraphs: many }), {});
  assert.equal(isReadingOnly(was, said(OLD({ paragraphs: many }), { left: many.slice(0, 99) }), false), true);
  assert.equal(isReadingOnly(was, said(OLD({ paragraphs: many }), { left: many.slice(0, 101) }), false), false);
});
