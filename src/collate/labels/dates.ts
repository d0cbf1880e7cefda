import { agree, type DayTerm, daysIn } from "#language/days";
import type { Label } from "#model/change";
import { exchanges } from "./exchanges.ts";
import { becameFigure } from "./figures.ts";
import type { Context, ReadPlace } from "./read-place.ts";

const KINDS = ["calendar", "weekday", "relative", "clock"] as const;

/** Days and times that became others within a statement that stays. */
export function dateLabels(reading: ReadPlace, { rules }: Context): Label[] {
  return exchanges(reading, (text) => daysIn(text, rules)).flatMap(({ spot, removed, added }) => {
    if (spot.wholeSentences) return [];
    return KINDS.flatMap((kind) => {
      const own = (terms: readonly DayTerm[]) => terms.filter((term) => term.kind === kind);
      const come = own(added);
      return own(removed)
        .slice(0, come.length)
        .flatMap((old, k) => {
          const next = come[k]!;
          return kind === "calendar" && agree(old, next) ? [] : [becameFigure("date", spot, reading, old, next)];
        });
    });
  });
}
