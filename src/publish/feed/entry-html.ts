import { html } from "hono/html";
import type { ChangeSummary } from "#model/change";
import type { Html } from "#publish/markup";
import type { CellPiece } from "#view/compare/cell";
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
  return html`${entryHead(summary, line, pageUrl)}${shown.map(({ part, row }) => (part.name === "headline" ? html`<h3>${text(row)}</h3>\n` : html`<p dir="auto">${label(row)}${text(row)}</p>\n`))}
${left > 0 ? html`<p>${plural(left, "more edit")} on <a href="${pageUrl}">the page</a>.</p>` : ""}`;
}

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
  html`${row.inline.map(
    (cell, i) =>
      html`${i > 0 ? html`<br>` : ""}${cell.pieces.map((piece, k) => {
        if (piece.broke) return html`<del>¶</del>`;
        if (piece.op === "deleted") return html`<del>${piece.text}</del>`;
        if (piece.op !== "inserted") return piece.text;
        return html`${apart(cell.pieces[k - 1], piece)}<ins>${piece.text}</ins>`;
      })}`,
  )}`;

/** Many readers drop the marks: "119" put in for "11" must not read "11119". */
const apart = (before: CellPiece | undefined, { text }: CellPiece): string =>
  before?.op === "deleted" && /\S$/u.test(before.text) && /^\S/u.test(text) ? " " : "";
