import { isAcronym, isFormOf, namesIn } from "#language/name-terms";
import { type Term, wordsOf } from "#language/term";
import { countWords } from "#language/word-count";
import type { Label } from "#model/change";
import { type Exchange, exchanges } from "./exchanges.ts";
import { type Context, MAX_LOOKED_UP, placeAt, type ReadPlace, type Spot } from "./read-place.ts";
import { became, quoted } from "./reason.ts";

/** Names that became others, that the article no longer has, or that are new to it. */
export function nameLabels(reading: ReadPlace, context: Context): Label[] {
  const named = exchanges(reading, (text) => namesIn(text, context.rules));
  return named.flatMap((exchange) =>
    exchange.spot.wholeSentences || exchange.removed.length !== exchange.added.length
      ? goneOrCome(exchange, reading, context)
      : exchanged(exchange, reading),
  );
}

function exchanged({ spot, removed, added }: Exchange, reading: ReadPlace): Label[] {
  return removed.flatMap((before, k) => {
    const after = added[k]!;
    const [old, next] = [wordsOf(reading.old, before), wordsOf(reading.new, after)];
    return isFormOf(old, next) ? [] : [nameLabel(became(old, next), reading, spot, before, after)];
  });
}

function goneOrCome(
  { spot, removed, added }: Exchange,
  reading: ReadPlace,
  { inOld, inNew, isCommon }: Context,
): Label[] {
  const old = removed.slice(0, MAX_LOOKED_UP).map((term) => wordsOf(reading.old, term));
  const next = added.slice(0, MAX_LOOKED_UP).map((term) => wordsOf(reading.new, term));
  const alone = (name: string, others: readonly string[]) =>
    !isAcronym(name) && !isCommon(name) && !others.some((other) => isFormOf(name, other));
  // Who is still there by the last name is still named.
  const gone = removed
    .slice(0, MAX_LOOKED_UP)
    .filter((_, k) => !inNew(old[k]!.slice(old[k]!.lastIndexOf(" ") + 1)) && alone(old[k]!, next));
  const labels = gone.map((term) =>
    nameLabel(`${quoted(wordsOf(reading.old, term))} is no longer named`, reading, spot, term),
  );
  if (spot.wholeSentences || (gone.length === 0 && !isOfNames(reading, spot, added))) return labels;
  const come = added.slice(0, MAX_LOOKED_UP).filter((_, k) => !inOld(next[k]!) && alone(next[k]!, old));
  return [
    ...labels,
    ...come.map((term) =>
      nameLabel(`${quoted(wordsOf(reading.new, term))} is newly named`, reading, spot, undefined, term),
    ),
  ];
}

/** Half of what was put in is the name itself: "Bo Hart," in a list, and not a clause in which somebody is named. */
function isOfNames({ new: next }: ReadPlace, { edit }: Spot, added: readonly Term[]): boolean {
  const words = countWords(next.text.slice(edit.newStart, edit.newEnd));
  const named = added.reduce((sum, term) => sum + countWords(wordsOf(next, term)), 0);
  return edit.oldStart === edit.oldEnd && 2 * named >= words;
}

const nameLabel = (reason: string, reading: ReadPlace, spot: Spot, before?: Term, after?: Term): Label => ({
  kind: "name",
  reason,
  place: placeAt(reading, spot, before, after),
});
