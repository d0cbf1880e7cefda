/** Pairs about one event are in one fold: those that share rare words, as linked chains. */
export const FOLDS = 5;

/** Words that at most this many pairs have name an event; two of them in common join two pairs. */
const RARE = 4;
const SHARED = 2;

export function foldsOf(pairs: readonly { readonly old: string; readonly new: string }[]): readonly number[] {
  const words = pairs.map((pair) => new Set(`${pair.old} ${pair.new}`.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []));
  const byWord = new Map<string, number[]>();
  words.forEach((own, at) => {
    for (const word of own) byWord.set(word, [...(byWord.get(word) ?? []), at]);
  });
  const shared = new Map<string, number>();
  for (const some of byWord.values()) {
    if (some.length < 2 || some.length > RARE) continue;
    for (let i = 0; i < some.length; i++)
      for (let j = i + 1; j < some.length; j++) {
        const key = `${some[i]} ${some[j]}`;
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
  }
  const parent = pairs.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root]!;
    return root;
  };
  for (const [key, count] of shared) {
    if (count < SHARED) continue;
    const [a, b] = key.split(" ").map(Number) as [number, number];
    parent[rootOf(b)] = rootOf(a);
  }
  // The largest groups first, each into the fold that has fewest pairs.
  const groups = Map.groupBy(pairs.keys(), rootOf);
  const sizes = Array.from({ length: FOLDS }, () => 0);
  const folds = pairs.map(() => 0);
  for (const group of [...groups.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!)) {
    const fold = sizes.indexOf(Math.min(...sizes));
    for (const at of group) folds[at] = fold;
    sizes[fold]! += group.length;
  }
  return folds;
}
