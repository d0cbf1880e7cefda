import { clipEnd } from "#collate/words/clip";
import { type CountedNoun, countedNounsIn, isSameNoun } from "#language/counted-nouns";
import { agree, type DayTerm, daysIn } from "#language/days";
import { type NumberTerm, numbersIn } from "#language/numerals";
import type { ReadText } from "#language/read-text";
import type { Rules } from "#language/rules/rules";
import { type Term, wordsOf } from "#language/term";
import type { Label } from "#model/change";
import { type Exchange, exchanges, touched } from "./exchanges.ts";
import { type Context, MAX_LOOKED_UP, placeAt, type ReadPlace, type Spot } from "./read-place.ts";
import { removed } from "./reason.ts";

/** Numbers and dates that became others. What only came is growth; of what only went, figures get a label and dates do not. */
export function figureLabels(reading: ReadPlace, { rules }: Context): Label[] {
  const numbers = exchanges(reading, (text) => numbersIn(text, rules)).flatMap((exchange) => [
    ...numberLabels(exchange, reading),
    ...lost(exchange, reading),
  ]);
  const dates = exchanges(reading, (text) => daysIn(text, rules)).flatMap((exchange) => dateLabels(exchange, reading));
  return [...numbers, ...counted(reading, rules), ...dates];
}

function numberLabels({ spot, removed, added }: Exchange<NumberTerm>, reading: ReadPlace): Label[] {
  if (spot.wholeSentences) return [];
  return pairs(removed, added, reading)
    .filter(([old, next]) => !sameNumber(old, next))
    .map(([old, next]) => becameFigure("number", spot, reading, old, next));
}

/** "5 dollars" and "5" are one number where only one of them says what it counts; "3,4,5" may have been parted into "3, 4, 5". */
function sameNumber(a: NumberTerm, b: NumberTerm): boolean {
  if (a.value !== null && b.value !== null) return a.value === b.value && (a.unit === "" || b.unit === "");
  return a.key.split("-").includes(b.key) || b.key.split("-").includes(a.key);
}

function dateLabels({ spot, removed, added }: Exchange<DayTerm>, reading: ReadPlace): Label[] {
  if (spot.wholeSentences) return [];
  const kinds = ["calendar", "weekday", "relative", "clock"] as const;
  return kinds.flatMap((kind) => {
    const own = (terms: readonly DayTerm[]) => terms.filter((term) => term.kind === kind);
    return pairs(own(removed), own(added), reading)
      .filter(([old, next]) => kind !== "calendar" || !agree(old, next))
      .map(([old, next]) => becameFigure("date", spot, reading, old, next));
  });
}

/** First those that stand before or after the same word, then the rest in their order. */
function pairs<T extends Term>(removed: readonly T[], added: readonly T[], reading: ReadPlace): (readonly [T, T])[] {
  if (removed.length === added.length || Math.max(removed.length, added.length) > MAX_LOOKED_UP)
    return inOrder(removed, added);
  const left = new Set(added);
  const found: (readonly [T, T])[] = [];
  for (const old of removed) {
    const about = around(reading.old, old);
    const like = [...left].find((next) => around(reading.new, next).some((word) => about.includes(word)));
    if (!like) continue;
    left.delete(like);
    found.push([old, like]);
  }
  return found.length > 0 ? found : inOrder(removed, added);
}

const inOrder = <T>(removed: readonly T[], added: readonly T[]): (readonly [T, T])[] =>
  removed.slice(0, added.length).map((old, k) => [old, added[k]!] as const);

/** Longest word looked at beside a number, in UTF-16 units. */
const LONGEST = 40;

/** The words on both sides of a term, each with its side. */
function around({ text }: ReadText, { start, end }: Term): readonly string[] {
  const before = /[\p{L}\p{M}]+(?=\P{L}{0,2}$)/u.exec(text.slice(Math.max(0, start - LONGEST), start));
  const after = /^\P{L}{0,2}([\p{L}\p{M}]+)/u.exec(text.slice(end, end + LONGEST));
  return [before ? `<${before[0]}` : "", after ? `>${after[1]}` : ""].filter((word) => word !== "");
}

function lost({ spot, removed: gone, added }: Exchange<NumberTerm>, reading: ReadPlace): Label[] {
  if (spot.wholeSentences || spot.edit.newStart !== spot.edit.newEnd) return [];
  return gone
    .slice(added.length)
    .filter((term) => /\p{Nd}/u.test(wordsOf(reading.old, term)) && !isPartOfCode(reading.old.text, term))
    .map((term) => ({
      kind: "number",
      reason: removed(wordsOf(reading.old, { start: term.start, end: wordEnd(reading.old.text, term.end) })),
      place: placeAt(reading, spot, term, null),
    }));
}

/** "id=35580018" is no figure that a text gives. */
const isPartOfCode = (text: string, { start }: Term): boolean =>
  /[=/#@&_]$/.test(text.slice(Math.max(0, start - 1), start));

/** "a year" that became "two years", and the other way about. */
function counted(reading: ReadPlace, rules: Rules): Label[] {
  if (rules.articles.size === 0) return [];
  const old = touched(countedNounsIn(reading.old, rules), reading.spots, "old");
  const next = touched(countedNounsIn(reading.new, rules), reading.spots, "new");
  return reading.spots.flatMap((spot, k) => {
    if (spot.wholeSentences) return [];
    const come = next[k]!.slice(0, MAX_LOOKED_UP);
    return old[k]!.slice(0, MAX_LOOKED_UP).flatMap((before) => {
      const after = come.find((term) => term.article !== before.article && isSameNoun(term.noun, before.noun));
      if (!after) return [];
      // "two remote became a remote" needs its noun.
      const whole = (read: ReadText, term: CountedNoun) =>
        before.noun === after.noun ? { ...term, end: wordEnd(read.text, term.end) } : term;
      return [becameFigure("number", spot, reading, whole(reading.old, before), whole(reading.new, after))];
    });
  });
}

const NEXT_WORD = /^ [\p{L}\p{M}]+/u;

const wordEnd = (text: string, end: number): number =>
  end + (NEXT_WORD.exec(text.slice(end, end + LONGEST))?.[0].length ?? 0);

function becameFigure(kind: "number" | "date", spot: Spot, reading: ReadPlace, old: Term, next: Term): Label {
  const reason = `${short(wordsOf(reading.old, old))} became ${short(wordsOf(reading.new, next))}`;
  return { kind, reason, place: placeAt(reading, spot, old, next) };
}

const short = (words: string): string => clipEnd(words, 80);
