import { setImmediate } from "node:timers/promises";
import { html } from "hono/html";
import type { Html } from "#publish/markup";
import type { View } from "#view/addresses";
import type { Cell } from "#view/compare/cell";
import type { ComparedPart, PartName } from "#view/compare/collator";
import { editsOf } from "#view/compare/edits";
import { type Fold, folded, type Row } from "#view/compare/rows";
import { editId, type Stop, stopsOf } from "#view/compare/stops";
import { capital, clipped, inLetters, plural } from "#words/wording";
import { blockText } from "./block.ts";
import { type EndOf, pieces, say } from "./pieces.ts";

/** Rows of one page; a live page of a long day has fewer. Each costs two paragraphs of HTML. */
const MAX_ROWS = 1500;
/** Words of a paragraph shown at the place it has left. */
const LEFT_LENGTH = 90;

export interface Compared {
  readonly from: number;
  /** The version on the new side, or the name of a text that is none. */
  readonly to: number | string;
  readonly lang: string | undefined;
  /** Of the old text, where it is in another language than the new one. */
  readonly oldLang?: string | undefined;
  readonly parts: readonly ComparedPart[];
  /** Where one of the two texts can be read whole. */
  readonly whole: string;
}

const TITLES: Readonly<Record<PartName, string>> = {
  headline: "Headline",
  standfirst: "Standfirst",
  corrections: "Correction notes",
  body: "Text",
};

const isEdit = (row: Row): boolean => row.kind !== "left" && (row.kind !== "equal" || row.move !== null);

/** Rows printed at a stretch; between two stretches others get their answers. */
const AT_A_STRETCH = 80;

export async function comparedText(compared: Compared, view: View): Promise<Html> {
  const frame: Frame = {
    ...compared,
    view,
    stops: stopsOf(editsOf(compared.parts)),
    seen: new Set(),
    printed: { count: 0 },
    sentences: new Set(),
  };
  const sections: (Html | "")[] = [];
  for (const part of compared.parts) sections.push(await section(frame, part));
  return html`<div class="${view === "inline" ? "inline-text" : "side"}"${compared.lang ? html` lang="${compared.lang}"` : ""}>
${sections}</div>`;
}

interface Frame extends Compared {
  readonly view: View;
  readonly stops: ReadonlyMap<Row, Stop>;
  /** Edits that have an element to link to already. */
  readonly seen: Set<number>;
  readonly printed: { count: number };
  /** Ends of moved sentences that have an element to link to already. */
  readonly sentences: Set<string>;
}

async function section(frame: Frame, part: ComparedPart): Promise<Html | ""> {
  if (part.rows.length === 0) return "";
  const shown = part.rows.slice(0, MAX_ROWS);
  const kept = frame.view === "changes" ? shown.filter((row) => row.kind === "left" || isEdit(row)) : folded(shown);
  if (kept.length === 0) return "";
  const printed: Html[] = [];
  for (const row of kept)
    printed.push(await (row.kind === "fold" ? foldOf(frame, part.name, row) : inTurn(frame, part.name, row)));
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
    for (const row of some) printed.push(await inTurn(frame, name, row));
    return printed;
  };
  const link = html`<p class="hint" lang="en"><a href="${frame.whole}">${plural(left, "more unchanged paragraph")}</a></p>\n`;
  return html`<details class="fold"><summary lang="en">${plural(rows.length, "unchanged paragraph")}</summary>
${left === 0 ? await shown(rows) : html`${await shown(rows.slice(0, FOLD_ENDS))}${link}${await shown(rows.slice(-FOLD_ENDS))}`}</details>
`;
}

async function inTurn(frame: Frame, name: PartName, row: Row): Promise<Html> {
  frame.printed.count += 1;
  if (frame.printed.count % AT_A_STRETCH === 0) await setImmediate();
  return rowHtml(frame, name, row);
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

/** The number of an edit, for the keys that step to it; the first element that has it can be linked to. */
function named({ seen }: Frame, number: number | undefined): Html | "" {
  if (number === undefined) return "";
  if (seen.has(number)) return html` data-edit="${number}"`;
  seen.add(number);
  return html` id="${editId(number)}" data-edit="${number}"`;
}

const leftId = (name: PartName, { move }: Row): string => `left-${name}-${move!.from}`;

/** What happened to the place of a paragraph, said at both ends of its way, each leading to the other. */
function labelOf({ stops, parts }: Frame, name: PartName, row: Row): Html | "" {
  if (row.kind === "left") {
    const target = stops.get(movedRow(parts, row));
    const { way, to } = row.move!;
    return html`${target ? html`<a href="#${editId(target.first)}">Moved ${way} from here</a>` : html`Moved ${way} from here`}, now paragraph ${to}`;
  }
  const divided =
    row.kind === "split" || row.kind === "merged"
      ? `${capital(paragraphs(row.old.length))} ${row.kind} into ${inLetters(row.new.length)}`
      : "";
  if (!row.move) return divided === "" ? "" : html`${divided}`;
  const { way, from } = row.move;
  return html`<a class="end" href="#${leftId(name, row)}">Moved ${way} from ${way === "up" ? "below" : "above"}</a>, formerly paragraph ${from}${divided === "" ? "" : `. ${divided}`}`;
}

const paragraphs = (n: number): string => `${inLetters(n)} ${n === 1 ? "paragraph" : "paragraphs"}`;

/** The row in which the text of a place left now stands. */
const movedRow = (parts: readonly ComparedPart[], left: Row): Row =>
  parts.flatMap((part) => part.rows).find((row) => row.kind !== "left" && row.move === left.move) ?? left;

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

const nameOf = (text: number | string): string => (typeof text === "number" ? `Version ${text}` : text);

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

/** The ends of moved sentences lead to each other. Of each the first that is printed can be linked to. */
const endsIn =
  ({ sentences }: Frame): EndOf =>
  ({ number, from, to }, end) => {
    const own = `m${number}-${end}`;
    const isFirst = !sentences.has(own);
    sentences.add(own);
    const words = from === to ? `moved within ¶ ${to}` : end === "from" ? `to ¶ ${to}` : `from ¶ ${from}`;
    const link = html` <a class="way" lang="en" dir="ltr" data-way="↕ ${words}" href="#m${number}-${end === "from" ? "to" : "from"}">${say(`${end === "from" ? "now in" : "formerly in"} paragraph ${end === "from" ? to : from}`)}</a> `;
    return { id: isFirst ? html` id="${own}"` : "", link };
  };

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

/** A paragraph as it was, without marks: they stand where it is now. */
const unmarked = (cell: Cell): Cell => ({ ...cell, pieces: [{ op: "equal", text: oldText(cell), edit: null }] });

const oldText = ({ pieces: own }: Cell): string =>
  own
    .filter(({ op }) => op !== "inserted")
    .map(({ text }) => text)
    .join("");

/** The first words of a paragraph. */
const start = (cell: Cell | undefined): string => (cell ? clipped(oldText(cell), LEFT_LENGTH) : "");
