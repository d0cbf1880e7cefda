import { type Attribution, attributionsIn } from "#language/attributions";
import { isFormOf } from "#language/name-terms";
import { wordsOf } from "#language/term";
import type { Label } from "#model/change";
import { exchanges } from "./exchanges.ts";
import { type Context, placeAt, type ReadPlace, type Spot } from "./read-place.ts";
import { added, became, removed } from "./reason.ts";

/** Who says so, and how they are said to have said it: changed, gone or added within a sentence that stayed. */
export function attributionLabels(reading: ReadPlace, { rules }: Context): Label[] {
  const labels: Label[] = [];
  for (const { spot, removed: gone, added: come } of exchanges(reading, (text) => attributionsIn(text, rules))) {
    if (spot.wholeSentences) continue;
    for (let k = 0; k < Math.max(gone.length, come.length); k += 1) {
      const [before, after] = [gone[k], come[k]];
      if (before && after ? isSame(before, after) : !isWithin(spot, before, after)) continue;
      const reason = reasonOf(before && wordsOf(reading.old, before), after && wordsOf(reading.new, after));
      labels.push({ kind: "attribution", reason, place: placeAt(reading, spot, before, after) });
    }
  }
  return labels;
}

/** The verb itself went or came; else its sentence was only given other words around it. */
function isWithin({ edit }: Spot, before?: Attribution, after?: Attribution): boolean {
  if (before) return before.verbStart >= edit.oldStart && before.verbEnd <= edit.oldEnd;
  return after !== undefined && after.verbStart >= edit.newStart && after.verbEnd <= edit.newEnd;
}

/** The same verb, and a source named in more or fewer words, or by a pronoun. */
function isSame(a: Attribution, b: Attribution): boolean {
  if (a.verb !== b.verb) return false;
  return a.who.length === 0 || b.who.length === 0 || isFormOf(a.who.join(" "), b.who.join(" "));
}

function reasonOf(old: string | undefined, next: string | undefined): string {
  if (old && next) return became(old, next);
  return old ? removed(old) : added(next ?? "");
}
