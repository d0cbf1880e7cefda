import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "#extract/index";

const BODY = `<article><p>The council met on Monday evening and decided, after two hours, to repair the bridge.</p>
<p>Work will begin in May and last until the autumn, the engineer said.</p></article>`;
const headline = (head: string, before: string, after = "") =>
  extract(`<html lang=en><head>${head}</head><body>${before}${BODY}${after}</body></html>`, {
    url: "https://news.example/town/bridge",
  }).headline;
const og = (title: string) => `<meta property="og:title" content="${title}">`;

const SITE = '<meta property="og:site_name" content="The Example">';

/** What it is about, the head, what stands before the text, after it, and the headline. */
const CASES: readonly (readonly [string, string, string, string, string])[] = [
  [
    "what readers see, not what search engines are told",
    `<title>Bridge repair: council decides | The Example</title>${og("Bridge repair: council decides")}`,
    "<h1>Why the old bridge will be repaired after all</h1>",
    "",
    "Why the old bridge will be repaired after all",
  ],
  [
    "the last crumb of the trail repeats it in an h1",
    `<title>Council repairs bridge</title>${og("Council repairs bridge")}`,
    `<ol class="breadcrumbs"><li>Town</li><li><h1>Council repairs bridge</h1></li></ol><h2>Council repairs the old bridge</h2>`,
    "",
    "Council repairs the old bridge",
  ],
  [
    "one of many of its kind is the title of another article",
    `<title>Where to repair a bridge in town | The Example</title>${og("Our favourite bridges in need of repair")}`,
    "<h1 class=head>The bridges and footpaths of the town that need repair</h1>",
    ["Where to eat well in town", "Where to buy fish", "Where to hear jazz", "Where to skate"]
      .map((title) => `<h1 class=item>${title}</h1>`)
      .join(""),
    "The bridges and footpaths of the town that need repair",
  ],
  [
    "a link to the front page in a link of its own",
    `<title>Notes of an engineer: The old bridge</title>${og("The old bridge")}`,
    `<h1><a href="https://news.example/"><a href="https://news.example/">Notes of an engineer</a></a></h1><h3>The old bridge</h3>`,
    "",
    "The old bridge",
  ],
  [
    "an h1 that says nothing of the article",
    `<title>Council decides to repair the bridge – The Example</title>${og("Council decides to repair the bridge")}`,
    "<h1>Contact us</h1>",
    "<h1>Follow us</h1><h1>Our newsletter</h1>",
    "Council decides to repair the bridge",
  ],
  [
    "what follows a dash is the site's name",
    `<title>Town</title>${SITE}${og("Council decides to repair the bridge – The Example")}`,
    "",
    "",
    "Council decides to repair the bridge",
  ],
  [
    "what follows a dash holds the site's name",
    `<title>Town</title>${SITE}${og("Council decides to repair the bridge – The Example Online")}`,
    "",
    "",
    "Council decides to repair the bridge",
  ],
  [
    "what follows a dash is not the site's name",
    `<title>Town</title>${SITE}${og("Council decides to repair the bridge – a second look")}`,
    "",
    "",
    "Council decides to repair the bridge – a second look",
  ],
  [
    "two lines that only the style sheet parts",
    "<title>The bridge</title>",
    "<h1>What the council decided<span class=block>Everything about the bridge</span></h1>",
    "",
    "What the council decided Everything about the bridge",
  ],
  [
    "a word that is set in two types",
    "<title>Why the council buys an iPhone for all</title>",
    "<h1>Why the council buys an <i>i</i>Phone for all</h1>",
    "",
    "Why the council buys an iPhone for all",
  ],
  [
    "Japanese, where no words stand apart",
    `<title>橋の修復を町議会が決定 - 例新聞</title>${og("橋の修復を町議会が決定")}`,
    "<h1>例新聞デジタル</h1><h2>町議会、橋の修復を決定</h2>",
    "",
    "町議会、橋の修復を決定",
  ],
];
for (const [name, head, before, after, expected] of CASES)
  test(`headline: ${name}`, () => assert.equal(headline(head, before, after), expected));
