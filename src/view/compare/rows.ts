import type { Group, GroupKind, Piece, WordEdit } from "#collate/collation";
import { withGrains as inGrains } from "#collate/grains";
import type { MovedSentence } from "#collate/moved-sentences";
import { inlineOf, sidesOf } from "#collate/pieces";
import type { Block } from "#model/document";
import { withBreaks } from "./breaks.ts";
import type { Cell, CellPiece } from "./cell.ts";
import { grainsOf, withGrains } from "./grained.ts";
import { withSpans } from "./spanned.ts";

/** Where a moved paragraph went: paragraph numbers, counted from 1, and the row it stands in now. */
export interface Move {
  readonly from: number;
  readonly to: number;
  readonly way: "up" | "down";
}

/** `left` marks the place that a moved paragraph has left; its text stands in the row of its new place. */
export type RowKind = GroupKind | "left";

export interface Row {
  readonly kind: RowKind;
  readonly old: readonly Cell[];
  readonly new: readonly Cell[];
  readonly move: Move | null;
  /** Old and new text as one, for reading in one column. */
  readonly inline: readonly Cell[];
}

export interface Fold {
  readonly kind: "fold";
  readonly rows: readonly Row[];
}

/** A collation as rows of a page, in reading order of the new text. */
export function rowsOf(
  groups: readonly Group[],
  oldBlocks: readonly Block[],
  newBlocks: readonly Block[],
  moves: readonly MovedSentence[] = [],
): readonly Row[] {
  return withPlacesLeft(groups, rowsOfGroups(groups, oldBlocks, newBlocks, moves));
}

interface Side {
  readonly blocks: readonly Block[];
  readonly texts: readonly string[];
}

const joined = (indices: readonly number[], { texts }: Side): string => indices.map((i) => texts[i]!).join("\n");

/** The rows of groups alone, without the places that moved paragraphs have left. */
export function rowsOfGroups(
  groups: readonly Group[],
  oldBlocks: readonly Block[],
  newBlocks: readonly Block[],
  moves: readonly MovedSentence[] = [],
): readonly Row[] {
  const old: Side = { blocks: oldBlocks, texts: oldBlocks.map(textOf) };
  const now: Side = { blocks: newBlocks, texts: newBlocks.map(textOf) };
  return groups.map((group) => rowOf(group, old, now, moves));
}

function rowOf(group: Group, old: Side, now: Side, moves: readonly MovedSentence[]): Row {
  const sides = sidesOf(group, old.texts, now.texts);
  const marked = inGrains(group, old.texts, now.texts).edits.filter((edit) => !edit.cosmetic);
  const grains = grainsOf(group, marked, moves, { old: old.texts, new: now.texts });
  const cells = (indices: readonly number[], { blocks }: Side, runs: readonly (readonly CellPiece[])[]) =>
    runs.map((pieces, i) => ({ number: indices[i]! + 1, kind: blocks[indices[i]!]!.kind, pieces }));
  const kind = group.kind === "edited" && marked.length === 0 ? "equal" : group.kind;
  const together = inlineOf(group, old.texts, now.texts);
  const blocks = (indices: readonly number[], side: Side) => indices.map((i) => side.blocks[i]!);
  const spannedOld = (runs: readonly (readonly CellPiece[])[]) =>
    withGrains(withSpans(runs, blocks(group.old, old), "inserted"), grains, "old");
  const spannedNew = (runs: readonly (readonly CellPiece[])[]) =>
    withGrains(withSpans(runs, blocks(group.new, now), "deleted"), grains, "new");
  return {
    kind,
    old: cells(group.old, old, spannedOld(numbered(sides.old, marked, "old"))),
    new: cells(group.new, now, spannedNew(numbered(sides.new, marked, "new"))),
    move: group.moved ? moveOf(group) : null,
    inline:
      group.new.length === 0
        ? cells(group.old, old, spannedOld(numbered(together, marked, "old")))
        : cells(
            group.new,
            now,
            spannedNew(
              withBreaks(group, joined(group.old, old), joined(group.new, now), numbered(together, marked, "new")),
            ),
          ),
  };
}

/**
 * Pieces of the paragraphs of one side with the edits they belong to. Offsets run over the paragraphs joined by a line
 * feed; a piece of the other side takes no room and belongs to the edit that begins where it stands.
 */
function numbered(
  runs: readonly (readonly Piece[])[],
  edits: readonly WordEdit[],
  side: "old" | "new",
): readonly (readonly CellPiece[])[] {
  const foreign = side === "old" ? "inserted" : "deleted";
  const isBefore = ({ op }: Piece, edit: WordEdit | undefined, here: number): boolean => {
    if (!edit) return false;
    const [start, end] = side === "old" ? [edit.oldStart, edit.oldEnd] : [edit.newStart, edit.newEnd];
    return op === foreign ? start < here : end <= here;
  };
  let at = 0;
  let next = 0;
  return runs.map((run) => {
    const pieces = run.map((piece): CellPiece => {
      if (piece.op !== "equal") while (isBefore(piece, edits[next], at)) next++;
      if (piece.op !== foreign) at += piece.text.length;
      return { ...piece, edit: piece.op === "equal" || next >= edits.length ? null : next };
    });
    at += 1;
    return pieces;
  });
}

const textOf = (block: Block): string => block.text;

function moveOf(group: Group): Move {
  const from = group.old[0]! + 1;
  const to = group.new[0]! + 1;
  return { from, to, way: to < from ? "up" : "down" };
}

/** Sets a mark where each moved paragraph stood: after the paragraph that came before it in the old text. */
function withPlacesLeft(groups: readonly Group[], rows: readonly Row[]): readonly Row[] {
  const rowAfter = new Map<number, Row[]>();
  const holder = new Map<number, number>();
  groups.forEach((group, at) => {
    if (!group.moved) for (const index of group.old) holder.set(index, at);
  });
  rows.forEach((row, at) => {
    if (!groups[at]!.moved) return;
    let before = groups[at]!.old[0]! - 1;
    while (before >= 0 && !holder.has(before)) before--;
    const place = before < 0 ? -1 : holder.get(before)!;
    rowAfter.set(place, [...(rowAfter.get(place) ?? []), { ...row, kind: "left", new: [] }]);
  });
  return [...(rowAfter.get(-1) ?? []), ...rows.flatMap((row, at) => [row, ...(rowAfter.get(at) ?? [])])];
}

/** Unchanged paragraphs kept in sight on either side of an edit, so that it can be understood. */
const CONTEXT = 1;
/** A stretch shorter than this is not worth a click. */
const MIN_FOLDED = 3;

const unchanged = (row: Row): boolean => row.kind === "equal" && row.move === null;

/** Folds long unchanged stretches. */
export function folded(rows: readonly Row[]): readonly (Row | Fold)[] {
  const near = rows.map((_, i) => rows.slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1).some((row) => !unchanged(row)));
  const result: (Row | Fold)[] = [];
  for (let i = 0; i < rows.length; ) {
    let end = i;
    while (end < rows.length && !near[end]) end++;
    if (end - i >= MIN_FOLDED) {
      result.push({ kind: "fold", rows: rows.slice(i, end) });
      i = end;
    } else if (end === i) {
      result.push(rows[i++]!);
    } else {
      result.push(...rows.slice(i, end));
      i = end;
    }
  }
  return result;
}
