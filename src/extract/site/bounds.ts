/** The last so many. */
export const latest = <T>(items: readonly T[], limit: number): readonly T[] => items.slice(-limit);

/** A table of at most `limit` entries: those that were seen longest ago go first, in the order of the table among equals. */
export function bounded<T>(
  table: Readonly<Record<string, T>>,
  limit: number,
  seen: (entry: T) => number,
): Readonly<Record<string, T>> {
  const entries = Object.entries(table);
  if (entries.length <= limit) return table;
  const kept = entries.toSorted(([, a], [, b]) => seen(b) - seen(a)).slice(0, limit);
  return Object.fromEntries(kept);
}

/** Adds to a short list of distinct numbers; what does not fit is left out. */
export const noted = (list: readonly number[], item: number, limit: number): readonly number[] =>
  list.includes(item) || list.length >= limit ? list : [...list, item];
