import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { extract } from "#extract/extract";
import { type Element, isText, parseTree } from "#extract/page/tree";
import { checkRules, MAX_RULES, readRules } from "#extract/site/rules";
import { MAX_SELECTOR_LENGTH, matches, parseSelector } from "#extract/site/selector";
import { NO_RULES, NO_TEMPLATE } from "#extract/site/template";

const PAGE = `<body><div id="top" class="a b"><p class="x">1</p><section data-kind="promo-left"><p>2</p><p class="x" lang="de">3</p>
</section></div><aside><div><p>4</p></div></aside><p class="größe">5</p></body>`;

/** The texts of the paragraphs that a selector matches. */
function paragraphs(selector: string): string {
  const parsed = parseSelector(selector);
  assert.ok(parsed.ok, JSON.stringify(parsed));
  const found: string[] = [];
  const visit = (element: Element): void => {
    if (element.name === "p" && matches(parsed.value, element)) {
      const [text] = element.children;
      if (text && isText(text)) found.push(text.value);
    }
    for (const child of element.children) if (!isText(child)) visit(child);
  };
  visit(parseTree(PAGE));
  return found.join("");
}

const MATCHES: readonly (readonly [selector: string, found: string])[] = [
  ["p", "12345"],
  ["*", "12345"],
  [".x", "13"],
  ["p.x[lang]", "3"],
  ["p[lang=de]", "3"],
  ['p[lang="en"]', ""],
  ["#top p", "123"],
  ["#top > p", "1"],
  ["div.a.b section p", "23"],
  ["[data-kind^=promo] > p", "23"],
  ["[data-kind$=left] p.x", "3"],
  ["[data-kind*='mo-le'] p.x", "3"],
  ["[data-kind*=''] p", ""],
  ["aside p", "4"],
  ["aside > p", ""],
  ["aside>div>p", "4"],
  ["body > * p", "1234"],
  ["p.größe", "5"],
  ["DIV P.x", "13"],
];
for (const [selector, found] of MATCHES)
  test(`"${selector}" matches ${found || "nothing"}`, () => assert.equal(paragraphs(selector), found));

const REFUSED: readonly (readonly [selector: string, why: RegExp])[] = [
  ["", /empty/],
  ["p, div", /", div" is no part/],
  ["p:has(a)", /":has\(a\)" is no part/],
  ["p >", /has to follow/],
  ["> p", /has to stand before/],
  ["p > > a", /has to stand before/],
  [".x p.y div a b c d e f", /more than 8 steps/],
  ["[lang", /is no part/],
  ["x".repeat(MAX_SELECTOR_LENGTH + 1), /longer than/],
];
for (const [selector, why] of REFUSED)
  test(`"${selector.slice(0, 30)}" is refused`, () => {
    const parsed = parseSelector(selector);
    assert.match(parsed.ok ? "" : parsed.failure.message, why);
  });

test("rules are checked before they are stored, and damaged ones are none", () => {
  assert.ok(checkRules({ take: ["article p"], drop: [".x"] }).ok);
  assert.equal(checkRules({ take: [], drop: ["p:hover"] }).ok, false);
  assert.equal(checkRules({ take: Array(MAX_RULES + 1).fill("p"), drop: [] }).ok, false);
  assert.deepEqual(readRules('{"drop":["p",7]}'), { take: [], drop: ["p"] });
  assert.deepEqual([readRules("{"), readRules("null"), readRules("{}")], [NO_RULES, NO_RULES, NO_RULES]);
});

test("any text is a selector or a failure, in time, on a page nested against it", () => {
  const deep = `${"<div class=a>".repeat(400)}<p>${"The harbour board met on Monday and put off the vote on the new breakwater. ".repeat(9)}</p>`;
  fc.assert(
    fc.property(fc.string({ maxLength: 60, unit: "grapheme" }), (text) => {
      const parsed = parseSelector(text);
      if (!parsed.ok) assert.equal(parsed.failure.code, "bad-selector");
    }),
  );
  const started = process.cpuUsage();
  const site = { ...NO_TEMPLATE, rules: { take: [], drop: [".a .a .a .a .a .a .a b"] } };
  assert.equal(extract(deep, { url: "https://a.example/", site }).blocks.length, 1);
  const { user } = process.cpuUsage(started);
  assert.ok(user < 2_000_000, `${user} microseconds`);
});
