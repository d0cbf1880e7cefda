import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "#extract/index";

const SAID =
  "The ferry to Ems will sail again on Friday, after the outer wall of the harbour was mended, the port office said.";

/** A line in the middle of a text, and whether it is the editorial system's and not the reader's. */
const CASES: readonly (readonly [string, boolean])[] = [
  ['[chart id="5912"]', true],
  ['[caption id="attachment_12" align="alignleft" width="300"]', true],
  ["[/caption]", true],
  ["[gallery ids=1,2,3][/gallery]", true],
  ["[sic]", false],
  ["[Applause in the hall for about a minute.]", false],
  ["“It [the wall] was due,” she said, and [x = 5] stood on the board behind her.", false],
];

for (const [line, isDropped] of CASES)
  test(`shortcode ${line}`, () => {
    const html = `<title>Ferry</title><article><h1>Ferry to Ems sails again</h1><div class="story-body">${`<p>${SAID}</p>`.repeat(3)}<p>${line}</p>${`<p>${SAID}</p>`.repeat(3)}</div></article>`;
    const { blocks } = extract(html, { url: "https://marlowstar.example/2024/05/03/ferry" });
    assert.equal(
      blocks.some(({ text }) => text === line),
      !isDropped,
    );
    assert.equal(blocks.length, isDropped ? 6 : 7);
  });

const ENDS: readonly (readonly [said: string, read: string])[] = [
  [`${SAID} [chart id="5912"]`, SAID],
  [`${SAID} [gallery ids=1,2,3][/gallery]`, SAID],
  [`${SAID} [sic]`, `${SAID} [sic]`],
  [`${SAID} [Applause in the hall.]`, `${SAID} [Applause in the hall.]`],
  [`[chart id="5912"] ${SAID}`, `[chart id="5912"] ${SAID}`],
];

for (const [said, read] of ENDS)
  test(`paragraph with ${said.replace(SAID, "…")}`, () => {
    const html = `<title>Ferry</title><article><h1>Ferry to Ems sails again</h1><div class="story-body">${`<p>${said}</p>`.repeat(6)}</div></article>`;
    const { blocks } = extract(html, { url: "https://marlowstar.example/2024/05/03/ferry" });
    assert.deepEqual([...new Set(blocks.map(({ text }) => text))], [read]);
  });
