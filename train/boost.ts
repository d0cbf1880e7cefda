import type { ForestJson, TreeJson } from "#lib/forest";
import { type Binned, bin, type Table } from "./bins.ts";
import { randomFrom } from "./random.ts";
import { growTree, type Tree } from "./tree.ts";

export interface Settings {
  readonly trees: number;
  /** Splits from root to leaf at most. */
  readonly depth: number;
  /** How much of each tree's correction is taken. */
  readonly rate: number;
  /** Rows in a leaf at least, and what is added to its denominator. */
  readonly minRows: number;
  readonly lambda: number;
  readonly bins: number;
  /** Share of the columns and of the rows that a tree may look at. */
  readonly columnShare: number;
  readonly rowShare: number;
  readonly loss: "logistic" | "squared";
  readonly seed: number;
}

export interface Examples extends Table {
  readonly names: readonly string[];
  readonly targets: Float32Array;
  readonly weights: Float32Array;
}

export interface Boosted {
  readonly model: ForestJson;
  /** What the model says of the rows it has learned from. */
  readonly scores: Float64Array;
}

/** Gradient boosting over histograms (Friedman 2001; second order as in Chen & Guestrin 2016). The same input gives the same forest. */
export function boost(examples: Examples, settings: Settings): Boosted {
  const { rows, columns, targets, weights, names } = examples;
  const binned = bin(examples, settings.bins);
  const base = baseOf(examples, settings.loss);
  const scores = new Float64Array(rows).fill(base);
  const slopes = new Float64Array(rows);
  const curves = new Float64Array(rows);
  const random = randomFrom(settings.seed);
  const trees: TreeJson[] = [];
  while (trees.length < settings.trees) {
    for (let r = 0; r < rows; r++) {
      const weight = weights[r]!;
      if (settings.loss === "logistic") {
        const p = 1 / (1 + Math.exp(-scores[r]!));
        slopes[r] = weight * (p - targets[r]!);
        curves[r] = weight * p * (1 - p);
      } else {
        slopes[r] = weight * (scores[r]! - targets[r]!);
        curves[r] = weight;
      }
    }
    const drawnColumns = draw(columns, settings.columnShare, random);
    const drawnRows = draw(rows, settings.rowShare, random);
    const tree = growTree({ binned, slopes, curves, columns: drawnColumns, rows: drawnRows, settings });
    trees.push(written(tree));
    for (let r = 0; r < rows; r++) scores[r]! += valueAt(tree, binned, r);
  }
  return { model: { features: names, base, trees }, scores };
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

function baseOf({ targets, weights }: Examples, loss: Settings["loss"]): number {
  let total = 0;
  let sum = 0;
  for (let r = 0; r < targets.length; r++) {
    total += weights[r]!;
    sum += weights[r]! * targets[r]!;
  }
  const mean = total === 0 ? 0 : sum / total;
  if (loss === "squared") return round(mean);
  const bounded = Math.min(0.999, Math.max(0.001, mean));
  return round(Math.log(bounded / (1 - bounded)));
}

function draw(count: number, share: number, random: () => number): Int32Array {
  const drawn: number[] = [];
  for (let i = 0; i < count; i++) if (share >= 1 || random() < share) drawn.push(i);
  return Int32Array.from(drawn.length > 0 ? drawn : [0]);
}

const written = ({ feature, value, right }: Tree): TreeJson => ({
  feature: feature.join(" "),
  value: value.join(" "),
  right: right.join(" "),
});

function valueAt({ feature, value, right }: Tree, { cuts, bins }: Binned, row: number): number {
  let node = 0;
  for (let f = feature[node]!; f >= 0; f = feature[node]!) {
    const cut = cuts[f]![bins[f]![row]!];
    // A value's bin ends at the cut right above it: it is less than the split's cut when that end does not pass it.
    node = cut !== undefined && cut <= value[node]! ? node + 1 : right[node]!;
  }
  return value[node]!;
}
