import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { BlockKind } from "#model/document";
import type { VersionText } from "#model/version";
import { comparedText } from "#publish/html/parts/compared";
import { compareTexts } from "#view/compare/collator";
import { attribute, type Element, fragmentElements, visibleText } from "./dom.ts";

const WORDS = "the ferry struck a pier at noon 14 people hurt said “nobody” council <b> & 市は 二十日 الجسر".split(" ");
const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 }).map((words) => words.join(" "));
const block = fc.record({
  kind: fc.constantFrom<BlockKind>("paragraph", "heading", "item", "quote", "caption"),
  text: sentence,
});
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((some) => some.join(" "));
const row = fc
  .array(words, { minLength: 1, maxLength: 4 })
  .map((cells) => ({ kind: "row" as const, text: cells.join(" | ") }));
const body = fc.array(fc.oneof({ weight: 2, arbitrary: block }, row), { maxLength: 9 });

/** Two bodies with much in common: the second is the first, shuffled, thinned and added to. */
const pair = fc.tuple(body, body, fc.infiniteStream(fc.nat(3))).map(([old, fresh, dice]) => {
  const now = [...old.filter(() => dice.next().value !== 0), ...fresh.slice(0, dice.next().value!)];
  if (dice.next().value === 0) now.reverse();
  return [old, now] as const;
});

const version = (blocks: VersionText["blocks"]): VersionText => ({
  headline: "Same",
  standfirst: null,
  corrections: [],
  blocks,
});

const hasClass = (element: Element, name: string): boolean =>
  (attribute(element, "class") ?? "").split(" ").includes(name);

/** Paragraph texts of one column of the body, in the order of their numbers. */
function column(html: string, side: "old" | "new"): string[] {
  const bodyPart = fragmentElements(html).find((each) => hasClass(each, "part-body"));
  const cells = bodyPart ? [...within(bodyPart)].filter((each) => hasClass(each, "cell") && hasClass(each, side)) : [];
  const paragraphs = cells.flatMap((cell) => [...within(cell)].filter((each) => hasClass(each, "para")));
  return paragraphs
    .flatMap((each) => rowsOfTable(shown(each)) ?? [numbered(shown(each))])
    .sort((a, b) => a.nth - b.nth)
    .map(({ text }) => text);
}

function numbered(paragraph: Element) {
  const number = visibleText([...within(paragraph)].find((child) => hasClass(child, "pn"))!);
  return { nth: Number(number), text: visibleText(paragraph).slice(number.length) };
}

/** The numbered rows of a paragraph that is a table; what stands there for the other column has no number. */
function rowsOfTable(paragraph: Element) {
  const rows = [...within(paragraph)].filter(({ tagName }) => tagName === "tr");
  if (rows.length === 0) return null;
  return rows.flatMap((each) => {
    const cells = [...within(each)].filter(({ tagName }) => tagName === "td" || tagName === "th");
    const nth = cells[0] && attribute(cells[0], "data-pn");
    return nth === undefined ? [] : [{ nth: Number(nth), text: cells.map(visibleText).join(" | ") }];
  });
}

/** Without what only narrow screens show. */
function shown(element: Element): Element {
  const childNodes = element.childNodes.filter((child) => !("tagName" in child && hasClass(child, "past")));
  return { ...element, childNodes: childNodes.map((child) => ("tagName" in child ? shown(child) : child)) };
}

function* within(element: Element): Generator<Element> {
  for (const child of element.childNodes) {
    if (!("tagName" in child)) continue;
    yield child;
    yield* within(child);
  }
}

test("side by side, each column holds its version whole, whatever was changed", async () => {
  await fc.assert(
    fc.asyncProperty(pair, async ([old, now]) => {
      const { parts } = compareTexts(version(old), version(now));
      const html = String(
        await comparedText({ from: 1, to: 2, lang: "en", parts, whole: "/articles/1/versions/2" }, "side"),
      );
      assert.deepEqual(
        column(html, "old"),
        old.map((each) => each.text),
      );
      assert.deepEqual(
        column(html, "new"),
        now.map((each) => each.text),
      );
    }),
    { numRuns: 150 },
  );
});

test("every edit has an anchor of its own, and every link leads to one", async () => {
  await fc.assert(
    fc.asyncProperty(pair, async ([old, now]) => {
      const { parts } = compareTexts(version(old), version(now));
      const elements = fragmentElements(
        String(await comparedText({ from: 1, to: 2, lang: undefined, parts, whole: "/articles/1/versions/2" }, "side")),
      );
      const ids = elements.flatMap((each) => attribute(each, "id") ?? []);
      assert.equal(new Set(ids).size, ids.length);
      for (const href of elements.flatMap((each) => attribute(each, "href") ?? []))
        assert.ok(ids.includes(href.slice(1)), href);
    }),
    { numRuns: 80 },
  );
});

test("words that are struck out now stay once in one column, as struck and not as put in", async () => {
  const text = "The captain was drunk, according to two of the passengers.";
  const struck = { kind: "paragraph" as const, text, spans: [{ from: 0, to: text.length, kind: "struck" as const }] };
  const { parts } = compareTexts(version([{ kind: "paragraph", text }]), version([struck]));
  const shared = { from: 1, to: 2, lang: "en", parts, whole: "/articles/1/versions/2" };
  const inline = String(await comparedText(shared, "inline"));
  assert.equal(inline.split(text).length - 1, 1);
  assert.match(inline, /<span class="stays" id="e1" data-edit="1"><s [^>]*><span[^>]*>struck by the publisher: </);
  assert.doesNotMatch(String(await comparedText(shared, "side")), /<ins|<del/);
});
