import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "#extract/extract";

const SAYS =
  "The harbour office said on Monday that the fees for all boats would rise before the winter, and by how much.";
const AFTER = "Skippers called the new fees a heavy burden for a port that has lost half of its boats in twenty years.";

/** The body between its first and its last paragraph, as "kind: text". */
function between(table: string, more: { readonly end?: string } = {}): readonly string[] {
  const { blocks } = extract(
    `<title>Fees</title><article><h1>Fees rise</h1><p>${SAYS}</p>${table}<p>${AFTER}</p>${more.end ?? ""}</article>`,
    { url: "https://news.example/2026/05/fees" },
  );
  return blocks
    .map(({ kind, text }) => `${kind}: ${text}`)
    .filter((line) => !line.includes(SAYS) && !line.includes(AFTER));
}
const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;

test("rows: a table of data is its rows, the head first, number cells kept", () => {
  const table = `<table><thead><tr><th>Boat</th><th>Fee</th><th>Before</th></tr></thead><tbody>${row("up to 9 m", "120", "95")}${row("up to 15 m", "<p>310</p>", "<b>280</b>")}</tbody></table>`;
  assert.deepEqual(between(table), [
    "row: Boat | Fee | Before",
    "row: up to 9 m | 120 | 95",
    "row: up to 15 m | 310 | 280",
  ]);
});

test("rows: without a head, of numbers alone, and after the last paragraph", () => {
  const table = `<table>${row("1,204", "48.1 %")}${row("1,299", "51.9 %")}</table>`;
  const rows = ["row: 1,204 | 48.1 %", "row: 1,299 | 51.9 %"];
  assert.deepEqual(between(table), rows);
  assert.deepEqual(between("", { end: table }), rows);
});

test("rows: cells that are merged or empty", () => {
  const table = `<table><tr><th>Ward</th><th colspan="2">Votes</th></tr><tr><td rowspan="2">North</td><td>Falk</td><td>12</td></tr><tr><td>Lind</td><td></td></tr>${row("South", "", "9")}<tr><td colspan="3">Counted on Monday</td></tr></table>`;
  assert.deepEqual(between(table), [
    "row: Ward | Votes",
    "row: North | Falk | 12",
    "row: North | Lind",
    "row: South | | 9",
    "row: Counted on Monday",
  ]);
});

test("rows: a table made of other elements, by their roles", () => {
  const line = (...cells: readonly string[]) =>
    `<div role="row">${cells.map((cell) => `<span role="cell"><div role="cell">${cell}</div></span>`).join("")}</div>`;
  const table = `<div role="table">${line("Fee", "120")}${line("Fine", "40")}</div>`;
  assert.deepEqual(between(table), ["row: Fee | 120", "row: Fine | 40"]);
});

test("rows: of a long table the first four hundred", () => {
  const table = `<table>${Array.from({ length: 500 }, (_, i) => row(`berth ${i}`, String(i * 7))).join("")}</table>`;
  const rows = between(table);
  assert.deepEqual([rows.length, rows.at(-1)], [400, "row: berth 399 | 2793"]);
});

test("rows: words struck out in a cell stay marked", () => {
  const { blocks } = extract(
    `<title>Fees</title><article><h1>Fees</h1><p>${SAYS}</p><table>${row("Fee", "<s>95</s> 120")}${row("Fine", "40")}</table><p>${AFTER}</p></article>`,
    { url: "https://news.example/fees" },
  );
  const { text, spans } = blocks[1]!;
  assert.deepEqual([text, spans?.map(({ from, to }) => text.slice(from, to))], ["Fee | 95 120", ["95"]]);
});

const LAYOUT: readonly (readonly [string, string])[] = [
  [
    "columns of a page",
    `<table><tr><td><p>${SAYS} ${SAYS}</p></td><td><p>${AFTER} ${AFTER}</p></td></tr>${row(SAYS, AFTER)}</table>`,
  ],
  ["said to be layout", `<table role="presentation">${row("Fee", "120")}${row("Fine", "40")}</table>`],
  ["of one column", `<table>${row("Fee")}${row("Fine")}${row("Rent")}</table>`],
  ["of one row", `<table>${row("By the harbour desk", "5 May")}</table>`],
  ["a table in a table", `<table><tr><td><table>${row("a", "b")}</table></td><td>c</td></tr>${row("d", "e")}</table>`],
  [
    "a menu",
    `<table>${row('<a href="/a">Home</a>', '<a href="/b">Sport</a>')}${row('<a href="/c">Sea</a>', '<a href="/d">Town</a>')}</table>`,
  ],
  ["beside the text", `<aside><table>${row("Oslo", "12")}${row("Bergen", "9")}</table></aside>`],
];
for (const [name, table] of LAYOUT)
  test(`no rows: ${name}`, () =>
    assert.deepEqual(
      between(table).filter((line) => line.startsWith("row")),
      [],
    ));
