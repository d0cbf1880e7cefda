/** Values of one feature in the order of the cuts between its bins. */
export interface Table {
  readonly rows: number;
  readonly columns: number;
  /** Row by row. */
  readonly values: Float32Array;
}

export interface Binned {
  /** Per column, ascending; bin b holds values v with cuts[b - 1] <= v < cuts[b]. */
  readonly cuts: readonly Float64Array[];
  /** Column by column, so that a histogram reads memory in order. */
  readonly bins: readonly Uint8Array[];
}

/** Cuts are written into the model, so they are rounded before they are used: trainer and reader see the same number. */
const round = (value: number): number => Number(value.toPrecision(4));

/** Splits each column into at most `most` bins of about equal counts. */
export function bin({ rows, columns, values }: Table, most: number): Binned {
  const cuts: Float64Array[] = [];
  const bins: Uint8Array[] = [];
  const column = new Float32Array(rows);
  for (let c = 0; c < columns; c++) {
    for (let r = 0; r < rows; r++) column[r] = values[r * columns + c]!;
    const own = cutsOf(column.slice().sort(), most);
    cuts.push(own);
    bins.push(Uint8Array.from(column, (value) => binOf(own, value)));
  }
  return { cuts, bins };
}

function cutsOf(sorted: Float32Array, most: number): Float64Array {
  const cuts = new Set<number>();
  for (let b = 1; b < most; b++) {
    const at = Math.floor((b * sorted.length) / most);
    // The quantile itself opens the bin; where it is the smallest value, the next larger one does.
    const value = sorted[at]!;
    const cut = round(value > sorted[0]! ? value : (sorted.find((other) => other > value) ?? value));
    if (cut > sorted[0]!) cuts.add(cut);
  }
  return Float64Array.from([...cuts].sort((a, b) => a - b));
}

function binOf(cuts: Float64Array, value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value >= cuts[middle]!) low = middle + 1;
    else high = middle;
  }
  return low;
}
