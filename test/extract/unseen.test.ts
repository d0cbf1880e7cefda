import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "#extract/extract";
import { isHiddenBy } from "#extract/page/hidden-style";
import { withoutUnseen } from "#extract/page/unseen";

const GONE: readonly (readonly [string, string])[] = [
  ["control characters", "ha\u0001rb\u001Bour\u0007 \u009B"],
  ["a joiner between Latin letters", "har\u200Cbour \u200Dcrane\u200C."],
  ["joiners of words and formulas", "har\u2060bour\u2061 cr\u2063\u2064ane"],
  ["a Mongolian separator", "of\u180E the harbour"],
  ["tags", "harbour\u{E0068}\u{E0061} crane\u{E0001}"],
  ["selectors behind letters", "har\uFE0Fbour\u{E0102} crane"],
  ["marks of direction in Latin text", "har\u200Ebour\u2068 crane\u2069"],
  ["fillers", "har\u3164bour\uFFA0"],
  ["after a digit", "in 19\u200C61"],
];
for (const [name, text] of GONE)
  test(`unseen: ${name} are removed`, () => assert.match(withoutUnseen(text), /^[ -~]*$/));

const KEPT: readonly (readonly [string, string])[] = [
  ["a joiner in Persian", "می\u200Cخواهم"],
  ["a joiner in Hindi", "क्\u200Dष"],
  ["a family", "👨\u200D👩\u200D👧"],
  ["a heart of its own colour", "❤\uFE0F and 1\uFE0F\u20E3"],
  ["the flag of Scotland", "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}"],
  ["a variant of an ideograph", "葛\u{E0100}城"],
  ["a Mongolian letter's form", "ᠠ\u180Eᠡ"],
  ["a mark of direction in Hebrew", "שלום\u200F (1)"],
];
for (const [name, text] of KEPT) test(`unseen: ${name} stays`, () => assert.equal(withoutUnseen(text), text));

test("unseen: a control that is white space is a space", () =>
  assert.equal(withoutUnseen("one\u0085two\u000Bthree"), "one two three"));

test("unseen: a page that hides signs everywhere reads like one that does not", () => {
  const page = (mark: string) => {
    const words = (text: string) => text.replaceAll(" ", `${mark} `);
    const says = words(
      "The harbour council voted on Monday to take down the older of its two cranes before the winter.",
    );
    const ld = { "@type": "NewsArticle", headline: words("The old crane goes"), author: { name: words("Ines Falk") } };
    return `<html lang="en"><title>${words("The old crane goes")}</title><meta property="og:description" content="${words("It goes soon")}">
      <script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", ...ld })}</script>
      <article><h1>${words("The old crane goes")}</h1><p class="standfirst">${words("It goes before the winter comes.")}</p><p class="byline">By ${words("Ines Falk")}</p>
      <p>${says}</p><p>${says} ${words("So it was decided.")}</p><p>${words("Correction: An earlier version named the wrong month.")}</p>
      <figure><img src="/a.jpg"><figcaption>${words("The crane at dusk")}</figcaption></figure></article>`;
  };
  const read = (html: string) => extract(html, { url: "https://news.example/crane" });
  const plain = read(page(""));
  for (const mark of ["\u200C", "\u2063\u2064", "\u180E", "\u{E0041}\u{E0042}", "\u0001", "\u009B", "\u200E", "\uFE01"])
    assert.deepEqual(read(page(mark)), plain, JSON.stringify(mark));
});

const HIDDEN = [
  "display:none",
  "font-size:0;line-height:0",
  "font-size: 0px !important",
  "opacity:0",
  "position:absolute;clip:rect(0 0 0 0);height:1px;width:1px;overflow:hidden",
  "clip-path: inset(100%)",
  "position:absolute;left:-9999px",
  "text-indent:-9999em",
  "height:0;overflow:hidden",
  "color:transparent",
  "transform: scale(0)",
];
for (const style of HIDDEN) test(`hidden by its style: ${style}`, () => assert.ok(isHiddenBy(style)));

const SHOWN = [
  "font-size:0.9em",
  "opacity:0.8",
  "position:absolute;left:-20px",
  "margin-left:-12px",
  "height:0.5em;overflow:hidden",
  "width:100%;overflow:hidden",
  "background-color:transparent",
  "border:0;padding:0;margin:0",
  "line-height:1;font:1em/1 serif",
];
for (const style of SHOWN) test(`shown with its style: ${style}`, () => assert.ok(!isHiddenBy(style)));

test("a paragraph that its style hides is no text, whatever it says", () => {
  const says = "The harbour council voted on Monday to take down the older of its two cranes before the winter begins.";
  const read = (style: string) =>
    extract(
      `<title>Crane</title><article><h1>Crane</h1><p>${says}</p><p style="${style}">Copy 4711 of this text was made for a reader who came in from the north, at the fourth hour of the day.</p><p>${says} So it was.</p><p>${says} And so it is.</p></article>`,
      { url: "https://news.example/crane" },
    ).blocks.length;
  for (const style of HIDDEN) assert.equal(read(style), 3, style);
  for (const style of SHOWN) assert.equal(read(style), 4, style);
});
