import type { Found } from "#language/rules/terms-between";
import type { Label, LabelKind } from "#model/change";
import { placeAt, type ReadPlace, type Spot } from "./read-place.ts";
import { added, became, removed } from "./reason.ts";
import type { Statement, StatementSide } from "./statements.ts";

/** An edit took or brought a token of the term. */
export function isTouched({ first, touched }: StatementSide, { at, end }: Pick<Found, "at" | "end">): boolean {
  for (let k = at; k < end; k += 1) if (touched[k - first]) return true;
  return false;
}

/** The words of a term as they are written. */
export const written = ({ read }: StatementSide, { at, end }: Pick<Found, "at" | "end">): string =>
  read.text.slice(read.tokens[at]!.start, read.tokens[end - 1]!.end);

/** Stems of the `most` words with a meaning that stand next before `at` (step -1) or from `at` on (step 1), within `reach` tokens. */
export function stemsBeside(side: StatementSide, at: number, step: 1 | -1, most: number, reach: number): string[] {
  const found: string[] = [];
  for (
    let k = at, left = reach;
    left > 0 && k >= side.first && k < side.end && found.length < most;
    k += step, left -= 1
  ) {
    const stem = side.stems[k - side.first]!;
    if (stem !== "") found.push(stem);
  }
  return found;
}

/** A label for terms that went and came, with their words as the reason. */
export function termLabel(
  kind: LabelKind,
  reading: ReadPlace,
  { old, new: next, spots }: Statement,
  gone: Pick<Found, "at" | "end"> | undefined,
  come: Pick<Found, "at" | "end"> | undefined,
): Label {
  const before = gone && stand(old, gone);
  const after = come && stand(next, come);
  const spot = spotOf(spots, before, after);
  const [a, b] = [gone && written(old, gone), come && written(next, come)];
  const reason = a && b ? became(a, b) : a ? removed(a) : added(b ?? "");
  return { kind, reason, place: placeAt(reading, spot, before, after) };
}

const stand = ({ read }: StatementSide, { at }: Pick<Found, "at">): { start: number } => ({
  start: read.tokens[at]!.start,
});

interface Stand {
  readonly start: number;
}

/** The edit at which words stand; the first one without them. */
export function spotOf(spots: readonly Spot[], gone?: Stand, come?: Stand): Spot {
  const found = spots.find(({ edit }) => (gone ? gone.start < edit.oldEnd : come ? come.start < edit.newEnd : true));
  return found ?? spots.at(-1)!;
}
