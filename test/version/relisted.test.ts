import assert from "node:assert/strict";
import { test } from "node:test";
import type { VersionText } from "#model/version";
import { sameHeadline, shareOf, wordsOf } from "#version/relisted";

const text = (headline: string | null, ...body: readonly string[]): VersionText => ({
  headline,
  standfirst: null,
  corrections: [],
  blocks: body.map((each) => ({ kind: "paragraph", text: each })),
});

const share = (hidden: VersionText, next: VersionText): number => shareOf(wordsOf(hidden), wordsOf(next));

test("the share is that of the hidden text's words, in any order, each as often as it is there", () => {
  const hidden = text(null, "The mill, the weir and 12 boats.");
  for (const [next, expected] of [
    ["The mill, the weir and 12 boats.", 1],
    ["12 boats and the weir: the mill!", 1],
    ["THE MILL, the weir and 12 boats, with much that was never written before", 1],
    ["mill weir and 12 boats", 5 / 7],
    ["the mill", 2 / 7],
    ["Nothing of it", 0],
  ] as const)
    assert.equal(share(hidden, text(null, next)), expected, next);
});

test("headline, standfirst and corrections count as text; a text without words is in none", () => {
  const parts = { ...text("Mill burns", "At noon"), standfirst: "Weir holds", corrections: ["Not a fire"] };
  assert.equal(share(parts, text(null, "mill burns weir holds not a fire at noon")), 1);
  assert.equal(share(text(null), text("Mill", "Weir")), 0);
  assert.equal(share(text(null, "水車小屋が燃えた"), text(null, "昨日、水車小屋が燃えた")), 1);
});

test("headlines are the same but for case, quotation marks and spaces", () => {
  assert.ok(sameHeadline(text("“Mill”  burns"), text('"mill" Burns')));
  assert.ok(!sameHeadline(text("Mill burns"), text("Mill burnt")));
  assert.ok(!sameHeadline(text(null), text(null)));
});
