import type { Cell, SentenceMove } from "./cell.ts";
import type { ComparedPart, PartName } from "./collator.ts";
import type { Row } from "./rows.ts";

/** One place where two versions read differently; texts are whole, for a list to cut as it likes. */
export interface Edit {
  /** Counted from 1 in reading order: its name on the page. */
  readonly number: number;
  /** Of the row: where in the texts it stands. */
  readonly row: Row;
  /** Which of the row's word edits; null for what was done to the row as a whole. */
  readonly edit: number | null;
  readonly part: PartName;
  /** Number of the paragraph in the new text, of a removed one in the old. */
  readonly paragraph: number;
  readonly what: EditKind;
}

export type EditKind =
  | { readonly kind: "replaced"; readonly old: string; readonly new: string }
  /** `after` is the word that the addition follows; empty at the beginning of a paragraph. */
  | { readonly kind: "added"; readonly new: string; readonly after: string }
  | { readonly kind: "removed"; readonly old: string }
  /** The same words, struck out on the page, or no longer. */
  | { readonly kind: "struck" | "unstruck"; readonly text: string }
  | { readonly kind: "whole-added" | "whole-removed"; readonly text: string }
  /** A sentence at one end of its way: paragraph numbers, counted from 1. */
  | {
      readonly kind: "sentence-left" | "sentence-came";
      readonly text: string;
      readonly from: number;
      readonly to: number;
    }
  /** What was moved may have been split or merged on the way: one thing done to one place, so one edit. */
  | {
      readonly kind: "moved";
      readonly from: number;
      readonly to: number;
      readonly way: "up" | "down";
      readonly divided: Divided | null;
    }
  | Divided;

/** How many paragraphs became how many. */
export interface Divided {
  readonly kind: "split" | "merged";
  readonly old: number;
  readonly new: number;
}

/** Everything in which two versions differ, in reading order. */
export function editsOf(parts: readonly ComparedPart[]): readonly Edit[] {
  const found: Edit[] = [];
  for (const { name, rows } of parts)
    for (const row of rows) {
      const paragraph = (row.new[0] ?? row.old[0])!.number;
      for (const [edit, what] of kindsOf(row))
        found.push({ number: found.length + 1, row, edit, part: name, paragraph, what });
    }
  return found;
}

type Placed = readonly [edit: number | null, what: EditKind];

function kindsOf(row: Row): readonly Placed[] {
  if (row.kind === "left") return [];
  if (row.kind === "added") return [[null, { kind: "whole-added", text: textOf(row.new) }]];
  if (row.kind === "removed") return [[null, { kind: "whole-removed", text: textOf(row.old) }]];
  return [...orderOf(row), ...wordsOf(row.inline)];
}

const textOf = (cells: readonly Cell[]): string =>
  cells.map(({ pieces }) => pieces.map(({ text }) => text).join("")).join(" ");

function orderOf(row: Row): readonly Placed[] {
  const divided: Divided | null =
    row.kind === "split" || row.kind === "merged" ? { kind: row.kind, old: row.old.length, new: row.new.length } : null;
  if (row.move) return [[null, { kind: "moved", ...row.move, divided }]];
  return divided ? [[null, divided]] : [];
}

/** An edit that runs over the end of a paragraph is one, however many stretches are marked. */
function wordsOf(cells: readonly Cell[]): readonly Placed[] {
  const found = new Map<
    number,
    { old: string; new: string; after: string; isStruck?: boolean; move?: SentenceMove | undefined }
  >();
  for (const { pieces } of cells)
    for (const [i, { op, text, edit, span, move }] of pieces.entries()) {
      if (edit === null || text.trim() === "") continue;
      const entry = found.get(edit) ?? { old: "", new: "", after: lastWord(pieces[i - 1]?.text ?? "") };
      const side = op === "deleted" ? "old" : "new";
      found.set(edit, {
        ...entry,
        [side]: `${entry[side]} ${text.trim()}`.trim(),
        ...(side === "new" && { isStruck: span === "struck" }),
        // An edit that holds more than the one sentence is reported as it is.
        move: found.has(edit) ? undefined : move,
      });
    }
  return [...found].map(([edit, { old, new: now, after, isStruck = false, move }]): Placed => {
    if (move && old === "") return [edit, { kind: "sentence-came", text: now, from: move.from, to: move.to }];
    if (move && now === "") return [edit, { kind: "sentence-left", text: old, from: move.from, to: move.to }];
    if (old === "") return [edit, { kind: "added", new: now, after }];
    if (old === now) return [edit, { kind: isStruck ? "struck" : "unstruck", text: now }];
    return [edit, now === "" ? { kind: "removed", old } : { kind: "replaced", old, new: now }];
  });
}

/** Longest word that says where an addition stands; of scripts without spaces its last characters. */
const MAX_WORD = 24;

function lastWord(text: string): string {
  const word = text.trim().split(/\s/u).at(-1) ?? "";
  return word.length <= MAX_WORD ? word : [...word].slice(-6).join("");
}
