/** Between the cells of a row of a table, as extraction writes them; beside an empty cell one of its spaces is the neighbour's. */
export const BETWEEN_CELLS = / ?\| /g;

/** The bar and the space after it, which every separator ends in. */
const BAR_LENGTH = 2;

/** Where a cell stands in its row, and where the bar after it does; after the last cell there is none. */
interface CellSpan {
  readonly start: number;
  readonly end: number;
  readonly bar: { readonly start: number; readonly end: number } | null;
}

/** The cells of two rows that have as many, in order; null for all other texts. */
export function pairedCells(
  oldText: string,
  newText: string,
): readonly { readonly old: CellSpan; readonly new: CellSpan }[] | null {
  if (![oldText, newText].every((text) => text.includes("| ") && !text.includes("\n"))) return null;
  const [old, next] = [cellsOf(oldText), cellsOf(newText)];
  return old.length === next.length ? old.map((cell, at) => ({ old: cell, new: next[at]! })) : null;
}

function cellsOf(row: string): readonly CellSpan[] {
  let start = 0;
  const cells = [...row.matchAll(BETWEEN_CELLS)].map(({ 0: { length }, index }): CellSpan => {
    const barEnd = index + length;
    const cell = { start, end: index, bar: { start: barEnd - BAR_LENGTH, end: barEnd } };
    start = barEnd;
    return cell;
  });
  return [...cells, { start, end: row.length, bar: null }];
}
