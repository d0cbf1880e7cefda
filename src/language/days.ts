import { plainDigits } from "./digits.ts";
import { ideographsIn } from "./ideographs.ts";
import { isMonth, monthNumber } from "./months.ts";
import type { ReadText } from "./read-text.ts";
import { entryAt } from "./rules/lexicon.ts";
import type { Rules } from "./rules/rules.ts";
import type { Term } from "./term.ts";
import { timesIn } from "./times.ts";
import type { Token } from "./token.ts";

/** A day, month, year, weekday or time of day. */
export interface DayTerm extends Term {
  /** Only days of one kind are set against each other: that Monday was the 3rd of March is no change. */
  readonly kind: "calendar" | "weekday" | "relative" | "clock" | "period";
  /** Of a calendar day; null if not given. Day and month in rising order, as not every way of writing shows which is which. */
  readonly year: number | null;
  readonly parts: readonly number[];
}

const YEAR = /^(?:1[5-9]|20)\p{Nd}{2}$/u;
const CLOCK = /^\p{Nd}{1,2}(?:h$|[:h]\p{Nd}{2}(?:[:.]\p{Nd}{2})?(?:am|pm|uhr)?|am|pm)$/iu;
/** Also a range: "1-2:30 pm". */
const HOUR = /^\p{Nd}{1,2}(?:[.:]\p{Nd}{2})?(?:[-\u2010-\u2013]\p{Nd}{1,2}(?:[.:]\p{Nd}{2})?)?$/u;
/** What makes the number before it a time of day; its last full stop is a token by itself. */
const OF_DAY: ReadonlySet<string> = new Set(["am", "pm", "a.m", "p.m", "a.m.", "p.m.", "uhr"]);
/** Also a season or a financial year: "2021-22". */
const WRITTEN =
  /^(?:(?:19|20)\p{Nd}{2}[/\u2010-\u2013-]\p{Nd}{2}|\p{Nd}{1,2}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2,4}|\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}|\p{Nd}{1,4}[年月日時时](?!間|间).*|\p{Nd}{4}년.*|\p{Nd}{1,2}[월일].*)$/u;

export const isDate = ({ key }: Token): boolean =>
  YEAR.test(key) || CLOCK.test(key) || WRITTEN.test(key) || key.split(/[\s,.]+/).some(isMonth);

/** "9 a.m.", "19.30 Uhr", "17 h": the number of a time of day that is written in two words. */
export const isHour = ({ tokens, words }: ReadText, at: number): boolean =>
  HOUR.test(tokens[at]!.key) &&
  (OF_DAY.has(words[at + 1] ?? "") || (words[at + 1] === "h" && isFrenchHour(tokens, at)));

/** "17 h 30", "17.30 h" */
const isFrenchHour = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 2]?.kind === "number" ? MINUTES.test(tokens[at + 2]!.key) : HAS_MINUTES.test(tokens[at]!.key);

const MINUTES = /^[0-5]\p{Nd}$/u;
const HAS_MINUTES = /^\p{Nd}{1,2}[.:]\p{Nd}{2}$/u;

/** The days and times of one read, in order. */
export function daysIn(read: ReadText, rules: Rules): DayTerm[] {
  const { text, tokens, words } = read;
  const found: DayTerm[] = [];
  const push = ({ start, end }: { start: number; end: number }, kind: DayTerm["kind"], said: string) => {
    const { year, parts } = kind === "calendar" ? calendar(said) : { year: null, parts: [] };
    found.push({ start, end, kind, year, parts, key: kind === "calendar" ? `${year}-${parts.join("-")}` : said });
  };
  for (const { start, end, date } of ideographsIn(text)) if (date !== null) push({ start, end }, "calendar", date);
  const phrases = timesIn(read, rules);
  let next = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    while (next < phrases.length && phrases[next]!.first + phrases[next]!.length <= at) next += 1;
    const phrase = phrases[next];
    if (phrase && phrase.first === at) {
      push(phrase, "period", phrase.key);
      at += phrase.length - 1;
      continue;
    }
    const [token, word] = [tokens[at]!, words[at]!];
    if (token.kind === "word") {
      const part = entryAt(rules.partsOfYear, words, at);
      const past = tokens[at + (part?.words.length ?? 0)];
      if (part && past && isDate(past)) push(token, "period", part.key);
      else if (isMonth(token.key) && !isFirstName(read, at)) push(token, "calendar", token.key);
      else if (rules.weekdays.has(word)) push(token, "weekday", word);
      else if (rules.relativeDays.has(word)) push(token, "relative", word);
    } else if (token.kind === "number" && isHour(read, at)) {
      const minutes = words[at + 1] === "h" && tokens[at + 2]?.kind === "number" ? `:${tokens[at + 2]!.key}` : "";
      const { end } = tokens[at + (minutes === "" ? 1 : 2)]!;
      push({ start: token.start, end }, "clock", clock(`${token.key}${minutes} ${words[at + 1]!}`));
      at += minutes === "" ? 1 : 2;
    } else if (token.kind === "number" && isDate(token)) {
      if (CLOCK.test(token.key)) push(token, "clock", clock(token.key));
      else push(token, "calendar", token.key);
    } else if (token.kind === "number" && HAS_MINUTES.test(token.key) && followsHourWords(read, rules, at))
      push(token, "clock", clock(token.key));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Words before an hour: "a las". */
const MOST_HOUR_WORDS = 2;

const followsHourWords = ({ words }: ReadText, rules: Rules, at: number): boolean =>
  Array.from({ length: MOST_HOUR_WORDS }, (_, k) => k + 1).some(
    (length) => entryAt(rules.clockAfter, words, at - length)?.words.length === length,
  );

const CAPITAL = /^\p{Lu}\p{Ll}/u;

/** "April Lund": a month with a capitalised word after it and no word of small letters before. */
function isFirstName({ tokens }: ReadText, at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (after?.kind !== "word" || !CAPITAL.test(after.key) || !CAPITAL.test(tokens[at]!.key)) return false;
  return before?.kind !== "word" || CAPITAL.test(before.key);
}

function calendar(said: string): { readonly year: number | null; readonly parts: readonly number[] } {
  const month = said
    .split(/[\s,.]+/)
    .map(monthNumber)
    .find((number) => number !== undefined);
  const numbers = (plainDigits(said).match(/\d+/g) ?? []).map(Number);
  const years = numbers.filter((number) => number > 31);
  const days = numbers.filter((number) => number <= 31);
  // A year of two digits comes last: "12/03/24".
  const short = years.length === 0 && days.length === 3 ? 2000 + days.pop()! : null;
  const parts = [...days, ...(month === undefined ? [] : [month])];
  return { year: years[0] ?? short, parts: parts.sort((a, b) => a - b) };
}

/** "9.30", "9h30", "09:30 Uhr" and "9:30am" are one time. */
function clock(said: string): string {
  const [hours = 0, minutes = 0] = (plainDigits(said).match(/\d+/g) ?? []).map(Number);
  const late = /p\.?m\.?$/i.test(said) && hours < 12 ? 12 : 0;
  return `${hours + late}:${minutes}`;
}

/** They are the same, or one says less than the other and nothing else: "March" and "12 March 2024". */
export function agree(a: DayTerm, b: DayTerm): boolean {
  if (a.year !== null && b.year !== null && a.year !== b.year) return false;
  if (a.parts.length === b.parts.length) return a.parts.every((part, k) => part === b.parts[k]);
  const [less, more] = a.parts.length < b.parts.length ? [a, b] : [b, a];
  return less.parts.every((part) => more.parts.includes(part));
}
