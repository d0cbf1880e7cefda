import type { KeptCollation } from "#model/kept-collation";

/** JSON: sizes, places of either side, groups. */
export const collationColumn = ({ sizes, old, new: next, groups }: KeptCollation): string =>
  JSON.stringify([sizes, old, next, groups]);

/** Null for what `collationColumn` did not write: somebody else wrote into the database. */
export function readCollationColumn(stored: string): KeptCollation | null {
  try {
    const [sizes, old, next, groups] = JSON.parse(stored) as unknown[];
    if (!isNumbers(sizes) || sizes.length !== 2 || !isNumbers(old) || !isNumbers(next)) return null;
    if (!Array.isArray(groups) || !groups.every(isNumbers)) return null;
    return { sizes: [sizes[0]!, sizes[1]!], old, new: next, groups };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((each) => Number.isSafeInteger(each));
