import type { ComparedPart, PartName } from "../../collator.ts";
import type { Cell, Row } from "./rows.ts";

/** One place where two versions read differently; texts are whole, for a list to cut as it likes. */
export interface Variant {
  /** Of the row: where in the texts it stands. */
  readonly row: Row;
  readonly part: PartName;
  /** Number of the paragraph in the new text, of a removed one in the old. */
  readonly paragraph: number;
  readonly what: Reading;
}

export type Reading =
  | { readonly kind: "replaced"; readonly old: string; readonly new: string }
  /** `after` is the word that the addition follows; empty at the beginning of a paragraph. */
  | { readonly kind: "added"; readonly new: string; readonly after: string }
  | { readonly kind: "removed"; readonly old: string }
  | { readonly kind: "whole-added" | "whole-removed"; readonly text: string }
  | { readonly kind: "moved"; readonly from: number; readonly to: number; readonly way: "up" | "down" }
  | { readonly kind: "split" | "merged"; readonly old: number; readonly new: number };

/** Everything in which two versions differ, in reading order. */
export const variantsOf = (parts: readonly ComparedPart[]): readonly Variant[] =>
  parts.flatMap((part) => part.rows.flatMap((row) => readingsOf(row).map((what) => variant(part.name, row, what))));

const variant = (part: PartName, row: Row, what: Reading): Variant => ({
  row,
  part,
  paragraph: (row.new[0] ?? row.old[0])!.number,
  what,
});

function readingsOf(row: Row): readonly Reading[] {
  if (row.kind === "left") return [];
  if (row.kind === "added") return row.new.map((cell) => ({ kind: "whole-added", text: textOf(cell) }));
  if (row.kind === "removed") return row.old.map((cell) => ({ kind: "whole-removed", text: textOf(cell) }));
  return [...orderOf(row), ...row.inline.flatMap(wordsOf)];
}

const textOf = (cell: Cell): string => cell.pieces.map((piece) => piece.text).join("");

function orderOf(row: Row): readonly Reading[] {
  const found: Reading[] = [];
  if (row.move) found.push({ kind: "moved", ...row.move });
  if (row.kind === "split" || row.kind === "merged")
    found.push({ kind: row.kind, old: row.old.length, new: row.new.length });
  return found;
}

function wordsOf({ pieces }: Cell): readonly Reading[] {
  const found: Reading[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const { op, text } = pieces[i]!;
    const wording = text.trim();
    if (op === "equal" || wording === "") continue;
    const next = pieces[i + 1];
    if (op === "inserted") found.push({ kind: "added", new: wording, after: lastWord(pieces[i - 1]?.text ?? "") });
    else if (next?.op !== "inserted") found.push({ kind: "removed", old: wording });
    else {
      found.push({ kind: "replaced", old: wording, new: next.text.trim() });
      i++;
    }
  }
  return found;
}

/** Longest word that says where an addition stands; of scripts without spaces its last characters. */
const MAX_WORD = 24;

function lastWord(text: string): string {
  const word = text.trim().split(/\s/u).at(-1) ?? "";
  return word.length <= MAX_WORD ? word : [...word].slice(-6).join("");
}
