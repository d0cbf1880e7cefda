/** Ranks from 0, those of equal values shared. */
export function ranksOf(values: readonly number[]): readonly number[] {
  const order = values.map((_, at) => at).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Array<number>(values.length);
  for (let first = 0; first < order.length; ) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1]!] === values[order[first]!]) last++;
    for (let at = first; at <= last; at++) ranks[order[at]!] = (first + last) / 2;
    first = last + 1;
  }
  return ranks;
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Spearman's rank correlation; 0 where one side is all equal. */
export function spearman(xs: readonly number[], ys: readonly number[]): number {
  const [a, b] = [ranksOf(xs), ranksOf(ys)];
  const [meanA, meanB] = [mean(a), mean(b)];
  const sum = (of: (at: number) => number) => a.reduce((all, _, at) => all + of(at), 0);
  const spread = Math.sqrt(sum((at) => (a[at]! - meanA) ** 2) * sum((at) => (b[at]! - meanB) ** 2));
  return spread === 0 ? 0 : sum((at) => (a[at]! - meanA) * (b[at]! - meanB)) / spread;
}

const BINS = 10;

/** Expected calibration error: mean distance between what was foretold (0-1) and how often it came true, over ten bins. */
export function calibrationError(foretold: readonly number[], came: readonly boolean[]): number {
  const bins = Map.groupBy(foretold.keys(), (at) => Math.min(BINS - 1, Math.floor(foretold[at]! * BINS)));
  return [...bins.values()].reduce((sum, own) => {
    const gap = mean(own.map((at) => foretold[at]!)) - mean(own.map((at) => Number(came[at])));
    return sum + (own.length / foretold.length) * Math.abs(gap);
  }, 0);
}
