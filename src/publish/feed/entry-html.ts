import { html } from "hono/html";
import type { ChangeSummary } from "#model/change";
import type { Html } from "#publish/markup";
import type { CellPiece } from "#view/compare/cell";
import { inCells } from "#view/compare/cells";
import type { ComparedPart } from "#view/compare/collator";
import type { Row } from "#view/compare/rows";
import { plural } from "#words/wording";
import { entryLabels } from "./entry-labels.ts";

/** Longest text of an entry, in characters of the article: some readers fetch 50 entries over a phone. */
const MAX_CHARACTERS = 12_000;

/**
 * The marked-up difference for feed readers, which drop style sheets and classes: `<del>` and `<ins>` are all they keep,
 * and bold and strike stand in where even those are dropped. Edited paragraphs only.
 */
export function entryHtml(parts: readonly ComparedPart[], summary: ChangeSummary, line: string, pageUrl: string): Html {
  const rows = parts.flatMap((part) =>
    part.rows
      .filter((row) => row.kind !== "left" && (row.kind !== "equal" || row.move !== null))
      .map((row) => ({ part, row })),
  );
  let room = MAX_CHARACTERS;
  const shown = rows.filter(({ row }) => {
    room -= lengthOf(row);
    return room > 0;
  });
  const left = rows.length - shown.length;
  return html`${entryHead(summary, line, pageUrl)}${inRuns(shown).map((run) => (isRow(run[0]!) ? table(run) : run.map(block)))}
${left > 0 ? html`<p>${plural(left, "more edit")} on <a href="${pageUrl}">the page</a>.</p>` : ""}`;
}

interface Shown {
  readonly part: ComparedPart;
  readonly row: Row;
}

const block = ({ part, row }: Shown): Html =>
  part.name === "headline" ? html`<h3>${text(row)}</h3>\n` : html`<p dir="auto">${label(row)}${text(row)}</p>\n`;

/** Of a table, and not moved, split or merged, which takes a line to say. */
const isRow = ({ row }: Shown): boolean => label(row) === "" && row.inline.every(({ kind }) => kind === "row");

/** Rows of tables that follow each other together, all else by itself. */
function inRuns(shown: readonly Shown[]): readonly (readonly Shown[])[] {
  const runs: Shown[][] = [];
  for (const each of shown) {
    const last = runs.at(-1);
    if (last && isRow(each) && isRow(last[0]!)) last.push(each);
    else runs.push([each]);
  }
  return runs;
}

/** Frame and room are attributes: they are what is left where style sheets are dropped. Readers that drop tables keep the words. */
const table = (run: readonly Shown[]): Html =>
  html`<table border="1" cellpadding="4" dir="auto">${run.flatMap(({ row }) => row.inline.map((cell) => html`<tr>${inCells(cell.pieces, row.new.length > 0 ? "new" : "old").map((own) => html`<td>${piecesOf(own)} </td>`)}</tr>\n`))}</table>\n`;

/** What an entry says before the difference, and all it says where there is no room to make one. */
export const entryHead = (summary: ChangeSummary, line: string, pageUrl: string): Html =>
  html`<p>${line}. <a href="${pageUrl}">Side by side</a></p>
${entryLabels(summary)}`;

const lengthOf = (row: Row): number =>
  row.inline.reduce((sum, cell) => sum + cell.pieces.reduce((n, piece) => n + piece.text.length, 0), 0);

function label(row: Row): Html | "" {
  const words = [
    row.move ? `moved ${row.move.way} from paragraph ${row.move.from} to ${row.move.to}` : "",
    row.kind === "split" || row.kind === "merged" ? row.kind : "",
  ];
  const said = words.filter((word) => word !== "");
  return said.length === 0 ? "" : html`<em>[${said.join(", ")}]</em> `;
}

const text = (row: Row): Html =>
  html`${row.inline.map((cell, i) => html`${i > 0 ? html`<br>` : ""}${piecesOf(cell.pieces)}`)}`;

const piecesOf = (pieces: readonly CellPiece[]): Html =>
  html`${pieces.map((piece, k) => {
    if (piece.broke) return html`<del>¶</del>`;
    if (piece.stays && piece.op === "inserted") return restruck(piece);
    if (piece.op === "deleted") return piece.stays ? "" : html`<del>${piece.text}</del>`;
    if (piece.op !== "inserted") return piece.span === "struck" ? html`<s>${piece.text}</s>` : piece.text;
    return html`${apart(pieces[k - 1], piece)}<ins>${piece.text}</ins>`;
  })}`;

/** Words that stayed: struck out by the publisher, or no longer. */
const restruck = ({ text: words, span }: CellPiece): Html =>
  span === "struck"
    ? html`<del>${words}</del> <em>[struck by the publisher]</em>`
    : html`<ins>${words}</ins> <em>[no longer struck by the publisher]</em>`;

/** Many readers drop the marks: "119" put in for "11" must not read "11119". */
const apart = (before: CellPiece | undefined, { text }: CellPiece): string =>
  before?.op === "deleted" && /\S$/u.test(before.text) && /^\S/u.test(text) ? " " : "";
