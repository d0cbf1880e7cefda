import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { applyEdits } from "#collate/apply";
import { collateMarked } from "#collate/collate";
import { collateMarkedInFull } from "#collate/full";
import type { MarkedParagraph } from "#collate/spans/marked";
import { placeIn, saidOf } from "#collate/spans/said";
import { summarise } from "#collate/summary";
import { collateTexts } from "#collate/texts";
import type { Span, SpanKind } from "#model/document";
import type { VersionText } from "#model/version";

/** `[s:words]` is struck, `[i:words]` inserted, `[m:words]` moving. */
function paragraph(source: string): MarkedParagraph {
  const kinds: Readonly<Record<string, SpanKind>> = { s: "struck", i: "inserted", m: "moving" };
  const spans: Span[] = [];
  let text = "";
  for (const [, plain = "", letter, words = ""] of source.matchAll(/([^[]+)|\[([sim]):([^\]]*)\]/g)) {
    if (letter) spans.push({ from: text.length, to: text.length + words.length, kind: kinds[letter]! });
    text += plain + words;
  }
  return spans.length > 0 ? { text, spans } : { text };
}

const version = (...sources: readonly string[]): VersionText => ({
  headline: "Flood in Ems",
  standfirst: null,
  corrections: [],
  blocks: sources.map((source) => ({ kind: "paragraph", ...paragraph(source) })),
});
const changed = (old: VersionText, next: VersionText) => summarise(old, next, collateTexts(old, next), "en");
const RAIN = "Heavy rain fell on the town for three nights in a row, the weather service said.";

test("words that are struck out are an edit of the same words", () => {
  const [old, next] = ["Ten people died in the flood.", "[s:Ten people] died in the flood."].map(paragraph);
  const [group] = collateMarked([old!], [next!]).groups;
  assert.deepEqual(group, {
    old: [0],
    new: [0],
    moved: false,
    kind: "edited",
    edits: [{ oldStart: 0, oldEnd: 10, newStart: 0, newEnd: 10, cosmetic: false }],
  });
});

test("a struck figure and the one beside it are read as one for the other", () => {
  const { labels, wordsAdded, wordsRemoved, paragraphsEdited } = changed(
    version(RAIN, "The flood killed 10 people in the valley, police said."),
    version(RAIN, "The flood killed [s:10] [i:12] people in the valley, police said."),
  );
  assert.deepEqual(
    labels.map(({ kind, reason, place }) => [kind, reason, place.newOffset]),
    [["number", "10 became 12", 20]],
  );
  assert.deepEqual([wordsAdded, wordsRemoved, paragraphsEdited], [1, 1, 1]);
});

test("a struck paragraph is one that was taken out", () => {
  const gone = "The mayor had been warned a day before, a person at the office said.";
  const { labels, silent, paragraphsEdited } = changed(version(RAIN, gone), version(RAIN, `[s:${gone}]`));
  assert.deepEqual(
    labels.map(({ kind }) => kind),
    ["paragraph-removed"],
  );
  assert.equal(paragraphsEdited, 1);
  assert.equal(silent, changed(version(RAIN, gone), version(RAIN)).silent);
});

test("what was struck before and is taken away changes nothing that is said", () => {
  const { labels, paragraphsEdited, sample } = changed(
    version("The flood killed [s:10] 12 people, police said."),
    version("The flood killed 12 people, police said."),
  );
  assert.deepEqual([labels.length, paragraphsEdited], [0, 1]);
  assert.match(sample.old, /killed 10 12 people/);
});

const STILL: readonly (readonly [string, string, string])[] = [
  [
    "an amount in brackets",
    "It cost 7.4m crowns [m:($702,144)], they said.",
    "It cost 7.4m crowns [m:($698,020)], they said.",
  ],
  ["two amounts", "From [m:1.08] to [m:1.09] euros a day.", "From [m:1.11] to [m:1.12] euros a day."],
  ["one that is not there yet", "The share stood at [m:–] at noon.", "The share stood at [m:12.40] at noon."],
];
for (const [name, old, next] of STILL)
  test(`moving alone is no edit: ${name}`, () => {
    const { groups, labels } = collateMarkedInFull([paragraph(old)], [paragraph(next)], "en");
    assert.deepEqual([groups.map(({ kind }) => kind), labels], [["equal"], []]);
    assert.ok(groups[0]!.edits.every(({ cosmetic }) => cosmetic));
  });

test("an edit beside an amount that moves is labelled by itself alone", () => {
  const { labels } = changed(
    version("The flood killed 10 people and cost 7m crowns [m:($702,144)], police said."),
    version("The flood killed 12 people and cost 7m crowns [m:($698,020)], police said."),
  );
  assert.deepEqual(
    labels.map(({ reason }) => reason),
    ["10 became 12"],
  );
});

test("a part of an article is never called silently edited", () => {
  const [old, next] = [version("The flood killed 10 people in Ems."), version("The flood killed 12 people in Ems.")];
  assert.equal(changed(old, next).silent, true);
  assert.equal(changed(old, { ...next, continuesAt: "https://news.example/flood?page=2" }).silent, false);
});

test("law: marks never break a collation, and what is said is in the paragraph", () => {
  const words = fc.array(fc.constantFrom("ten", "boats", "sank.", "off", "Ems", "(4)"), { minLength: 1, maxLength: 8 });
  const kind = fc.constantFrom("", "s", "i", "m");
  const source = fc
    .array(fc.tuple(kind, words), { minLength: 1, maxLength: 4 })
    .map((parts) =>
      parts.map(([letter, some]) => (letter ? `[${letter}:${some.join(" ")}]` : some.join(" "))).join(" "),
    );
  fc.assert(
    fc.property(fc.array(source, { maxLength: 4 }), fc.array(source, { maxLength: 4 }), (old, next) => {
      const [was, is] = [old.map(paragraph), next.map(paragraph)];
      const collation = collateMarked(was, is);
      for (const group of collation.groups.filter((each) => each.old.length > 0 && each.new.length > 0)) {
        const text = (indices: readonly number[], side: readonly MarkedParagraph[]) =>
          indices.map((index) => side[index]!.text).join("\n");
        assert.equal(applyEdits(group, text(group.old, was), text(group.new, is)), text(group.new, is));
      }
      for (const { edits } of collation.groups)
        for (const [i, { oldStart, newStart }] of edits.entries())
          assert.ok(i === 0 || (oldStart >= edits[i - 1]!.oldEnd && newStart >= edits[i - 1]!.newEnd));
      for (const each of is) {
        const said = saidOf(each);
        for (let at = 0; at < said.text.length; at++) assert.equal(each.text[placeIn(said, at)], said.text[at]);
      }
    }),
    { numRuns: 300 },
  );
});
