import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "#extract/extract";
import type { Block } from "#model/document";

const FILLER =
  "The ferry company said on Monday that both of its older boats would stay in the yard until the end of the month.";

const read = (paragraph: string): readonly Block[] =>
  extract(
    `<title>Ferry</title><article><h1>Ferry fares</h1><p>${FILLER}</p>${paragraph}<p>${FILLER} A third one is hired.</p></article>`,
    { url: "https://news.example/2026/05/ferry" },
  ).blocks;

/** The marked words of the paragraph, as "kind: words". */
function marked(paragraph: string): readonly string[] {
  const block = read(`<p>${paragraph}</p>`)[1]!;
  return (block.spans ?? []).map(({ from, to, kind }) => `${kind}: ${block.text.slice(from, to)}`);
}

const SAYS = "crossed the strait on the first day of the new season, the harbour office said on Tuesday.";

const MARKED: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "a struck word and its reading",
    `<del>Ten</del> <ins>Twelve</ins> boats ${SAYS}`,
    ["struck: Ten", "inserted: Twelve"],
  ],
  ["s and strike as del", `<s>Ten</s> boats <strike>and rafts</strike> ${SAYS}`, ["struck: Ten", "struck: and rafts"]],
  [
    "struck by its style",
    `<span style="color:#999;text-decoration:line-through">Ten</span> boats ${SAYS}`,
    ["struck: Ten"],
  ],
  ["struck by its class", `<span class="text line-through">Ten</span> boats ${SAYS}`, ["struck: Ten"]],
  ["a class with the word in it", `<span class="topic-strike strikes">Ten</span> boats ${SAYS}`, []],
  ["word by word", `<s>Ten</s> <s>wooden</s> boats ${SAYS}`, ["struck: Ten wooden"]],
  ["across other markup and lines", `<s>\n Ten <b>wooden</b>\n</s>\n boats ${SAYS}`, ["struck: Ten wooden"]],
  ["an insertion in what is struck", `<s>Ten <ins>old</ins></s> boats ${SAYS}`, ["struck: Ten old"]],
  ["nothing", `Ten boats ${SAYS}`, []],
  ["a rate by its class", `A fare of 40 crowns <span class="fx">($3.81)</span> ${SAYS}`, ["moving: ($3.81)"]],
  ["a share by its symbol", `Shares at <span data-symbol="FRY">12,40 €</span> ${SAYS}`, ["moving: 12,40 €"]],
  ["an amount that data fill in", `A fare of 40 crowns (<b data-amount="40">$3.81</b>) ${SAYS}`, ["moving: $3.81"]],
  ["a rate in other signs", `料金は40クローネ<span data-currency="JPY">（約５８０円）</span> ${SAYS}`, []],
  ["a toll in bold type", `<strong>12</strong> people ${SAYS}`, []],
  ["a toll that a framework marked", `<span data-v-7ba5bd90 data-reactid="4">12</span> people ${SAYS}`, []],
  ["a count of votes", `<span class="votes" data-value="1204">1,204</span> votes ${SAYS}`, []],
  ["a score", `Ems won <span class="score">2-1</span> as it ${SAYS}`, []],
  ["words with a live sign", `<span class="live">Two of the boats</span> ${SAYS}`, []],
];
for (const [name, paragraph, expected] of MARKED)
  test(`spans: ${name}`, () => assert.deepEqual(marked(paragraph), expected));

test("spans: a struck paragraph, and one struck with its neighbour", () => {
  const blocks = read(`<del><p>The first ${SAYS}</p><p>The second ${SAYS}</p></del>`);
  assert.deepEqual(
    blocks.map(({ text, spans }) => spans?.map(({ from, to }) => text.slice(from, to)) ?? []),
    [[], [`The first ${SAYS}`], [`The second ${SAYS}`], []],
  );
});

test("spans: a text of ten thousand of them is read in time", () => {
  const many = "<s>a</s> b ".repeat(10_000);
  assert.equal(read(`<p>${many}${SAYS}</p>`).length, 3);
});
