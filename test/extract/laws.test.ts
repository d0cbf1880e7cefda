import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { type Document, extract } from "#extract/index";
import { canonical } from "#lib/canonical";

const url = "https://laws.example/a";

const tag = fc.constantFrom(
  "p",
  "div",
  "b",
  "a",
  "table",
  "tr",
  "td",
  "li",
  "ul",
  "h1",
  "h2",
  "article",
  "section",
  "br",
  "script",
  "blockquote",
  "svg",
  "template",
  "select",
  "form",
);
const piece = fc.oneof(
  tag.map((name) => `<${name}>`),
  tag.map((name) => `</${name}>`),
  fc.string({ maxLength: 40 }),
  fc.lorem({ maxCount: 12 }).map((text) => `${text}. `),
  fc.constantFrom(
    "<!--",
    "-->",
    "<![CDATA[",
    "&amp;",
    "&#x0;",
    "<p class=comment>",
    '<meta property="og:title" content="',
    '<div style="display:none">',
    "<time datetime=2024-01-02>",
  ),
);

test("any soup gives a document whose blocks are plain, collapsed and not empty", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const document = extract(pieces.join(""), { url });
      for (const { text } of document.blocks) {
        assert.notEqual(text, "");
        assert.equal(text, text.replace(/\s+/g, " ").trim());
      }
      assert.equal(document.stateReason === null, document.state === "article");
    }),
    { numRuns: 300 },
  );
});

test("the same page gives the same document", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const html = pieces.join("");
      assert.deepEqual(extract(html, { url }), extract(html, { url }));
    }),
    { numRuns: 100 },
  );
});

const PAGE = readFileSync(join(import.meta.dirname, "..", "pages", "daily-correction", "page.html"), "utf8");

const textOf = ({ headline, standfirst, corrections, blocks }: Document): string =>
  [headline ?? "", standfirst ?? "", ...blocks.map(({ text }) => text), ...corrections].map(canonical).join("\n");

/** What changes between two fetches of a page no one edited: name and how. */
const NOISE: readonly (readonly [string, (html: string) => string])[] = [
  ["a counter", (html) => html.replace("Comments (37)", "Comments (1,204)")],
  [
    "another comment",
    (html) =>
      html.replace(
        '<section id="comments" class="comments">',
        '<section id="comments" class="comments"><div class="comment"><p>First time I agree with the council, and I have lived here for sixty years.</p></div>',
      ),
  ],
  [
    "other related links",
    (html) =>
      html.replace(
        /<section class="related">.*?<\/section>/s,
        '<section class="related"><h2>More from Transport</h2><ul><li><a href="/z">Trams may run to the airport by 2031, says mayor</a></li><li><a href="/y">Ticket prices to rise again</a></li><li><a href="/w">The last ferryman</a></li></ul></section>',
      ),
  ],
  ["no inline related link", (html) => html.replace(/<aside class="related-inline">.*?<\/aside>/s, "")],
  [
    "another advertisement",
    (html) =>
      html.replace(
        "<p>Advertisement</p>",
        "<p>Advertisement</p><div><a href='https://ads.example/'>Beds, delivered tomorrow</a></div>",
      ),
  ],
  [
    "reordered attributes",
    (html) =>
      html.replace(
        '<time datetime="2024-05-03T08:15:00+01:00">',
        '<time class="when" data-x="1" datetime="2024-05-03T08:15:00+01:00">',
      ),
  ],
  ["typographic quotes", (html) => html.replace(/[“”]/g, '"').replace(/’/g, "'")],
  ["other white space", (html) => html.replace(/<p>/g, "\n\t<p>\n  ").replace(/ \w/g, (pair) => `\n${pair}`)],
  ["a cookie banner", (html) => html.replace('style="display:none"', "")],
  ["another relative time", (html) => html.replace("4 min read", "updated 9 minutes ago")],
  ["comments in the markup", (html) => html.replace(/<p>/g, "<!-- fetched 17:04:55 --><p>")],
];

for (const [name, change] of NOISE) {
  test(`no edit: ${name}`, () => {
    const changed = change(PAGE);
    assert.notEqual(changed, PAGE);
    assert.equal(textOf(extract(changed, { url })), textOf(extract(PAGE, { url })));
  });
}

test("an edit of one figure is seen", () => {
  const edited = PAGE.replace("£3.2m", "£2.3m");
  assert.notEqual(textOf(extract(edited, { url })), textOf(extract(PAGE, { url })));
});
