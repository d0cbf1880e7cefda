import { agree, type DayTerm } from "#language/days";
import { wordsOf } from "#language/term";
import type { Label } from "#model/change";
import { becameFigure } from "./became-figure.ts";
import { exchanges } from "./exchanges.ts";
import { placeAt, type ReadPlace, type Spot } from "./read-place.ts";
import { added, removed } from "./reason.ts";
import { isExact, isGrowth, STAYS, type Statements, staysAlone } from "./stays.ts";

/** Days, times, periods and frequencies that became others, came or went within a statement that stays. */
export function dateLabels(
  reading: ReadPlace,
  days: Record<"old" | "new", readonly DayTerm[]>,
  statements: Statements,
): Label[] {
  const labels: Label[] = [];
  for (const { spot, removed: gone, added: come } of exchanges(
    reading,
    (text) => days[text === reading.old ? "old" : "new"],
  )) {
    const [old, next] = different(gone, come);
    for (const [before, after] of paired(old, next)) {
      const stays =
        before && after
          ? isExact(reading, spot, before, after) || statements.keptOf("old", before, spot.edit).share >= STAYS
          : isGiven(reading, statements, spot, before, after);
      if (!stays) continue;
      if (before && after) labels.push(becameFigure("date", spot, reading, before, after));
      else {
        const words = before ? wordsOf(reading.old, before) : wordsOf(reading.new, after!);
        labels.push({
          kind: "date",
          reason: before ? removed(words) : added(words),
          place: placeAt(reading, spot, before, after),
        });
      }
    }
  }
  return labels;
}

/** Without those that are one day in two wordings. */
function different(
  gone: readonly DayTerm[],
  come: readonly DayTerm[],
): readonly [readonly DayTerm[], readonly DayTerm[]] {
  const next = [...come];
  const old = gone.filter((before) => {
    const at = next.findIndex(
      (after) =>
        after.kind === before.kind &&
        (after.key === before.key || (before.kind === "calendar" && agree(before, after))),
    );
    if (at !== -1) next.splice(at, 1);
    return at === -1;
  });
  return [old, next];
}

/** Those of one kind first, then the others in their order; what is left stands alone. */
function paired(gone: readonly DayTerm[], come: readonly DayTerm[]): (readonly [DayTerm | null, DayTerm | null])[] {
  const [old, next] = [[...gone], [...come]];
  const found: (readonly [DayTerm | null, DayTerm | null])[] = [];
  for (const before of gone) {
    const at = next.findIndex(({ kind }) => kind === before.kind);
    if (at === -1) continue;
    found.push([before, next.splice(at, 1)[0]!]);
    old.splice(old.indexOf(before), 1);
  }
  while (old.length > 0 && next.length > 0) found.push([old.shift()!, next.shift()!]);
  return [...found, ...old.map((before) => [before, null] as const), ...next.map((after) => [null, after] as const)];
}

function isGiven(
  reading: ReadPlace,
  statements: Statements,
  spot: Spot,
  before: DayTerm | null,
  after: DayTerm | null,
): boolean {
  const [side, term] = before ? (["old", before] as const) : (["new", after!] as const);
  if (isGrowth(spot) || isPartOfName(reading[side].text, term)) return false;
  return staysAlone(statements.keptOf(side, term, spot.edit));
}

/** Text before a year that may be the name of an event. */
const LOOK_BACK = 30;

/** "Tokyo 2020" */
const isPartOfName = (text: string, { start, end }: DayTerm): boolean =>
  /^\p{Nd}{4}$/u.test(text.slice(start, end)) &&
  /\p{Lu}[\p{L}\p{N}]+ $/u.test(text.slice(Math.max(0, start - LOOK_BACK), start));
