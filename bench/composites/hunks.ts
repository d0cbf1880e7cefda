/** What one run of changed items replaces: `old` items from `at` on become `next`. */
export interface Hunk<T> {
  readonly at: number;
  readonly old: readonly T[];
  readonly next: readonly T[];
}

/** Plain longest common subsequence: texts of a benchmark are short. */
export function hunksOf<T>(old: readonly T[], next: readonly T[]): readonly Hunk<T>[] {
  const common = Array.from({ length: old.length + 1 }, () => new Uint16Array(next.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = next.length - 1; j >= 0; j--) {
      const skip = Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
      common[i]![j] = old[i] === next[j] ? common[i + 1]![j + 1]! + 1 : skip;
    }
  }
  const hunks: { at: number; old: T[]; next: T[] }[] = [];
  let open: (typeof hunks)[number] | null = null;
  for (let i = 0, j = 0; i < old.length || j < next.length; ) {
    if (i < old.length && j < next.length && old[i] === next[j]) {
      open = null;
      i++;
      j++;
      continue;
    }
    if (!open) {
      open = { at: i, old: [], next: [] };
      hunks.push(open);
    }
    const drop = j >= next.length || (i < old.length && common[i + 1]![j]! >= common[i]![j + 1]!);
    if (drop) open.old.push(old[i++]!);
    else open.next.push(next[j++]!);
  }
  return hunks;
}
