import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { displayWidth, fit, pad } from "../../src/cli/terminal/width.ts";

const widths: readonly (readonly [text: string, columns: number])[] = [
  ["", 0],
  ["plain", 5],
  ["Grüße", 5],
  ["cafe\u0301", 4],
  ["東京", 4],
  ["ニュース", 8],
  ["한국어", 6],
  ["１２", 4],
  ["a\u200Bb", 2],
  ["👍", 2],
  ["…", 1],
];

suite("width in a terminal", () => {
  for (const [text, columns] of widths) test(JSON.stringify(text), () => assert.equal(displayWidth(text), columns));

  test("fit leaves short texts alone and ends long ones with an ellipsis", () => {
    assert.equal(fit("short", 5), "short");
    assert.equal(fit("longer text", 7), "longer…");
    assert.equal(fit("東京都知事", 6), "東京…");
    assert.ok(displayWidth(fit("東京都知事", 6)) <= 6);
  });

  test("pad counts columns, not characters", () => {
    assert.equal(pad("東京", 6), "東京  ");
    assert.equal(pad("toolong", 3), "toolong");
  });
});
