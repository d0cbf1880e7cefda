import assert from "node:assert/strict";
import { test } from "node:test";
import type { Span } from "#model/document";
import type { VersionText } from "#model/version";
import { fingerprint, markOf } from "#version/fingerprint";

const of = (text: string, ...spans: readonly (readonly [Span["kind"], string])[]): VersionText => ({
  headline: "Ferry fares",
  standfirst: null,
  corrections: [],
  blocks: [
    {
      kind: "paragraph",
      text,
      ...(spans.length > 0 && {
        spans: spans.map(([kind, words]) => ({
          from: text.indexOf(words),
          to: text.indexOf(words) + words.length,
          kind,
        })),
      }),
    },
  ],
});
const hash = (...given: Parameters<typeof of>): string => fingerprint(of(...given));
const TEN = "Ten boats sank, the office said.";

test("striking words out is an edit, and so is taking the marks away", () => {
  assert.notEqual(hash(TEN, ["struck", "Ten"]), hash(TEN));
  assert.notEqual(hash(TEN, ["struck", "Ten boats"]), hash(TEN, ["struck", "Ten"]));
  assert.notEqual(markOf(of(TEN, ["struck", "Ten"])).whole, markOf(of(TEN)).whole);
});

test("words marked as inserted are words like any other", () =>
  assert.equal(hash(TEN, ["inserted", "Ten"]), hash(TEN)));

test("an amount that moves is left out, also where it is not filled in", () => {
  const at = (amount: string) => hash(`It costs 40 crowns ${amount}, they said.`, ["moving", amount]);
  assert.equal(at("($3.81)"), at("($3.90)"));
  assert.equal(at("($3.81)"), at("–"));
  assert.notEqual(at("($3.81)"), hash("It costs 50 crowns ($3.81), they said.", ["moving", "($3.81)"]));
});

test("an amount without a mark is compared", () =>
  assert.notEqual(hash("It costs $3.81 now."), hash("It costs $3.90 now.")));

test("a changed count in a table is an edit, although a line that counts something is none", () => {
  const row = (kind: "row" | "paragraph", count: string): VersionText => ({
    ...of("Votes by ward."),
    blocks: [{ kind, text: `North | ${count} votes` }],
  });
  assert.notEqual(fingerprint(row("row", "1,204")), fingerprint(row("row", "1,299")));
  assert.equal(fingerprint(row("paragraph", "1,204")), fingerprint(row("paragraph", "1,299")));
});
