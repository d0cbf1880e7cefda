import { BETWEEN_CELLS } from "#collate/words/cells";
import type { CellPiece } from "./cell.ts";

/** The texts of the cells of a row. */
export const cellTexts = (row: string): readonly string[] => row.split(BETWEEN_CELLS);

/**
 * The pieces of a row of a table, cell by cell, without what stands between cells. Words of the other side stand in the cell that they
 * had there, where both sides have as many cells, else in the one that they stand in.
 * @param side whose text the pieces are; those of the other side are among them where both are shown in one
 */
export function inCells(pieces: readonly CellPiece[], side: "old" | "new"): readonly (readonly CellPiece[])[] {
  const foreign = side === "old" ? "inserted" : "deleted";
  const bounds = {
    own: boundsOf(textWithout(pieces, foreign)),
    other: boundsOf(textWithout(pieces, foreign === "deleted" ? "inserted" : "deleted")),
  };
  const isAlike = bounds.own.length === bounds.other.length;
  const cells: CellPiece[][] = Array.from({ length: bounds.own.length + 1 }, () => []);
  const at = { own: 0, other: 0 };
  for (const piece of pieces) {
    const { op, text } = piece;
    const isForeign = op === foreign;
    const cut =
      isForeign && !isAlike
        ? [{ cell: cellAt(bounds.own, at.own), from: 0, to: text.length }]
        : cutAt(text, at[isForeign ? "other" : "own"], bounds[isForeign ? "other" : "own"]);
    for (const { cell, from, to } of cut)
      if (to > from) cells[cell]!.push(to - from === text.length ? piece : part(piece, from, to));
    if (!isForeign) at.own += text.length;
    if (isForeign || op === "equal") at.other += text.length;
  }
  return cells;
}

interface Bound {
  readonly from: number;
  readonly to: number;
}

const textWithout = (pieces: readonly CellPiece[], op: CellPiece["op"]): string =>
  pieces.map((piece) => (piece.op === op ? "" : piece.text)).join("");

const boundsOf = (text: string): readonly Bound[] =>
  [...text.matchAll(BETWEEN_CELLS)].map(({ 0: { length }, index }) => ({ from: index, to: index + length }));

/** In which cell the words from an offset on are. */
const cellAt = (bounds: readonly Bound[], offset: number): number => bounds.filter(({ to }) => to <= offset).length;

/** The parts of a text that begins at an offset of a row, each in its cell. */
function cutAt(text: string, start: number, bounds: readonly Bound[]) {
  const parts: { cell: number; from: number; to: number }[] = [];
  const end = start + text.length;
  for (let cell = 0; cell <= bounds.length; cell++) {
    const from = Math.max(start, bounds[cell - 1]?.to ?? 0);
    const to = Math.min(end, bounds[cell]?.from ?? end);
    if (to > from) parts.push({ cell, from: from - start, to: to - start });
  }
  return parts;
}

function part(piece: CellPiece, from: number, to: number): CellPiece {
  const text = piece.text.slice(from, to);
  if (!piece.strong) return { ...piece, text };
  const strong = piece.strong.flatMap(([first, last]): readonly (readonly [number, number])[] => {
    const own = [Math.max(first, from) - from, Math.min(last, to) - from] as const;
    return own[1] > own[0] ? [own] : [];
  });
  return { ...piece, text, strong };
}
