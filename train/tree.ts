import type { Binned } from "./bins.ts";
import type { Settings } from "./boost.ts";

export interface Growth {
  readonly binned: Binned;
  /** First and second derivative of the loss, per row. */
  readonly slopes: Float64Array;
  readonly curves: Float64Array;
  readonly columns: Int32Array;
  readonly rows: Int32Array;
  readonly settings: Settings;
}

/** Nodes in preorder, as `forest.ts` describes them. */
export interface Tree {
  readonly feature: number[];
  readonly value: number[];
  readonly right: number[];
}

/** Per drawn column and bin: sum of slopes, of curves, and number of rows. */
type Histogram = Float64Array;
const WIDTH = 3;

/** One tree, depth first. The larger child's histogram is its parent's less the smaller child's, which halves the work. */
export function growTree(growth: Growth): Tree {
  const tree: Tree = { feature: [], value: [], right: [] };
  grow(growth, tree, growth.rows, count(growth, growth.rows), 0);
  return tree;
}

function grow(growth: Growth, tree: Tree, rows: Int32Array, histogram: Histogram, depth: number): void {
  const { lambda, rate } = growth.settings;
  const [slope, curve] = total(histogram, growth.settings.bins) as unknown as [number, number];
  const node = tree.feature.length;
  tree.feature.push(-1);
  tree.value.push(Math.round((-slope / (curve + lambda)) * rate * 1e4) / 1e4);
  tree.right.push(0);
  const split = depth < growth.settings.depth ? bestSplit(growth, histogram, rows.length) : null;
  if (!split) return;
  const bins = growth.binned.bins[split.column]!;
  const left = rows.filter((row) => bins[row]! <= split.bin);
  const right = rows.filter((row) => bins[row]! > split.bin);
  const isLeaf = depth + 1 >= growth.settings.depth;
  const smaller = left.length < right.length ? left : right;
  const counted = isLeaf ? sums(growth, smaller) : count(growth, smaller);
  const rest = isLeaf ? less(total(histogram, growth.settings.bins), counted) : less(histogram, counted);
  tree.feature[node] = split.column;
  tree.value[node] = growth.binned.cuts[split.column]![split.bin]!;
  grow(growth, tree, left, smaller === left ? counted : rest, depth + 1);
  tree.right[node] = tree.feature.length;
  grow(growth, tree, right, smaller === right ? counted : rest, depth + 1);
}

const less = (whole: Float64Array, part: Float64Array): Float64Array => whole.map((value, i) => value - part[i]!);

/** Sums over a node's rows are those over any one column's bins. */
function total(histogram: Histogram, bins: number): Float64Array {
  if (histogram.length === WIDTH) return histogram;
  const sum = new Float64Array(WIDTH);
  for (let i = 0; i < bins * WIDTH; i++) sum[i % WIDTH]! += histogram[i]!;
  return sum;
}

function sums({ slopes, curves }: Growth, rows: Int32Array): Float64Array {
  const sum = new Float64Array(WIDTH);
  for (const row of rows) {
    sum[0]! += slopes[row]!;
    sum[1]! += curves[row]!;
  }
  sum[2] = rows.length;
  return sum;
}

function count({ binned, slopes, curves, columns, settings }: Growth, rows: Int32Array): Histogram {
  const histogram = new Float64Array(columns.length * settings.bins * WIDTH);
  for (let c = 0; c < columns.length; c++) {
    const bins = binned.bins[columns[c]!]!;
    const start = c * settings.bins * WIDTH;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const at = start + bins[row]! * WIDTH;
      histogram[at]! += slopes[row]!;
      histogram[at + 1]! += curves[row]!;
      histogram[at + 2]! += 1;
    }
  }
  return histogram;
}

const MIN_GAIN = 1e-6;

function bestSplit({ binned, columns, settings }: Growth, histogram: Histogram, rows: number) {
  const { minRows, lambda } = settings;
  if (rows < 2 * minRows) return null;
  const [slope, curve] = total(histogram, settings.bins) as unknown as [number, number];
  const parent = (slope * slope) / (curve + lambda);
  let best: { column: number; bin: number } | null = null;
  let most = MIN_GAIN;
  for (let c = 0; c < columns.length; c++) {
    const column = columns[c]!;
    let [leftSlope, leftCurve, leftRows] = [0, 0, 0];
    for (let b = 0; b < binned.cuts[column]!.length; b++) {
      const at = (c * settings.bins + b) * WIDTH;
      leftSlope += histogram[at]!;
      leftCurve += histogram[at + 1]!;
      leftRows += histogram[at + 2]!;
      if (leftRows < minRows) continue;
      if (rows - leftRows < minRows) break;
      const rightSlope = slope - leftSlope;
      const gain =
        (leftSlope * leftSlope) / (leftCurve + lambda) +
        (rightSlope * rightSlope) / (curve - leftCurve + lambda) -
        parent;
      if (gain > most) {
        most = gain;
        best = { column, bin: b };
      }
    }
  }
  return best;
}
