import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { VersionText } from "#model/version";
import { comparedText } from "#publish/html/parts/compared";
import type { View } from "#view/addresses";
import { inCells } from "#view/compare/cells";
import { compareTexts } from "#view/compare/collator";
import { folded, type Row } from "#view/compare/rows";
import { inTables, tablesOf } from "#view/compare/tables";
import { attribute, fragmentElements, textOf, visibleText } from "../publish/dom.ts";

const PROSE = "The returning officer published the count of each district on Friday.";
const TABLE = ["District | Yes | No", "Harbour | 1,204 | 830", "Old Town | 960 | 1,102", "North Fields | 431 | 622"];

const version = (rows: readonly string[], kind: "row" | "paragraph" = "row"): VersionText => ({
  headline: "The count",
  standfirst: null,
  corrections: [],
  blocks: [{ kind: "paragraph", text: PROSE }, ...rows.map((text) => ({ kind, text }))],
});

const bodyRows = (old: readonly string[], now: readonly string[]): readonly Row[] =>
  compareTexts(version(old), version(now)).parts.find(({ name }) => name === "body")!.rows;

async function page(old: readonly string[], now: readonly string[], view: View = "side") {
  const { parts } = compareTexts(version(old), version(now));
  const text = await comparedText({ from: 1, to: 2, lang: "en", parts, whole: "/articles/1/versions/2" }, view);
  return fragmentElements(String(text));
}

const byTag = (elements: Awaited<ReturnType<typeof page>>, ...tags: string[]) =>
  elements.filter(({ tagName }) => tags.includes(tagName));

test("the rows of a table stand in one table in each column, with the heads that are known", async () => {
  const now = TABLE.with(1, "Harbour | 1,240 | 830");
  const elements = await page(TABLE, now);
  assert.equal(byTag(elements, "table").length, 2);
  const heads = byTag(elements, "th").map((each) => [attribute(each, "scope"), visibleText(each)]);
  const own = [
    ["col", "District"],
    ["col", "Yes"],
    ["col", "No"],
    ["row", "Harbour"],
    ["row", "Old Town"],
    ["row", "North Fields"],
  ];
  assert.deepEqual(heads, [...own, ...own]);
});

test("the cell with the edit is marked, and said to those who listen", async () => {
  const elements = await page(TABLE, TABLE.with(3, "North Fields | 431 | 662"), "inline");
  const changed = elements.filter((each) => attribute(each, "class") === "changed");
  assert.deepEqual(changed.map(textOf), ["changed cell: removed: 622 end of removed added: 662 end of added "]);
});

test("each cell is compared with its own, and no mark runs from one into the next", () => {
  const rows = bodyRows(["Harbour | 61 | 39", "Pier | 4 | 5"], ["Harbour | 39 | 61", "Pier | 4 | 5"]);
  const cells = inCells(rows[1]!.inline[0]!.pieces, "new");
  assert.deepEqual(
    cells.map((own) => own.map(({ op, text }) => `${op} ${text}`)),
    [["equal Harbour"], ["deleted 61", "inserted 39"], ["deleted 39", "inserted 61"]],
  );
});

test("a row that came or went leaves room in the other column, so that what follows stays level", async () => {
  const elements = await page(TABLE, [...TABLE.slice(0, 2), TABLE[3]!, "Postal votes | 512 | 488"]);
  const tables = byTag(elements, "table").map((each) =>
    byTag(fragmentElementsOf(each), "tr").map((row) => attribute(row, "class") ?? ""),
  );
  assert.deepEqual(tables, [
    ["", "", "removed", "", "void"],
    ["", "", "removed gone", "", "added"],
  ]);
});

const fragmentElementsOf = (element: ReturnType<typeof fragmentElements>[number]) =>
  element.childNodes.flatMap((child) => ("tagName" in child ? [child, ...within(child)] : []));

function within(element: ReturnType<typeof fragmentElements>[number]): (typeof element)[] {
  return element.childNodes.flatMap((child) => ("tagName" in child ? [child, ...within(child)] : []));
}

test("where a table goes on after rows that are folded, its columns are named once more", async () => {
  const long = [
    TABLE[0]!,
    ...Array.from({ length: 20 }, (_, i) => `Ward ${"abcdefghijklmnopqrst"[i]} | ${i * 7} | ${i * 9}`),
  ];
  const now = long.with(15, long[15]!.replace(/\d+$/, "999"));
  const rows = bodyRows(long, now);
  const shown = inTables(folded(rows), tablesOf(rows));
  assert.deepEqual(
    shown.map(({ kind }) => kind),
    ["fold", "table", "fold"],
  );
  const again = (await page(long, now)).filter((each) => attribute(each, "class") === "again");
  assert.ok(again.length >= 2);
  for (const row of again) assert.equal(visibleText(row), "DistrictYesNo");
});

test("a first row with figures of its own, and one over words alone, name no column", () => {
  const plan = (rows: readonly string[]) => tablesOf(bodyRows(rows, rows)).values().next().value!;
  assert.equal(plan(["Harbour | 1,204", "Old Town | 960", "Pier | 4"]).head, null);
  assert.equal(plan(["Ida Marsh | mayor", "Bo Venn | clerk", "Ann Calder | pilot"]).head, null);
  assert.ok(plan(["Place | 2023 | 2024", "Harbour | 12 | 14", "Pier | 4 | 5"]).head);
  assert.equal(plan(["Place | Votes", "Pier | 4", "Pier | 5"]).hasRowHeads, false, "two rows of one name");
});

test("cells hold the words of their row, whatever was edited", () => {
  const cell = fc
    .array(fc.constantFrom("12", "40", "north", "east", "pier"), { maxLength: 3 })
    .map((all) => all.join(" "));
  const row = fc
    .array(cell, { minLength: 1, maxLength: 5 })
    .map((cells) => cells.join(" | ").replace(/ {2,}/g, " ").trim())
    .filter((text) => text !== "" && text !== "|");
  fc.assert(
    fc.property(row, row, (old, now) => {
      for (const each of bodyRows([old, "End | 1"], [now, "End | 1"]).slice(1)) {
        for (const [cells, side] of [
          [each.old, "old"],
          [each.new, "new"],
        ] as const)
          for (const { pieces } of cells) {
            const whole = pieces.map(({ text }) => text).join("");
            assert.deepEqual(
              inCells(pieces, side).map((own) => own.map(({ text }) => text).join("")),
              whole.split(/ ?\| /),
            );
          }
        for (const { pieces } of each.inline) {
          const gone = inCells(pieces, each.new.length > 0 ? "new" : "old").flat();
          const words = (op: string, all: readonly { readonly op: string; readonly text: string }[]) =>
            all
              .filter((piece) => piece.op === op)
              .map(({ text }) => text.replaceAll(/[\s|]/g, ""))
              .join("");
          assert.equal(words("deleted", gone), words("deleted", pieces), "nothing that is gone is lost");
        }
      }
    }),
    { numRuns: 300 },
  );
});
