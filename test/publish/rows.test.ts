import assert from "node:assert/strict";
import { test } from "node:test";
import { collate } from "#collate/collate";
import type { Block } from "#model/document";
import { folded, type Row, rowsOf } from "#view/compare/rows";

const A = "The mayor opened the new library on Monday in front of two hundred guests.";
const B = "Its tower holds a clock that was made in the town three centuries ago.";
const C = "The building cost eleven million, two more than was planned at first.";
const D = "Children may stay until seven in the evening on every day but Sunday.";
const E = "A second branch near the harbour is to follow in the coming year.";

const blocks = (texts: readonly string[]): Block[] => texts.map((text) => ({ kind: "paragraph", text }));
const rows = (old: string[], now: string[]): readonly Row[] =>
  rowsOf(collate(old, now).groups, blocks(old), blocks(now));
const shape = (all: readonly Row[]): string[] =>
  all.map(
    (row) =>
      `${row.kind} ${row.old.map((c) => c.number)}>${row.new.map((c) => c.number)}${row.move ? ` ${row.move.way}` : ""}`,
  );

test("a moved paragraph leaves a mark where it stood", () => {
  assert.deepEqual(shape(rows([A, B, C, D, E], [A, D, B, C, E])), [
    "equal 1>1",
    "equal 4>2 up",
    "equal 2>3",
    "equal 3>4",
    "left 4> up",
    "equal 5>5",
  ]);
});

test("a paragraph that moved away from the top leaves its mark at the top", () => {
  assert.deepEqual(shape(rows([A, B, C, D], [B, C, D, A])).slice(0, 2), ["left 1> down", "equal 2>1"]);
});

test("every paragraph stands in exactly one row of its side, whatever the change", () => {
  const old = [A, B, C, D, E];
  for (const now of [
    [],
    [E, D, C, B, A],
    [A, `${B} ${C}`, D],
    [A, "Quite another text about the weather at sea.", E],
  ]) {
    const all = rows(old, now).filter((row) => row.kind !== "left");
    assert.deepEqual(
      all.flatMap((row) => row.new.map((cell) => cell.number)),
      now.map((_, i) => i + 1),
    );
    assert.deepEqual(all.flatMap((row) => row.old.map((cell) => cell.number)).sort(), [1, 2, 3, 4, 5]);
  }
});

test("quotation marks alone make no edited row", () => {
  assert.deepEqual(shape(rows([`He said "${A}"`], [`He said “${A}”`])), ["equal 1>1"]);
});

const numbered = (n: number): string[] =>
  Array.from({ length: n }, (_, i) => `Paragraph ${i} tells of house ${i * 7} in street ${i * 13}.`);

/** The one column of a change: `-` taken out, `+` put in, `¶` where an old paragraph ended. */
const inline = (old: string[], now: string[]): string[] =>
  rows(old, now).flatMap((row) =>
    row.inline.map(({ pieces }) =>
      pieces
        .map(({ op, text, broke }) =>
          broke ? "¶" : op === "equal" ? text : `${op === "deleted" ? "-" : "+"}[${text}]`,
        )
        .join(""),
    ),
  );

test("read in one column, a merge shows where the old paragraphs ended, in text that stayed and within what was edited", () => {
  assert.deepEqual(inline([A, B, C], [`${A} ${B} ${C}`]), [`${A}¶ ${B}¶ ${C}`]);
  const [edited] = inline([A, B, C], [`${A.replace("two hundred", "ninety")} ${B.replace("Its tower", "It")}`, C]);
  assert.match(edited!, /-\[two hundred\]\+\[ninety\] guests\.¶ ?-\[ ?Its tower\]\+\[It\] holds/);
  assert.deepEqual(inline([`${A} ${B}`, C], [A, `${B} ${C}`]), [A, `${B}¶ ${C}`], "a break that only shifted");
  assert.deepEqual(inline([`${A} ${B}`, C], [A, B, C]), [A, B, C], "a split ends no paragraph");
});

test("long unchanged stretches are folded, with one paragraph of context beside each edit", () => {
  const old = numbered(12);
  const now = old.with(6, "Something altogether different stands in this place now, and at length.");
  const kinds = folded(rows(old, now)).map((row) => (row.kind === "fold" ? `fold ${row.rows.length}` : row.kind));
  assert.deepEqual(kinds, ["fold 5", "equal", "removed", "added", "equal", "fold 4"]);
});

test("folding keeps every row once and in order", () => {
  const old = numbered(40);
  const now = old.toSpliced(5, 1).toSpliced(20, 2, "A new thought, never printed before, enters here.");
  const all = rows(old, now);
  assert.deepEqual(
    folded(all).flatMap((row) => (row.kind === "fold" ? row.rows : [row])),
    all,
  );
});
