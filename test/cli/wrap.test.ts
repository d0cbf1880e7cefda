import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import type { Piece } from "#collate/collation";
import { displayWidth } from "../../src/cli/terminal/width.ts";
import { wrapPieces } from "../../src/cli/terminal/wrap.ts";

const equal = (text: string): readonly Piece[] => [{ op: "equal", text }];
const texts = (lines: readonly (readonly Piece[])[]) => lines.map((line) => line.map((piece) => piece.text).join(""));

suite("wrapping", () => {
  test("breaks at spaces", () => assert.deepEqual(texts(wrapPieces(equal("one two three"), 8)), ["one two ", "three"]));
  test("cuts what is longer than a line", () =>
    assert.deepEqual(texts(wrapPieces(equal("abcdefgh"), 3)), ["abc", "def", "gh"]));
  test("breaks between ideographs", () =>
    assert.deepEqual(texts(wrapPieces(equal("東京都知事"), 5)), ["東京", "都知", "事"]));
  test("keeps paragraph breaks", () => assert.deepEqual(texts(wrapPieces(equal("a\nb"), 10)), ["a", "b"]));
  test("an empty text is one empty line", () => assert.deepEqual(wrapPieces([], 10), [[]]));

  test("keeps the marks", () => {
    const pieces: readonly Piece[] = [
      { op: "equal", text: "Ten people " },
      { op: "deleted", text: "died in the flood" },
    ];
    assert.deepEqual(wrapPieces(pieces, 16), [
      [
        { op: "equal", text: "Ten people " },
        { op: "deleted", text: "died " },
      ],
      [{ op: "deleted", text: "in the flood" }],
    ]);
  });

  test("no line is too wide, and nothing but white space is lost", () => {
    const words = fc.array(
      fc.oneof(
        fc.string({ unit: "grapheme", maxLength: 12 }),
        fc.constantFrom("東京", "ข่าว", "\n", "a-very-long-word-indeed"),
      ),
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 30 }), (parts, columns) => {
        const text = parts.join(" ");
        const lines = texts(wrapPieces(equal(text), columns));
        for (const line of lines) assert.ok(displayWidth(line.trimEnd()) <= columns, JSON.stringify(line));
        assert.equal(lines.join("").replace(/\s/g, ""), text.replace(/\s/g, ""));
      }),
    );
  });
});
