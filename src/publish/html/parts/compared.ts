import { html } from "hono/html";
import type { Html } from "#publish/markup";
import type { View } from "#view/addresses";
import type { Cell } from "#view/compare/cell";
import type { ComparedPart, PartName } from "#view/compare/collator";
import { editsOf } from "#view/compare/edits";
import { type Fold, folded, type Row } from "#view/compare/rows";
import { type Stop, stopsOf } from "#view/compare/stops";
import { inTables, type Table, tablesOf } from "#view/compare/tables";
import { plural } from "#words/wording";
import { blockText } from "./block.ts";
import {
  type Compared,
  endsIn,
  type Frame,
  labelOf,
  leftId,
  named,
  nameOf,
  start,
  turn,
  unmarked,
} from "./compared-frame.ts";
import { tableHtml } from "./compared-table.ts";
import { pieces, say } from "./pieces.ts";

/** Rows of one page; a live page of a long day has fewer. Each costs two paragraphs of HTML. */
const MAX_ROWS = 1500;

const TITLES: Readonly<Record<PartName, string>> = {
  headline: "Headline",
  standfirst: "Standfirst",
  corrections: "Correction notes",
  body: "Text",
};

const isEdit = (row: Row): boolean => row.kind !== "left" && (row.kind !== "equal" || row.move !== null);

export async function comparedText(compared: Compared, view: View): Promise<Html> {
  const frame: Frame = {
    ...compared,
    view,
    stops: stopsOf(editsOf(compared.parts)),
    tables: new Map(compared.parts.flatMap(({ rows }) => [...tablesOf(rows)])),
    seen: new Set(),
    printed: { count: 0 },
    sentences: new Set(),
  };
  const sections: (Html | "")[] = [];
  for (const part of compared.parts) sections.push(await section(frame, part));
  return html`<div class="${view === "inline" ? "inline-text" : "side"}"${compared.lang ? html` lang="${compared.lang}"` : ""}>
${sections}</div>`;
}

async function section(frame: Frame, part: ComparedPart): Promise<Html | ""> {
  if (part.rows.length === 0) return "";
  const shown = part.rows.slice(0, MAX_ROWS);
  const kept = frame.view === "changes" ? shown.filter((row) => row.kind === "left" || isEdit(row)) : folded(shown);
  if (kept.length === 0) return "";
  const printed: Html[] = [];
  for (const each of inTables(kept, frame.tables)) printed.push(await printedOne(frame, part.name, each));
  return html`<section class="part-${part.name}"><h2 class="part" lang="en">${TITLES[part.name]}</h2>
${printed}
${part.rows.length > MAX_ROWS ? html`<p class="hint" lang="en">${plural(part.rows.length - MAX_ROWS, "more row")} not shown on this page; the JSON has them all.</p>` : ""}</section>
`;
}

/** Paragraphs that a fold has at either end; more are read where the whole text is. Each is on the page twice, with its markup. */
const FOLD_ENDS = 12;

async function foldOf(frame: Frame, name: PartName, { rows }: Fold): Promise<Html> {
  const left = Math.max(0, rows.length - 2 * FOLD_ENDS);
  const shown = async (some: readonly Row[]): Promise<readonly Html[]> => {
    const printed: Html[] = [];
    for (const each of inTables(some, frame.tables)) printed.push(await printedOne(frame, name, each));
    return printed;
  };
  const link = html`<p class="hint" lang="en"><a href="${frame.whole}">${plural(left, "more unchanged paragraph")}</a></p>\n`;
  return html`<details class="fold"><summary lang="en">${plural(rows.length, "unchanged paragraph")}</summary>
${left === 0 ? await shown(rows) : html`${await shown(rows.slice(0, FOLD_ENDS))}${link}${await shown(rows.slice(-FOLD_ENDS))}`}</details>
`;
}

async function printedOne(frame: Frame, name: PartName, each: Row | Fold | Table): Promise<Html> {
  if (each.kind === "fold") return foldOf(frame, name, each);
  if (each.kind === "table") return tableHtml(frame, name, each);
  await turn(frame);
  return rowHtml(frame, name, each);
}

function rowHtml(frame: Frame, name: PartName, row: Row): Html {
  const stop = frame.stops.get(row);
  const label = labelOf(frame, name, row);
  const classes = ["row", row.kind, row.move ? `${row.kind === "left" ? "" : "moved "}${row.move.way}` : ""];
  const anchor = row.kind === "left" ? html` id="${leftId(name, row)}"` : named(frame, stop?.whole ?? undefined);
  return html`<div class="${classes.join(" ").trim()}"${anchor}>${label ? html`<p class="label" lang="en">${label}</p>` : ""}
${frame.view === "inline" ? inlineCells(frame, name, row) : sideCells(frame, name, row)}</div>
`;
}

/**
 * Each column holds its version in its own order. Where the words of a moved paragraph were edited as well, what they
 * were stands beside them once more, so that they can be compared. The new column also holds the words that are gone,
 * for narrow screens: these show it alone, as one text with all its marks (decision 32).
 */
function sideCells(frame: Frame, name: PartName, row: Row): Html {
  const stop = frame.stops.get(row);
  const same = row.kind === "equal";
  const both = !same && row.old.length > 0 && row.new.length > 0;
  const show = (cells: readonly Cell[], side: "old" | "new", echo = false) =>
    cellHtml(frame, { name, cells, side, same, echo, both }, stop);
  if (row.kind === "left") return html`${show(row.old.map(unmarked), "old")}${show([], "new")}`;
  // The old side first: the first element with the number of an edit is what links lead to, and it has to have a box.
  const before = row.move && same ? show([], "old") : show(row.old, "old", row.move !== null);
  return html`${before}${show(both ? row.inline : row.new, "new")}`;
}

interface CellOf {
  readonly name: PartName;
  readonly cells: readonly Cell[];
  readonly side: "old" | "new";
  /** Both columns read alike, so that one of them is enough to listen to. */
  readonly same: boolean;
  /** Shown a second time, where the text stands now. */
  readonly echo: boolean;
  /** The row has both sides, and the new one holds the marks of both. */
  readonly both: boolean;
}

function cellHtml(frame: Frame, { name, cells, side, same, echo, both }: CellOf, stop: Stop | undefined): Html {
  if (cells.length === 0) return html`<div class="cell ${side} void"></div>`;
  const old = side === "old";
  const silent = same && old ? html` aria-hidden="true"` : "";
  const print = { echo, past: both && !old };
  return html`<div class="cell ${echo ? "echo" : side}${both && old ? " aside" : ""}${joined(cells)}${SIZES[name]}"${silent}${old && frame.oldLang ? html` lang="${frame.oldLang}"` : ""}>${say(`${nameOf(frame[old ? "from" : "to"])}: `)}${cells.map((each) => paragraph(frame, name, each, stop, print))}</div>`;
}

const joined = (cells: readonly Cell[]): string => (cells.length > 1 ? " joined" : "");

const SIZES: Readonly<Record<PartName, string>> = {
  headline: " head",
  standfirst: " stand",
  corrections: "",
  body: "",
};

interface Print {
  readonly echo: boolean;
  /** What is gone is in its paragraph only for narrow screens. */
  readonly past: boolean;
}

const paragraph = (frame: Frame, name: PartName, each: Cell, stop: Stop | undefined, print?: Print): Html =>
  html`<div class="para">${name === "body" && !print?.echo ? html`<span class="pn" aria-hidden="true">${each.number}</span>` : ""}${blockText(
    each.kind,
    pieces(
      each.pieces,
      ({ edit }) => (edit === null ? "" : named(frame, stop?.words.get(edit))),
      print?.past,
      endsIn(frame),
    ),
    2,
  )}</div>`;

function inlineCells(frame: Frame, name: PartName, row: Row): Html {
  if (row.kind === "left") return html`<div class="cell old"><p dir="auto">${start(row.old[0])}</p></div>`;
  return html`<div class="cell${joined(row.inline)}${SIZES[name]}">${row.inline.map((each) => paragraph(frame, name, each, frame.stops.get(row)))}</div>`;
}
