import assert from "node:assert/strict";
import { test } from "node:test";
import type { VersionText } from "#model/version";
import { besideText, fingerprint } from "#version/fingerprint";

const base: VersionText = {
  headline: "Harbour bridge to close for repairs",
  standfirst: "Traffic will be led over the old ford.",
  corrections: [],
  blocks: [
    { kind: "paragraph", text: 'The bridge closes on 3 May, the mayor said: "It has to be done."' },
    { kind: "paragraph", text: "Built by Andr\u00e9 Lef\u00e8vre in 1931 - it never rested since." },
    { kind: "caption", text: "The bridge at dusk." },
  ],
};
const edited = (change: Partial<VersionText>): VersionText => ({ ...base, ...change });
const withBody = (...texts: string[]): VersionText =>
  edited({ blocks: texts.map((text) => ({ kind: "paragraph" as const, text })) });
const [first, second] = [base.blocks[0]!.text, base.blocks[1]!.text];

const same: [string, VersionText][] = [
  ["curly quotes", withBody(first.replace('"It', "\u201CIt").replace('."', ".\u201D"), second)],
  ["an en dash", withBody(first, second.replace("-", "\u2013"))],
  [
    "a no-break space and a soft hyphen",
    withBody(first.replace("3 May", "3\u00A0May"), second.replace("never", "ne\u00ADver")),
  ],
  ["another caption", edited({ blocks: [...base.blocks.slice(0, 2), { kind: "caption", text: "At dawn." }] })],
  [
    "a paragraph set as list item",
    edited({ blocks: base.blocks.map((b) => ({ ...b, kind: b.kind === "caption" ? b.kind : "item" })) }),
  ],
  ["a clock under the headline", withBody("Updated 3 min ago", first, second)],
  [
    "the standfirst moved into the body",
    edited({ standfirst: null, blocks: [{ kind: "paragraph", text: base.standfirst! }, ...base.blocks] }),
  ],
  ["a dash without its spaces", withBody(first, second.replace(" - ", "\u2014"))],
  ["three hyphens for a dash", withBody(first, second.replace("-", "---"))],
  ["a space before a colon", withBody(first.replace("said:", "said :"), second)],
  ["decomposed accents", withBody(first, second.normalize("NFD"))],
];
for (const [name, text] of same) {
  test(`fingerprint: ${name} makes no version`, () => assert.equal(fingerprint(text), fingerprint(base)));
}

const different: [string, VersionText][] = [
  ["another headline", edited({ headline: "Harbour bridge closes for repairs" })],
  ["no standfirst", edited({ standfirst: null })],
  ["a correction note", edited({ corrections: ["An earlier version named the wrong day."] })],
  ["one number", withBody(first.replace("3 May", "4 May"), second)],
  ["paragraphs in another order", withBody(second, first)],
  ["a dash within a word", withBody(first, second.replace("it never", "it-never"))],
  ["a sign before a number", withBody(first.replace("3 May", "+3 May"), second)],
];
for (const [name, text] of different) {
  test(`fingerprint: ${name} makes a version`, () => assert.notEqual(fingerprint(text), fingerprint(base)));
}

/** What stands beside the text: caption, byline, and whether it says the same as before. */
const beside: readonly (readonly [string, readonly string[], readonly string[], boolean])[] = [
  ["nothing else", ["The bridge at dusk."], ["Ann Writer"], true],
  ["another byline", ["The bridge at dusk."], ["Bo Pier"], false],
  ["another caption", ["The bridge at dawn."], ["Ann Writer"], false],
  ["a second caption", ["The bridge at dusk.", "Traffic."], ["Ann Writer"], false],
  ["typography", ["The bridge\u00A0at dusk."], ["Ann Writer"], true],
];
for (const [name, captions, byline, same] of beside)
  test(`beside the text: ${name}`, () => {
    const of = (texts: readonly string[], by: readonly string[]) =>
      besideText({
        byline: by,
        blocks: [...withBody(first).blocks, ...texts.map((text) => ({ kind: "caption" as const, text }))],
      });
    assert.equal(of(captions, byline) === of(["The bridge at dusk."], ["Ann Writer"]), same);
  });
