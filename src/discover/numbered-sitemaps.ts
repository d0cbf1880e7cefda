import { compareNumbers, numbersIn } from "./undated.ts";

interface Named {
  readonly name: string;
}

/** Numbers in this range that come first in a name are years. */
const YEARS = { from: 1990, to: 2100 };

/**
 * Sitemaps of an index that dates none of them, the likeliest to grow first. Those whose names differ in numbers alone are one row:
 * of a row of years and months it is the last that grows; of a row of numbers the last or the first, so that the ends take turns.
 * Rows take turns too.
 */
export function likeliestToGrow<Child extends Named>(children: readonly Child[]): readonly Child[] {
  const rows = Map.groupBy(children, ({ name }) => name.replace(/\d+/g, "#"));
  const ordered = [...rows.values()].map(fromTheEnds);
  const longest = Math.max(0, ...ordered.map((row) => row.length));
  return Array.from({ length: longest }, (_, at) => ordered.flatMap((row) => row[at] ?? [])).flat();
}

function fromTheEnds<Child extends Named>(row: readonly Child[]): readonly Child[] {
  const rising = row
    .map((child) => ({ child, numbers: numbersIn(child.name) }))
    .sort((a, b) => compareNumbers(a.numbers, b.numbers));
  const children = rising.map(({ child }) => child);
  const year = rising[0]?.numbers[0] ?? 0;
  if (year >= YEARS.from && year <= YEARS.to) return children.reverse();
  return children.map((_, at) => children[at % 2 === 0 ? children.length - 1 - at / 2 : (at - 1) / 2]!);
}
