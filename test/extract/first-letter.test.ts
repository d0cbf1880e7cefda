import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "#extract/extract";

const REST = "harbour council voted on Monday to take down the older of its two cranes before the winter begins.";
const AFTER =
  "Skippers asked for another year, because the new crane cannot lift the larger boats of the northern fleet.";

const first = (paragraph: string): string | undefined =>
  extract(`<title>Crane</title><article><h1>The crane goes</h1>${paragraph}<p>${AFTER}</p></article>`, {
    url: "https://news.example/2026/05/crane",
  }).blocks[0]?.text;

const LETTERS: readonly (readonly [string, string, string])[] = [
  ["in an element of its own", `<p><span class="dropcap">T</span>he ${REST}</p>`, `The ${REST}`],
  ["on lines of their own", `<p>\n<span class="drop-cap">\n T\n</span>\n he ${REST}</p>`, `The ${REST}`],
  ["on a line before the word", `<p><b class="lettrine">T</b>\n  he ${REST}</p>`, `The ${REST}`],
  ["floated by a style", `<p><span style="float:left;font-size:4em"> T </span>he ${REST}</p>`, `The ${REST}`],
  ["with a quotation mark", `<p><span class="initial">\n“T\n</span>\nhe ${REST}</p>`, `“The ${REST}`],
  ["a word by itself", `<p><span class="dropcap">A</span> ${REST}</p>`, `A ${REST}`],
  ["a word by itself, on lines", `<p>\n<span class="dropcap">A</span>\n ${REST}</p>`, `A ${REST}`],
  ["a picture", `<p><img class="dropcap" src="/t.png" alt="T">he ${REST}</p>`, `The ${REST}`],
  ["a block of its own", `<div class="dropcap">T</div><p>he ${REST}</p>`, `The ${REST}`],
  [
    "once for the eye and once for the ear",
    `<p><span aria-hidden="true"><span class="cap">T</span>he</span><span class="sr-only">The</span> ${REST}</p>`,
    `The ${REST}`,
  ],
  [
    "for the ear first, then letter by letter",
    `<p><span class="visually-hidden">The</span><span aria-hidden="true">T</span><span aria-hidden="true">he</span> ${REST}</p>`,
    `The ${REST}`,
  ],
  [
    "hidden from the ear alone",
    `<p aria-label="The harbour"><span aria-hidden="true">T</span>he ${REST}</p>`,
    `The ${REST}`,
  ],
  [
    "in Greek",
    `<p><span class="dropcap">\n Τ\n</span>\n ο λιμάνι κλείνει, είπε ο δήμαρχος την Τρίτη το πρωί, και οι ψαράδες διαμαρτύρονται.</p>`,
    "Το λιμάνι κλείνει, είπε ο δήμαρχος την Τρίτη το πρωί, και οι ψαράδες διαμαρτύρονται.",
  ],
];
for (const [name, paragraph, expected] of LETTERS)
  test(`first letters: ${name}`, () => assert.equal(first(paragraph), expected));

test("first letters: an icon before a text and the initials of an author are no letters of it", () => {
  assert.equal(first(`<p><i aria-hidden="true">x</i> ${REST}</p>`), REST);
  assert.ok(!first(`<div class="initial">J</div><p>The ${REST}</p>`)!.startsWith("J"));
});

const RAISED: readonly (readonly [string, string, string])[] = [
  ["a power", "3 × 10<sup>6</sup> litres", "3 × 10^6 litres"],
  ["a negative power", "10<sup>−6</sup> m", "10^−6 m"],
  ["a base", "1011<sub>2</sub>", "1011_2"],
  ["a fraction", "1<sup>1</sup>/<sub>2</sub> hours", "1 1/2 hours"],
  ["a fraction in one", "2<sup>3/4</sup> hours", "2 3/4 hours"],
  ["a footnote", 'in 1961<sup><a href="#n2">2</a></sup> and', "in 1961 2 and"],
  ["before a number", "note<sup>2</sup>14 boats", "note2 14 boats"],
  ["a measure and a formula", "40 m<sup>2</sup> of CO<sub>2</sub>", "40 m2 of CO2"],
  ["an ordinal", "the 21<sup>st</sup> of May", "the 21st of May"],
];
for (const [name, markup, expected] of RAISED)
  test(`raised: ${name}`, () => assert.equal(first(`<p>${markup}: ${REST}</p>`), `${expected}: ${REST}`));
