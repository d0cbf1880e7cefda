import assert from "node:assert/strict";
import { test } from "node:test";
import { extract, type PageState } from "#extract/index";
import { reasonText } from "#words/reasons";
import { cpuMsOf } from "../cpu-time.ts";

const url = "https://hostile.example/a";
const million = 1_000_000;
const ARTICLE =
  "<h1>A headline that stands</h1><p>A paragraph of prose that is long enough, with a comma and a full stop.</p>";

/** Name, page, the state it must end in (null: any), and a wording its reason must have. */
const CASES: readonly (readonly [string, () => string, PageState | null, RegExp])[] = [
  ["a million nested divs", () => "<div>".repeat(million), "error", /nested more than \d+ deep/],
  ["a million nested formatting elements", () => "<b><i><a>x".repeat(million / 4), "error", /deep|elements/],
  ["a million siblings", () => "<p>a</p>".repeat(million), "error", /more than \d+ elements/],
  [
    "unclosed formatting with differing attributes",
    () => Array.from({ length: 50_000 }, (_, i) => `<p><b class=c${i}>x`).join(""),
    "error",
    /elements|deep/,
  ],
  ["unclosed links between blocks", () => "<a><p>x".repeat(100_000), null, /./s],
  ["a million attributes", () => `<div ${"a=b ".repeat(million)}>${ARTICLE}`, "article", /^$/],
  [
    "distinct attributes on repeated html tags",
    () => `${Array.from({ length: 100_000 }, (_, i) => `<html a${i}=1>`).join("")}${ARTICLE}`,
    "article",
    /^$/,
  ],
  [
    "a class name of a million letters",
    () => `<div class="${"aB".repeat(million / 2)}">${ARTICLE}</div>`,
    "article",
    /^$/,
  ],
  ["foster-parented content", () => `<table>${"<b>x</b>y".repeat(100_000)}`, null, /(?:)/],
  ["a page longer than the limit", () => "x".repeat(12_000_001), "error", /longer than 12000000 characters/],
  ["one paragraph of eight million letters", () => `${ARTICLE}<p>${"word ".repeat(1_600_000)}</p>`, "article", /^$/],
  [
    "thousands of JSON-LD scripts",
    () => `${'<script type="application/ld+json">{"@type":"Article"}</script>'.repeat(5_000)}${ARTICLE}`,
    "article",
    /^$/,
  ],
  [
    "JSON-LD nested half a million deep",
    () => `<script type="application/ld+json">${"[".repeat(500_000)}</script>${ARTICLE}`,
    "article",
    /^$/,
  ],
  [
    "JSON-LD with a million objects",
    () => `<script type="application/ld+json">[${'{"@graph":[{}]},'.repeat(100_000)}{}]</script>${ARTICLE}`,
    "article",
    /^$/,
  ],
  ["line breaks without end", () => `${ARTICLE}${"<br>".repeat(300_000)}`, "article", /^$/],
  ["white space without end", () => `${ARTICLE}<p>a${" ".repeat(5_000_000)}b.</p>`, "article", /^$/],
  ["brackets and quotes without end", () => `${ARTICLE}<p>${"([«“".repeat(50_000)}</p>`, "article", /^$/],
  ["closing brackets without end", () => `${ARTICLE}<p>${")".repeat(million)}x</p>`, "article", /^$/],
  [
    "angle brackets in every field",
    () =>
      `<title>${"&lt;".repeat(million)}</title><meta property="og:title" content="${"<".repeat(million)}"><meta name=author content="${"<".repeat(million)}">${ARTICLE}`,
    "article",
    /^$/,
  ],
  ["spaces and dashes in a title", () => `<title>${"a - ".repeat(million / 4)}</title>${ARTICLE}`, "article", /^$/],
  [
    "misnamed boxes around many others",
    () => `${"<div class='sidebar comments'>".repeat(1_000)}${"<div>a</div>".repeat(200_000)}${ARTICLE}`,
    null,
    /(?:)/,
  ],
  [
    "ten thousand headings",
    () =>
      `<h1>A headline that stands</h1>${"<h3>Another heading, just as long as a standfirst is</h3>".repeat(10_000)}${ARTICLE}`,
    null,
    /(?:)/,
  ],
  [
    "lists in lists",
    () =>
      `${"<ul><li>item".repeat(700)}${"<li>one of very many items that are all in one deep list, alas.".repeat(20_000)}`,
    null,
    /(?:)/,
  ],
  [
    "ten megabytes in one attribute",
    () => `<div title="${"a&amp;b ".repeat(1_250_000)}">${ARTICLE}</div>`,
    "article",
    /^$/,
  ],
  ["an attribute without end", () => `${ARTICLE}<div title="${"x ".repeat(5_000_000)}`, "article", /^$/],
  ["a comment without end", () => `${ARTICLE}<!--${"- ".repeat(5_000_000)}`, "article", /^$/],
  ["comments by the hundred thousand", () => `${ARTICLE}${"<!--x-->".repeat(400_000)}`, null, /(?:)/],
  ["a script without end", () => `${ARTICLE}<script>${"<!--<script>".repeat(800_000)}`, "article", /^$/],
  [
    "a text area, a title and a style without end",
    () => `${ARTICLE}<textarea><title><style>${"a{".repeat(4_000_000)}`,
    "article",
    /^$/,
  ],
  ["a million headings", () => `${ARTICLE}${"<h2>Heading</h2>".repeat(700_000)}`, "error", /more than \d+ elements/],
  ["raised numbers without end", () => `${ARTICLE}<p>${"1<sup>2</sup>".repeat(150_000)}`, null, /(?:)/],
  ["twins without end", () => `${ARTICLE}<p>${"<b aria-hidden=true>x</b>".repeat(150_000)}`, null, /(?:)/],
  ["first letters without end", () => `${ARTICLE}${"<div class=dropcap>T</div>".repeat(150_000)}`, null, /(?:)/],
  ["spans without end", () => `${ARTICLE}<p>${"<s>x</s>y <ins>z</ins>".repeat(100_000)}`, null, /(?:)/],
  ["a table without end", () => `${ARTICLE}<table>${"<tr><td rowspan=99>a<td>b".repeat(80_000)}`, null, /(?:)/],
  ["templates in templates", () => `${ARTICLE}${"<template>".repeat(100_000)}`, null, /(?:)/],
  [
    "foreign content in foreign content",
    () => `${ARTICLE}${"<svg><foreignObject><math><mtext>".repeat(50_000)}`,
    null,
    /(?:)/,
  ],
  ["tables in cells", () => `${ARTICLE}${"<table><tr><td>".repeat(50_000)}`, null, /(?:)/],
  ["choices in choices", () => `${ARTICLE}${"<select><option><optgroup>".repeat(100_000)}`, null, /(?:)/],
  ["forms and buttons that close each other", () => `${ARTICLE}${"<form><button><p>".repeat(100_000)}`, null, /(?:)/],
  ["frames that hold pages", () => `${ARTICLE}${'<iframe srcdoc="<iframe srcdoc=x>">'.repeat(100_000)}`, null, /(?:)/],
  ["references that are none", () => `${ARTICLE}<p>${"&#x110000;&bogus;&#0;&".repeat(300_000)}</p>`, null, /(?:)/],
  ["five million NULs", () => `${ARTICLE}${"\0".repeat(5_000_000)}`, null, /(?:)/],
  ["combining marks without end", () => `${ARTICLE}<p>a${"\u0301".repeat(2_000_000)}</p>`, null, /(?:)/],
  ["marks of direction without end", () => `${ARTICLE}<p>${"\u202e\u2066".repeat(1_000_000)}</p>`, null, /(?:)/],
  [
    "JSON-LD of ten megabytes",
    () =>
      `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"${"word ".repeat(2_000_000)}"}</script>${ARTICLE}`,
    "article",
    /^$/,
  ],
  [
    "JSON-LD with a hundred thousand authors",
    () =>
      `<script type="application/ld+json">{"@type":"NewsArticle","author":[${'{"name":"A B"},'.repeat(100_000)}{}]}</script>${ARTICLE}`,
    "article",
    /^$/,
  ],
  [
    "a hundred thousand stated facts",
    () => `${'<meta property="article:tag" content="x"><meta name="author" content="A B">'.repeat(100_000)}${ARTICLE}`,
    null,
    /(?:)/,
  ],
  [
    "dates without end",
    () => `${ARTICLE}${'<time datetime="2026-05-04T12:00:00Z">4 May</time>'.repeat(100_000)}`,
    null,
    /(?:)/,
  ],
  ["an empty page", () => "", "empty", /no text/],
  ["null characters and lone surrogates", () => `${ARTICLE}<p>\u0000\ud800 \udfff\uffff</p>`, "article", /^$/],
];

/** Processor time of this process, which does not pass while other programs have the processor. What this must catch takes minutes. */
const LIMIT_MS = 20_000;

for (const [name, page, state, reason] of CASES) {
  test(`${name}: ends soon, with a document`, () => {
    const html = page();
    let document = extract("", { url });
    const tookMs = cpuMsOf(() => {
      document = extract(html, { url });
    });
    assert.ok(tookMs < LIMIT_MS, `took ${Math.round(tookMs)} ms`);
    if (state !== null) {
      const said = document.stateReason ? reasonText(document.stateReason) : "";
      assert.equal(document.state, state, said);
      assert.match(said, reason);
    }
  });
}

test("an address that is none does not throw", () => {
  for (const bad of ["", "not a url", "javascript:alert(1)", "file:///etc/passwd"]) {
    const document = extract(`<link rel=canonical href="/x">${ARTICLE}`, { url: bad });
    assert.equal(document.canonicalUrl, null);
    assert.equal(document.state, "article");
  }
});
