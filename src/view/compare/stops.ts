import type { LabelPlace } from "#model/change";
import type { Cell } from "./cell.ts";
import type { ComparedPart, PartName } from "./collator.ts";
import type { Edit } from "./edits.ts";
import type { Row } from "./rows.ts";

/** The edits of one row by their numbers on the page: where a list links to and a key steps to. */
export interface Stop {
  /** The first of them. */
  readonly first: number;
  /** What was done to the row as a whole: moved, split, merged, added, removed; null when nothing was. */
  readonly whole: number | null;
  /** Word edits, by their place in the row. */
  readonly words: ReadonlyMap<number, number>;
}

/** The address of an edit within its page. */
export const editId = (number: number): string => `e${number}`;

/** Rows that hold edits, in reading order. */
export function stopsOf(variants: readonly Edit[]): ReadonlyMap<Row, Stop> {
  const byRow = Map.groupBy(variants, (variant) => variant.row);
  return new Map([...byRow].map(([row, own]) => [row, stopOf(own)]));
}

function stopOf(variants: readonly Edit[]): Stop {
  let whole: number | null = null;
  const words = new Map<number, number>();
  for (const { edit, number } of variants) {
    if (edit === null) whole = number;
    else words.set(edit, number);
  }
  return { first: variants[0]!.number, whole, words };
}

const FIELDS: Readonly<Record<LabelPlace["field"], PartName>> = {
  headline: "headline",
  standfirst: "standfirst",
  correction: "corrections",
  body: "body",
};

/** Address of the edit that a label is about; undefined where nothing is marked, as for a new quotation mark. */
export function hrefOf(
  parts: readonly ComparedPart[],
  stops: ReadonlyMap<Row, Stop>,
  place: LabelPlace,
): string | undefined {
  const rows = parts.find((part) => part.name === FIELDS[place.field])?.rows ?? [];
  const row = rows.find((each) => each.kind !== "left" && isAt(each, place));
  const stop = row && stops.get(row);
  if (!row || !stop) return undefined;
  const edit = editAt(row.new, place.new, place.newOffset) ?? editAt(row.old, place.old, place.oldOffset);
  return `#${editId(stop.words.get(edit ?? -1) ?? stop.first)}`;
}

const isAt = (row: Row, place: LabelPlace): boolean =>
  has(row.new, place.new) || (place.new === null && has(row.old, place.old));

const has = (cells: readonly Cell[], index: number | null): boolean =>
  index !== null && cells.some((cell) => cell.number === index + 1);

/** The edit of a row that marks the character at an offset of one of its paragraphs. */
function editAt(cells: readonly Cell[], index: number | null, offset: number | undefined): number | undefined {
  if (index === null || offset === undefined) return undefined;
  let at = 0;
  for (const { text, edit } of cells.find((cell) => cell.number === index + 1)?.pieces ?? []) {
    if (edit !== null && at <= offset && offset < at + text.length) return edit;
    at += text.length;
  }
  return undefined;
}
