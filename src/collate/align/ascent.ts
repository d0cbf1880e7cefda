/**
 * Indices of the strictly ascending subsequence of distinct `values` (0 to `limit` - 1) of largest total weight, by a
 * Fenwick tree over values, O(n log n). Of two equally heavy ones the one that ends later wins.
 */
export function heaviestAscent(values: readonly number[], weights: readonly number[], limit: number): Set<number> {
  const bestAt = new Int32Array(limit + 1).fill(-1);
  const totals = new Float64Array(values.length);
  const previous = new Int32Array(values.length).fill(-1);
  const better = (a: number, b: number) => (a === -1 || (b !== -1 && totals[b]! >= totals[a]!) ? b : a);
  let end = -1;
  for (let at = 0; at < values.length; at += 1) {
    let before = -1;
    for (let k = values[at]!; k > 0; k -= k & -k) before = better(before, bestAt[k]!);
    previous[at] = before;
    totals[at] = weights[at]! + (before === -1 ? 0 : totals[before]!);
    for (let k = values[at]! + 1; k <= limit; k += k & -k) bestAt[k] = better(bestAt[k]!, at);
    end = better(end, at);
  }
  const kept = new Set<number>();
  for (let at = end; at !== -1; at = previous[at]!) kept.add(at);
  return kept;
}
