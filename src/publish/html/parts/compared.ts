import { html } from "hono/html";
import type { LabelPlace } from "#model/change";
import type { View } from "../../addresses.ts";
import type { ComparedPart, PartName } from "../../collator.ts";
import { capital, clipped, inLetters, plural } from "../../wording.ts";
import type { Html } from "../markup.ts";
import { blockText } from "./block.ts";
import { deleted, pieces, say } from "./pieces.ts";
import { type Cell, type Fold, folded, type Row } from "./rows.ts";

/** Rows of one page; a live page of a long day has fewer. Each costs two paragraphs of HTML. */
const MAX_ROWS = 1500;
/** Words of a paragraph shown at the place it has left. */
const LEFT_LENGTH = 90;

export interface Compared {
  readonly from: number;
  readonly to: number;
  readonly lang: string | undefined;
  readonly parts: readonly ComparedPart[];
}

const TITLES: Readonly<Record<PartName, string>> = {
  headline: "Headline",
  standfirst: "Standfirst",
  corrections: "Correction notes",
  body: "Text",
};

/** An edit's place in the list over the text and in the text itself. */
export interface Stop {
  readonly id: string;
  readonly label: string;
}

const isEdit = (row: Row): boolean => row.kind !== "left" && (row.kind !== "equal" || row.move !== null);

/** Numbers every edit of a comparison, in reading order, so that they can be listed, linked to and stepped through. */
export function stopsOf(parts: readonly ComparedPart[]): ReadonlyMap<Row, Stop> {
  const stops = new Map<Row, Stop>();
  for (const part of parts) {
    for (const row of part.rows) {
      if (!isEdit(row)) continue;
      const place = part.name === "body" ? `¶ ${(row.new[0] ?? row.old[0])!.number}` : TITLES[part.name].toLowerCase();
      stops.set(row, { id: `e${stops.size + 1}`, label: `${place} ${what(row)}` });
    }
  }
  return stops;
}

const FIELDS: Readonly<Record<LabelPlace["field"], PartName>> = {
  headline: "headline",
  standfirst: "standfirst",
  correction: "corrections",
  body: "body",
};

/** The edit at the place of a label; undefined where nothing is marked, as for a new quotation mark. */
export function stopAt(
  parts: readonly ComparedPart[],
  stops: ReadonlyMap<Row, Stop>,
  { field, old, new: now }: LabelPlace,
): Stop | undefined {
  const rows = parts.find((part) => part.name === FIELDS[field])?.rows ?? [];
  const has = (cells: readonly Cell[], index: number | null) =>
    index !== null && cells.some((cell) => cell.number === index + 1);
  const row = rows.find((each) => each.kind !== "left" && (has(each.new, now) || (now === null && has(each.old, old))));
  return row && stops.get(row);
}

function what(row: Row): string {
  const marked = row.kind === "equal" ? "" : row.kind;
  if (!row.move) return marked;
  return marked === "" ? "moved" : `moved and ${marked}`;
}

export function comparedText(compared: Compared, view: View): Html {
  const stops = stopsOf(compared.parts);
  const frame: Frame = { ...compared, view, stops };
  return html`<div class="${view === "inline" ? "inline-text" : "side"}"${compared.lang ? html` lang="${compared.lang}"` : ""}>
${compared.parts.map((part) => section(frame, part))}</div>`;
}

interface Frame extends Compared {
  readonly view: View;
  readonly stops: ReadonlyMap<Row, Stop>;
}

function section(frame: Frame, part: ComparedPart): Html | "" {
  if (part.rows.length === 0) return "";
  const shown = part.rows.slice(0, MAX_ROWS);
  const kept = frame.view === "changes" ? shown.filter((row) => row.kind === "left" || isEdit(row)) : folded(shown);
  if (kept.length === 0) return "";
  return html`<section class="part-${part.name}"><h2 class="part" lang="en">${TITLES[part.name]}</h2>
${kept.map((row) => (row.kind === "fold" ? foldOf(frame, part.name, row) : rowHtml(frame, part.name, row)))}
${part.rows.length > MAX_ROWS ? html`<p class="hint" lang="en">${plural(part.rows.length - MAX_ROWS, "more row")} not shown on this page; the JSON has them all.</p>` : ""}</section>
`;
}

const foldOf = (frame: Frame, name: PartName, fold: Fold): Html =>
  html`<details class="fold"><summary lang="en">${plural(fold.rows.length, "unchanged paragraph")}</summary>
${fold.rows.map((row) => rowHtml(frame, name, row))}</details>
`;

function rowHtml(frame: Frame, name: PartName, row: Row): Html {
  const stop = frame.stops.get(row);
  const label = labelOf(frame, name, row);
  const classes = `row ${row.kind}${row.move && row.kind !== "left" ? " moved" : ""}`;
  const anchor = stop ? html` id="${stop.id}" data-edit` : row.kind === "left" ? html` id="${leftId(name, row)}"` : "";
  return html`<div class="${classes}"${anchor}>${label ? html`<p class="label" lang="en">${label}</p>` : ""}
${frame.view === "inline" ? inlineCells(name, row) : sideCells(frame, name, row)}</div>
`;
}

const leftId = (name: PartName, { move }: Row): string => `left-${name}-${move!.from}`;

/** What happened to the place of a paragraph, said at both ends of its way, each leading to the other. */
function labelOf({ stops, parts }: Frame, name: PartName, row: Row): Html | "" {
  if (row.kind === "left") {
    const target = stops.get(movedRow(parts, row));
    const text = `moved ${row.move!.way} to paragraph ${row.move!.to}`;
    return html`Paragraph ${row.move!.from} ${target ? html`<a href="#${target.id}">${text}</a>` : text}`;
  }
  const divided =
    row.kind === "split" || row.kind === "merged"
      ? `${capital(paragraphs(row.old.length))} ${row.kind} into ${inLetters(row.new.length)}`
      : "";
  if (!row.move) return divided === "" ? "" : html`${divided}`;
  const { way, from } = row.move;
  return html`Moved ${way} to here from <a href="#${leftId(name, row)}">paragraph ${from}</a>${divided === "" ? "" : `. ${divided}`}`;
}

const paragraphs = (n: number): string => `${inLetters(n)} ${n === 1 ? "paragraph" : "paragraphs"}`;

/** The row in which the text of a place left now stands. */
const movedRow = (parts: readonly ComparedPart[], left: Row): Row =>
  parts.flatMap((part) => part.rows).find((row) => row.kind !== "left" && row.move === left.move) ?? left;

function sideCells(frame: Frame, name: PartName, row: Row): Html {
  if (row.kind === "left")
    return html`<div class="cell old"><p dir="auto">${start(row.old[0])}</p></div><div class="cell void"></div>`;
  return html`${cell(name, row, row.old, "old", frame.from)}${cell(name, row, row.new, "new", frame.to)}`;
}

function cell(name: PartName, row: Row, cells: readonly Cell[], side: "old" | "new", version: number): Html {
  if (cells.length === 0) return html`<div class="cell ${side} void"></div>`;
  const joined = cells.length > 1 ? " joined" : "";
  const head = name === "headline" ? " head" : name === "standfirst" ? " stand" : "";
  const same = row.kind === "equal" && side === "old" ? html` aria-hidden="true"` : "";
  return html`<div class="cell ${side}${joined}${head}" data-v="Version ${version}"${same}>${say(`Version ${version}: `)}${cells.map((each) => paragraph(name, each))}</div>`;
}

const paragraph = (name: PartName, each: Cell): Html =>
  html`<div class="para">${name === "body" ? html`<span class="pn" aria-hidden="true">${each.number}</span>` : ""}${blockText(each.kind, pieces(each.pieces), 2)}</div>`;

function inlineCells(name: PartName, row: Row): Html {
  if (row.kind === "left") return html`<div class="cell old"><p dir="auto">${deleted(start(row.old[0]))}</p></div>`;
  const head = name === "headline" ? " head" : name === "standfirst" ? " stand" : "";
  return html`<div class="cell${head}">${row.inline.map((each) => paragraph(name, each))}</div>`;
}

/** The first words of a paragraph. */
function start(cell: Cell | undefined): string {
  const kept = (cell?.pieces ?? []).filter((piece) => piece.op !== "inserted");
  return clipped(kept.map((piece) => piece.text).join(""), LEFT_LENGTH);
}
