import assert from "node:assert/strict";
import { test } from "node:test";
import { extractWithLines } from "#extract/extract";
import { wordsOf } from "#extract/page/page-lines";

const WORDS: readonly (readonly [text: string, words: string])[] = [
  ["The harbour, shut on Friday.", "The harbour shut on Friday"],
  ["“Shut”—said the mayor", "Shut said the mayor"],
  ["1.5 million; 15 million", "1.5 million 15 million"],
  ["At 14:05 on 3/5, 2-1 to Ems.", "At 14:05 on 3/5 2-1 to Ems"],
  ["€5, or 3 %", "€5 or 3 %"],
  ["Ems Light (EML)", "Ems Light EML"],
  ["open-air", "open air"],
  ["港が閉鎖、１０人", "港が閉鎖 １０人"],
  ["💙 — …", ""],
];

for (const [text, words] of WORDS)
  test(`words of "${text}"`, () => {
    assert.equal(wordsOf(text), words);
    assert.equal(wordsOf(words), words);
  });

const SAID =
  "The harbour of Ems was shut on Friday after a storm had broken the outer wall, the port office said in a statement.";
const PAGE = `<!doctype html><html lang="en"><head><title>Harbour shut | Gazette</title>
<meta property="og:description" content="Ferries turn back"></head><body><main><article class="story"><h1>Harbour shut</h1>
<div class="body">${`<p>${SAID}</p>`.repeat(3)}<p>Read <a href="/a">this</a></p></div></article>
<ul><li><a href="/b">Ferry back at sea</a></li><li><a href="/c">What the wall cost</a></li></ul>
<ul><li><a href="/d">Alone</a></li></ul><ul><li><a href="/e">One</a></li><li>and no link</li></ul></main></body></html>`;

test("a page's lines: how often each occurs, its titles, its pointers, and where the body's stand", () => {
  const { lines, trace } = extractWithLines(PAGE, { url: "https://ems.example/2024/05/03/harbour" });
  assert.equal(lines.container, trace.container);
  assert.deepEqual(
    [SAID, "Harbour shut", "Read this", "Not there"].map((line) => lines.counts.get(line)),
    [3, 1, 1, undefined],
  );
  assert.ok(lines.all.includes(` ${wordsOf(SAID)} ${wordsOf(SAID)} `));
  assert.deepEqual(
    ["Harbour shut Gazette", "Ferries turn back", "Harbour shut", "Ferry back at sea"].map((title) =>
      lines.titles.includes(` ${title} `),
    ),
    [true, true, true, false],
  );
  assert.deepEqual([...lines.pointers], ["Ferry back at sea", "What the wall cost"]);
  const [place] = lines.places.values();
  assert.deepEqual(place, { box: "main>article.story>div.body", flow: true });
});

test("a page that cannot be read says nothing", () => {
  const { lines } = extractWithLines("x".repeat(12_000_001), { url: "https://ems.example/a" });
  assert.deepEqual([lines.container, lines.counts.size, lines.all], [null, 0, ""]);
});
