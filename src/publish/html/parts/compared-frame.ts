import { setImmediate } from "node:timers/promises";
import { html } from "hono/html";
import type { Html } from "#publish/markup";
import type { View } from "#view/addresses";
import type { Cell } from "#view/compare/cell";
import type { ComparedPart, PartName } from "#view/compare/collator";
import type { Row } from "#view/compare/rows";
import { editId, type Stop } from "#view/compare/stops";
import type { TablePlan } from "#view/compare/tables";
import { capital, clipped, inLetters } from "#words/wording";
import { type EndOf, say } from "./pieces.ts";

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

/** What the rows of one page share while it is printed. */
export interface Frame extends Compared {
  readonly view: View;
  readonly stops: ReadonlyMap<Row, Stop>;
  readonly tables: ReadonlyMap<Row, TablePlan>;
  /** Edits that have an element to link to already. */
  readonly seen: Set<number>;
  readonly printed: { count: number };
  /** Ends of moved sentences that have an element to link to already. */
  readonly sentences: Set<string>;
}

/** Rows printed at a stretch; between two stretches others get their answers. */
const AT_A_STRETCH = 80;

/** Before each row. */
export async function turn({ printed }: Frame): Promise<void> {
  printed.count += 1;
  if (printed.count % AT_A_STRETCH === 0) await setImmediate();
}

/** The number of an edit, for the keys that step to it; the first element that has it can be linked to. */
export function named({ seen }: Frame, number: number | undefined): Html | "" {
  if (number === undefined) return "";
  if (seen.has(number)) return html` data-edit="${number}"`;
  seen.add(number);
  return html` id="${editId(number)}" data-edit="${number}"`;
}

export const leftId = (name: PartName, { move }: Row): string => `left-${name}-${move!.from}`;

/** What happened to the place of a paragraph, said at both ends of its way, each leading to the other. */
export function labelOf({ stops, parts }: Frame, name: PartName, row: Row): Html | "" {
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

export const nameOf = (text: number | string): string => (typeof text === "number" ? `Version ${text}` : text);

/** The ends of moved sentences lead to each other. Of each the first that is printed can be linked to. */
export const endsIn =
  ({ sentences }: Frame): EndOf =>
  ({ number, from, to }, end) => {
    const own = `m${number}-${end}`;
    const isFirst = !sentences.has(own);
    sentences.add(own);
    const words = from === to ? `moved within ¶ ${to}` : end === "from" ? `to ¶ ${to}` : `from ¶ ${from}`;
    const link = html` <a class="way" lang="en" dir="ltr" data-way="↕ ${words}" href="#m${number}-${end === "from" ? "to" : "from"}">${say(`${end === "from" ? "now in" : "formerly in"} paragraph ${end === "from" ? to : from}`)}</a> `;
    return { id: isFirst ? html` id="${own}"` : "", link };
  };

/** A paragraph as it was, without marks: they stand where it is now. */
export const unmarked = (cell: Cell): Cell => ({ ...cell, pieces: [{ op: "equal", text: oldText(cell), edit: null }] });

const oldText = ({ pieces: own }: Cell): string =>
  own
    .filter(({ op }) => op !== "inserted")
    .map(({ text }) => text)
    .join("");

/** The first words of a paragraph. */
export const start = (cell: Cell | undefined): string => (cell ? clipped(oldText(cell), LEFT_LENGTH) : "");
