import type { Span as TextSpan } from "#model/document";
import type { Box, Page } from "./page.ts";
import { attribute, type Element, isText } from "./tree.ts";

/** Rows read of a table; the tables of results and prices that newspapers print have fewer. */
const MAX_ROWS = 400;
/** Cells of a row, and rows that a merged cell may go on for: larger numbers are mistakes or made to cost time. */
const MAX_CELLS = 60;

/** A row of a table of data. */
export interface TableRow {
  readonly text: string;
  readonly spans: readonly TextSpan[];
  /** The first of the page's runs in it. */
  readonly run: number;
}

interface Cell {
  readonly text: string;
  readonly spans: readonly TextSpan[];
  readonly rowSpan: number;
  /** Runs of its text. */
  readonly runs: number;
  readonly size: number;
  readonly linkSize: number;
}

interface Row {
  readonly run: number;
  readonly cells: readonly Cell[];
}

const roleOf = (element: Element): string => attribute(element, "role").toLowerCase();

export const isTable = ({ element }: Box): boolean =>
  element.name === "table" || ((element.name === "div" || element.name === "section") && roleOf(element) === "table");

const isRow = ({ element }: Box): boolean => element.name === "tr" || roleOf(element) === "row";
const CELL_ROLES = new Set(["cell", "gridcell", "columnheader", "rowheader"]);
const isHeader = ({ element }: Box): boolean => element.name === "th" || /^(?:column|row)header$/.test(roleOf(element));
const isCell = (box: Box): boolean => box.element.name === "td" || isHeader(box) || CELL_ROLES.has(roleOf(box.element));

/** Boxes directly in a box, or in those in it that are neither such boxes nor tables. */
function* within(page: Page, outer: Box, isWanted: (box: Box) => boolean): Generator<Box> {
  for (let i = outer.index + 1; i < outer.end; ) {
    const box = page.boxes[i]!;
    if (isWanted(box)) yield box;
    i = isWanted(box) || isTable(box) ? box.end : i + 1;
  }
}

/** The rows of a table of data, its head first; empty for a table that only lays out a page. */
export function rowsOf(page: Page, table: Box): readonly TableRow[] {
  if (laysOut(page, table)) return [];
  const rows: Row[] = [];
  let hasHeader = hasCaption(table.element);
  for (const box of within(page, table, isRow)) {
    if (rows.length >= MAX_ROWS) break;
    const cells = [...within(page, box, isCell)].slice(0, MAX_CELLS);
    hasHeader ||= cells.some(isHeader);
    rows.push({ run: box.from, cells: cells.map((cell) => cellOf(page, cell)) });
  }
  if (!isData(rows, hasHeader)) return [];
  return withMerged(rows).flatMap(({ run, cells }) =>
    cells.some(({ text }) => text !== "") ? [joined(cells, run)] : [],
  );
}

const hasCaption = ({ children }: Element): boolean =>
  children.some((child) => !isText(child) && (child.name === "caption" || child.name === "thead"));

function cellOf(page: Page, { from, to, element }: Box): Cell {
  let text = "";
  let size = 0;
  let linkSize = 0;
  const spans: TextSpan[] = [];
  for (const run of page.runs.slice(from, to)) {
    if (text !== "") text += " ";
    for (const span of run.spans ?? [])
      spans.push({ ...span, from: span.from + text.length, to: span.to + text.length });
    text += run.text;
    size += run.size;
    linkSize += run.linkSize;
  }
  const rowSpan = Math.min(MAX_CELLS, Math.max(1, Number.parseInt(attribute(element, "rowspan"), 10) || 1));
  return { text, spans, rowSpan, runs: to - from, size, linkSize };
}

/** A cell holds a few words; what is longer is a column of a page. */
const LONGEST_CELL = 400;
const USUAL_CELL = 120;
/** Share of the rows that have as many cells as most. */
const REGULAR = 0.6;
const MOST_LINKED = 0.6;
const LAYS_OUT = new Set(["form", "article", "main", "h1", "h2", "nav"]);

/** Is it said to be layout, or does it hold what no table of data does? Asked first: tables may stand in tables a thousand deep. */
function laysOut(page: Page, table: Box): boolean {
  const role = roleOf(table.element);
  if (role === "presentation" || role === "none") return true;
  for (let i = table.index + 1; i < table.end; i++) {
    const box = page.boxes[i]!;
    if (isTable(box) || LAYS_OUT.has(box.element.name)) return true;
  }
  return false;
}

/** Does a table hold data? One that lays out a page has long texts, links or a single column. */
function isData(rows: readonly Row[], hasHeader: boolean): boolean {
  const filled = rows.map(({ cells }) => cells.filter(({ text }) => text !== "").length);
  const wide = filled.filter((count) => count >= 2).length;
  if (rows.length < 2 || wide < 2 || wide < rows.length / 3) return false;
  const cells = rows.flatMap((row) => row.cells).filter(({ text }) => text !== "");
  const size = cells.reduce((sum, cell) => sum + cell.size, 0);
  const linked = cells.reduce((sum, { linkSize }) => sum + linkSize, 0);
  if (cells.some((cell) => cell.size > LONGEST_CELL) || size > cells.length * USUAL_CELL) return false;
  if (linked > size * MOST_LINKED && !cells.some(({ text }) => /^\P{L}*\p{Nd}\P{L}*$/u.test(text))) return false;
  return hasHeader || isRegular(rows);
}

function isRegular(rows: readonly Row[]): boolean {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return Math.max(...counts.values()) >= rows.length * REGULAR;
}

/** A cell that goes on over several rows is said in each of them. */
function withMerged(rows: readonly Row[]): readonly Row[] {
  const open = new Map<number, { readonly cell: Cell; left: number }>();
  return rows.map(({ run, cells }) => {
    const merged: Cell[] = [];
    const takeOpen = () => {
      for (let above = open.get(merged.length); above && above.left > 0; above = open.get(merged.length)) {
        above.left -= 1;
        merged.push(above.cell);
      }
    };
    for (const cell of cells) {
      takeOpen();
      if (cell.rowSpan > 1) open.set(merged.length, { cell, left: cell.rowSpan - 1 });
      merged.push(cell);
    }
    takeOpen();
    return { run, cells: merged };
  });
}

const BETWEEN = " | ";

/** An empty cell keeps its place, but for those at the end of a row. */
function joined(cells: readonly Cell[], run: number): TableRow {
  const spans: TextSpan[] = [];
  let text = "";
  const last = cells.findLastIndex((cell) => cell.text !== "");
  for (const [i, cell] of cells.slice(0, last + 1).entries()) {
    if (i > 0) text += text.endsWith(" ") ? "| " : BETWEEN;
    for (const span of cell.spans) spans.push({ ...span, from: span.from + text.length, to: span.to + text.length });
    text += cell.text;
  }
  // An empty first cell leaves a space that no text begins with.
  const lead = text.length - text.trimStart().length;
  return {
    text: text.slice(lead),
    spans: spans.map(({ from, to, kind }) => ({ from: from - lead, to: to - lead, kind })),
    run,
  };
}
