import { nameSpans, startsSentence } from "#language/names";
import type { Rules } from "#language/rules/rules";
import { countWords } from "#language/word-count";
import type { Label } from "#model/change";
import { fold, squeezed } from "./fold.ts";
import { type Context, MAX_LOOKED_UP, placeAt, type ReadPlace, type ReadSide, type Spot } from "./read-place.ts";
import { became, quoted } from "./reason.ts";
import { type Exchange, exchanges, type Term, wordsOf } from "./terms.ts";

/** Names that became others, that the article no longer has, or that are new to it. */
export function nameLabels(reading: ReadPlace, context: Context): Label[] {
  const named = exchanges(reading, (side) => namesIn(side, context.rules));
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
    return isFormOf(old, next) ? [] : [told(became(old, next), reading, spot, before, after)];
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
    told(`${quoted(wordsOf(reading.old, term))} is no longer named`, reading, spot, term),
  );
  if (spot.wholeSentences || (gone.length === 0 && !isOfNames(reading, spot, added))) return labels;
  const come = added.slice(0, MAX_LOOKED_UP).filter((_, k) => !inOld(next[k]!) && alone(next[k]!, old));
  return [
    ...labels,
    ...come.map((term) => told(`${quoted(wordsOf(reading.new, term))} is newly named`, reading, spot, undefined, term)),
  ];
}

/** Half of what was put in is the name itself: "Bo Hart," in a list, and not a clause in which somebody is named. */
function isOfNames({ new: next }: ReadPlace, { edit }: Spot, added: readonly Term[]): boolean {
  const words = countWords(next.text.slice(edit.newStart, edit.newEnd));
  const named = added.reduce((sum, term) => sum + countWords(wordsOf(next, term)), 0);
  return edit.oldStart === edit.oldEnd && 2 * named >= words;
}

const told = (reason: string, reading: ReadPlace, spot: Spot, before?: Term, after?: Term): Label => ({
  kind: "name",
  reason,
  place: placeAt(reading, spot, before, after),
});

/** "PDF" and "MB" are no names. Those that are ("EU") are told where one stands for another. */
const isAcronym = (name: string): boolean => /^(?:\p{Lu}\.?){1,3}s?$/u.test(name);

/** "Carla Venn" and "Venn" are one name in two lengths, "D.C." and "DC" in two spellings, "EU" and "European Union" in both. */
export function isFormOf(a: string, b: string): boolean {
  if (squeezed(a) === squeezed(b)) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (squeezed(short).toUpperCase() === initialsOf(long)) return true;
  const words = new Set(fold(long).split(" ").map(singular));
  return fold(short)
    .split(" ")
    .every((word) => words.has(singular(word)));
}

const initialsOf = (name: string): string => (name.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join("");

const singular = (word: string): string => word.replace(/s$/, "");

/** "Millionen Euro" and "Drei Viertel" have capitals only because nouns and sentences begin with them. */
const isNoName = (word: string, { weekdays, relativeDays, scales, numbers }: Rules): boolean =>
  weekdays.has(word) || relativeDays.has(word) || scales.has(word) || numbers.has(word);

/** What somebody owns is told of them: "Venn's". */
const OWNED = /['’]s$/;

/** A single capitalised word is a name where it opens no sentence and its language does not give every noun a capital. */
function namesIn(side: ReadSide, rules: Rules): Term[] {
  return nameSpans(side.text, side.tokens)
    .filter(({ first, end }) => {
      const own = side.words.slice(first, end);
      if (own.some((word) => isNoName(word, rules))) return false;
      // "MB" after a number is its unit.
      if (end - first === 1 && side.tokens[first - 1]?.kind === "number" && isAcronym(side.tokens[first]!.key))
        return false;
      const titled = rules.titles.has(side.words[first - 1] ?? "");
      if (end - first > 1 || titled) return true;
      return !rules.nounsCapitalised && !startsSentence(side.text, side.tokens, first);
    })
    .map(({ first, end }) => {
      const start = side.tokens[first]!.start;
      const last = side.tokens[end - 1]!.end;
      const words = side.text.slice(start, last);
      const name = words.replace(OWNED, "");
      return { key: squeezed(name), start, end: start + name.length };
    });
}
