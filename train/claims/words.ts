import type { Example } from "./examples.ts";

/** Edits that a word has to be in before it gets a weight. */
const MIN_EDITS = 5;
/** How strongly weights are drawn to 0. */
const LAMBDA = 8;
const ROUNDS = 40;

/** Ridge regression of what is left of the targets on the words, by coordinate descent (Hoerl & Kennard 1970). */
export function weighWords(
  examples: readonly Example[],
  target: (example: Example) => number,
): Readonly<Record<string, number>> {
  const rows = new Map<string, number[]>();
  examples.forEach(({ stems }, row) => {
    for (const stem of stems) {
      const own = rows.get(stem);
      if (own) own.push(row);
      else rows.set(stem, [row]);
    }
  });
  for (const [stem, own] of rows) if (own.length < MIN_EDITS) rows.delete(stem);
  const targets = examples.map(target);
  const mean = targets.reduce((sum, each) => sum + each, 0) / targets.length;
  const left = targets.map((each) => each - mean);
  const weights = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++)
    for (const [stem, own] of rows) {
      const before = weights.get(stem) ?? 0;
      const sum = own.reduce((all, row) => all + left[row]! + before, 0);
      const now = sum / (own.length + LAMBDA);
      for (const row of own) left[row]! -= now - before;
      weights.set(stem, now);
    }
  const rounded = [...weights].map(([stem, weight]) => [stem, Math.round(weight * 1e3) / 1e3] as const);
  return Object.fromEntries(rounded.filter(([, weight]) => weight !== 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}
