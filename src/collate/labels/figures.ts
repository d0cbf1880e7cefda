import type { Label } from "#model/change";
import { clipEnd } from "../clip.ts";
import { isMonth } from "../months.ts";
import type { Rules } from "../rules/find.ts";
import type { Token } from "../token.ts";
import type { Context, Reading, SideReading } from "./reading.ts";
import { type Exchange, exchanges, type Term, wordsOf } from "./terms.ts";

const YEAR = /^(?:1[5-9]|20)\p{Nd}{2}$/u;
const CLOCK = /^\p{Nd}{1,2}(?:[:.h]\p{Nd}{2})(?:[:.]\p{Nd}{2})?(?:am|pm|uhr)?$/iu;
const WRITTEN_DATE =
  /^(?:\p{Nd}{1,2}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2,4}|\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}|\p{Nd}{1,4}[年月日時时].*)$/u;
/** A name with a digit in it: "5G", "18F". */
const MODEL = /^\p{Nd}+\p{Lu}$/u;
/** Separators between groups of three digits: "1,234", "1.234" and "1 234" are one number written in three ways. */
const GROUPING = /(?<=\p{Nd})[.,'’\s](?=\p{Nd}{3}(?!\p{Nd}))/gu;

/** Numbers and dates that became others. What only came is growth; of what only went, figures are told and dates are not. */
export function figureLabels(reading: Reading, { rules }: Context): Label[] {
  const numbers = exchanges(reading, (side) => numbersIn(side, rules)).flatMap((exchange) => [
    ...exchanged("number", exchange, reading),
    ...lost(exchange, reading),
  ]);
  const dates = exchanges(reading, (side) => datesIn(side, rules)).flatMap((exchange) =>
    exchanged("date", exchange, reading),
  );
  return [...numbers, ...dates];
}

function exchanged(kind: "number" | "date", { spot, removed, added }: Exchange, reading: Reading): Label[] {
  if (spot.wholeSentences) return [];
  return removed.slice(0, added.length).flatMap((term, k) => {
    const old = short(wordsOf(reading.old, term));
    const neu = short(wordsOf(reading.new, added[k]!));
    // The same day with its year is a date told in full.
    if (kind === "date" && (old.startsWith(`${neu}, `) || neu.startsWith(`${old}, `))) return [];
    return [{ kind, reason: `${old} became ${neu}`, place: spot.place }];
  });
}

function lost({ spot, removed, added }: Exchange, reading: Reading): Label[] {
  if (spot.wholeSentences || spot.edit.newStart !== spot.edit.newEnd) return [];
  return removed
    .slice(added.length)
    .map((term) => wordsOf(reading.old, term))
    .filter((words) => /\p{Nd}/u.test(words))
    .map((words) => ({ kind: "number", reason: `${short(words)} was removed`, place: spot.place }));
}

const short = (words: string): string => clipEnd(words, 80);

function numbersIn({ tokens, words }: SideReading, rules: Rules): Term[] {
  const found: Term[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind === "number" && !isDate(token) && !MODEL.test(token.key))
      found.push(term(token, token.key.replace(GROUPING, "")));
    const value = rules.numbers.get(words[at]!);
    if (value !== undefined && token.kind === "word") found.push(term(token, String(value)));
  }
  return found;
}

function datesIn({ tokens, words }: SideReading, rules: Rules): Term[] {
  const found: Term[] = [];
  for (const [at, token] of tokens.entries()) {
    const named = token.kind === "word" && (isMonth(token.key) || rules.weekdays.has(words[at]!));
    if (named || (token.kind === "number" && isDate(token))) found.push(term(token, words[at]!));
  }
  return found;
}

const isDate = ({ key }: Token): boolean =>
  YEAR.test(key) || CLOCK.test(key) || WRITTEN_DATE.test(key) || key.split(/[\s,.]+/).some(isMonth);

const term = ({ start, end }: Token, key: string): Term => ({ key, start, end });
