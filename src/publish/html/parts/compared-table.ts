import { html } from "hono/html";
import type { Html } from "#publish/markup";
import type { Cell, CellPiece } from "#view/compare/cell";
import { inCells } from "#view/compare/cells";
import type { PartName } from "#view/compare/collator";
import type { Row } from "#view/compare/rows";
import type { Table } from "#view/compare/tables";
import { endsIn, type Frame, labelOf, leftId, named, nameOf, start, turn, unmarked } from "./compared-frame.ts";
import { pieces, say } from "./pieces.ts";

/** In which of the two columns, or in the one of the inline view. */
type Column = "old" | "new" | "inline";

interface TableOf {
  readonly frame: Frame;
  readonly name: PartName;
  readonly table: Table;
  readonly column: Column;
  /** Both texts have rows of it: a narrow screen shows the new column alone, which has what is gone as well. */
  readonly both: boolean;
}

/** Neighbouring rows of a table as one, in both columns; in each the rows stand in the order of its version. */
export async function tableHtml(frame: Frame, name: PartName, table: Table): Promise<Html> {
  const { rows } = table;
  const hasOld = rows.some(({ old }) => old.length > 0);
  const hasNew = rows.some((row) => row.new.length > 0);
  const isSame = rows.every(({ kind, move }) => kind === "equal" && move === null);
  const both = !isSame && hasOld && hasNew;
  const kind = isSame ? "equal" : !hasOld ? "added" : !hasNew ? "removed" : "edited";
  const print = (column: Column) => tableIn({ frame, name, table, column, both });
  if (frame.view === "inline")
    return html`<div class="row ${kind} tabled">
<div class="cell">${await print("inline")}</div></div>
`;
  const oldSide = html`<div class="cell old${both ? " aside" : ""}"${isSame ? html` aria-hidden="true"` : ""}${frame.oldLang ? html` lang="${frame.oldLang}"` : ""}>${say(`${nameOf(frame.from)}: `)}${hasOld ? await print("old") : ""}</div>`;
  const newSide = html`<div class="cell new">${say(`${nameOf(frame.to)}: `)}${hasNew ? await print("new") : ""}</div>`;
  return html`<div class="row ${kind} tabled">
${hasOld ? oldSide : VOID.old}${hasNew ? newSide : VOID.new}</div>
`;
}

const VOID = {
  old: html`<div class="cell old void"></div>`,
  new: html`<div class="cell new void"></div>`,
} as const;

async function tableIn(of: TableOf): Promise<Html> {
  const { rows, plan } = of.table;
  const isHeaded = plan.head !== null && rows[0] === plan.head;
  const printed: (Html | "")[] = [];
  for (const row of isHeaded ? rows.slice(1) : rows) {
    await turn(of.frame);
    printed.push(rowsIn(of, row));
  }
  // Where the table goes on after rows that are folded, its columns are named once more.
  const head = isHeaded ? rowsIn(of, rows[0]!) : plan.head && !rows.includes(plan.head) ? headAgain(of, plan.head) : "";
  return html`<div class="para"><table dir="auto">
${head === "" ? "" : html`<thead>${head}</thead>\n`}${printed}</table></div>`;
}

function headAgain(of: TableOf, head: Row): Html {
  const cells = of.column === "old" && head.old.length > 0 ? head.old : head.new.length > 0 ? head.new : head.old;
  return html`${cells.map((cell) => html`<tr class="again">${cellsOf(of, head, unmarked(cell), { names: true, isEcho: true })}</tr>\n`)}`;
}

/** What stands of a row in one of the columns; nothing, but room, where only the other one has it. */
function rowsIn(of: TableOf, row: Row): Html {
  const { column } = of;
  if (row.kind === "left") return column === "new" ? VOID_ROW : leftRow(of, row);
  if (row.kind === "added") return column === "old" ? VOID_ROW : wholeRow(of, row, row.new);
  if (row.kind === "removed") return wholeRow(of, row, row.old);
  const label = column === "old" ? "" : labelRow(of, row);
  if (column === "old" && row.move && row.kind === "equal") return VOID_ROW;
  const cells = column === "old" ? row.old : column === "inline" || row.kind !== "equal" ? row.inline : row.new;
  const isEcho = column === "old" && row.move !== null;
  const shown = { names: of.table.plan.head === row, past: column === "new", isEcho };
  const classes = isEcho ? "echo" : row.move ? "moved" : "";
  const name = column === "old" ? "" : named(of.frame, of.frame.stops.get(row)?.whole ?? undefined);
  return html`${label}${cells.map((cell, i) => html`<tr${classOf(classes)}${i === 0 ? name : ""}>${cellsOf(of, row, cell, shown)}</tr>\n`)}`;
}

const classOf = (classes: string): Html | "" => (classes === "" ? "" : html` class="${classes}"`);

const VOID_ROW = html`<tr class="void"><td></td></tr>\n`;

/** A row that is new or gone: its first cell says so for all of them. A narrow screen has no old column for what is gone. */
function wholeRow(of: TableOf, row: Row, cells: readonly Cell[]): Html {
  const isPast = row.kind === "removed" && of.column === "new";
  const name = isPast ? "" : named(of.frame, of.frame.stops.get(row)?.whole ?? undefined);
  return html`${cells.map(
    (cell) =>
      html`<tr class="${row.kind}${isPast ? " gone" : ""}"${name}>${cellsOf(of, row, cell, { names: of.table.plan.head === row, whole: row.kind === "added" ? "ins" : "del", isEcho: isPast })}</tr>\n`,
  )}`;
}

function labelRow({ frame, name, table }: TableOf, row: Row): Html | "" {
  const label = labelOf(frame, name, row);
  if (label === "") return "";
  const way = row.move ? ` ${row.move.way}` : "";
  return html`<tr><td class="note${way}" colspan="${table.plan.columns}"><p class="label" lang="en">${label}</p></td></tr>\n`;
}

function leftRow(of: TableOf, row: Row): Html {
  const { name, column, table } = of;
  const id = html` id="${leftId(name, row)}"`;
  const label = labelRow(of, row);
  if (column === "inline")
    return html`${label}<tr class="left"${id}><td colspan="${table.plan.columns}">${start(row.old[0])}</td></tr>\n`;
  return html`${label}${row.old.map((cell, i) => html`<tr class="left"${i === 0 ? id : ""}>${cellsOf(of, row, unmarked(cell), {})}</tr>\n`)}`;
}

interface Shown {
  /** The cells name the columns. */
  readonly names?: boolean;
  /** The old words stand in it for narrow screens alone. */
  readonly past?: boolean;
  /** Stands here besides its own place, and has no number. */
  readonly isEcho?: boolean;
  /** The row came or went as a whole. */
  readonly whole?: "ins" | "del";
}

function cellsOf(of: TableOf, row: Row, cell: Cell, shown: Shown): Html {
  const { plan } = of.table;
  const isOld = of.column === "old" || row.new.length === 0;
  const cells = inCells(cell.pieces, isOld ? "old" : "new");
  const number = of.name === "body" && !shown.isEcho ? html` data-pn="${cell.number}"` : "";
  return html`${cells.map((own, i) => {
    const head = shown.names ? "col" : i === 0 && plan.hasRowHeads && cells.length > 1 ? "row" : null;
    const isChanged = !shown.whole && own.some(({ op }) => op !== "equal");
    const attributes = html`${head ? html` scope="${head}"` : ""}${i === 0 ? number : ""}${cells.length === 1 && plan.columns > 1 ? html` colspan="${plan.columns}"` : ""}${isChanged ? html` class="changed"` : ""}`;
    const content = shown.whole ? wholeCell(own, shown.whole, i === 0) : changedCell(of, row, own, shown, isChanged);
    return head ? html`<th${attributes}>${content}</th>` : html`<td${attributes}>${content}</td>`;
  })}`;
}

function changedCell(
  { frame }: TableOf,
  row: Row,
  own: readonly CellPiece[],
  { past }: Shown,
  isChanged: boolean,
): Html {
  const stop = frame.stops.get(row);
  const name = ({ edit }: CellPiece) => (edit === null ? "" : named(frame, stop?.words.get(edit)));
  return html`${isChanged ? say("changed cell: ") : ""}${pieces(own, name, past, endsIn(frame))}`;
}

function wholeCell(own: readonly CellPiece[], whole: "ins" | "del", isFirst: boolean): Html {
  const words = own.map(({ text }) => text).join("");
  const said = isFirst ? say(whole === "ins" ? "row added: " : "row removed: ") : "";
  if (words === "") return html`${said}`;
  return whole === "ins" ? html`${said}<ins>${words}</ins>` : html`${said}<del>${words}</del>`;
}
