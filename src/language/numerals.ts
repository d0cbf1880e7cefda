import { isDate, isHour } from "./days.ts";
import { digitsValue, plainDigits } from "./digits.ts";
import { ideographsIn } from "./ideographs.ts";
import { isMonth } from "./months.ts";
import type { ReadText } from "./read-text.ts";
import { entryAt } from "./rules/lexicon.ts";
import type { Rules } from "./rules/rules.ts";
import type { Term } from "./term.ts";

/** A number with what multiplies it and what it counts in: "$5 million", "zwölf", "3,5 Prozent", "third". */
export interface NumberTerm extends Term {
  /** Null where it is no single value: "10–15". */
  readonly value: number | null;
  /** "$", "%", "#" for an ordinal; empty where none is given. */
  readonly unit: string;
  /** What is counted, where it is written to the figure: "year" of "13-year-old", "명" of "12명". */
  readonly glued: string;
}

/** A name with a digit in it: "5G", "18F". */
const MODEL = /^\p{Nd}+(?:\p{Lu}\b|ers$)/u;
/** "[3]" leads to a note. */
const REFERENCE = /^\[\p{Nd}{1,3}\]$/u;
const PHONE =
  /^(?:(?:1[-.])?\p{Nd}{3}[-.\u2010-\u2013]\p{Nd}{3}[-.\u2010-\u2013]\p{Nd}{4}|\p{Nd}{3}[-\u2010-\u2013]\p{Nd}{4})$/u;
/** "May 28-29" */
const DAYS_OF_MONTH = /^\p{Nd}{1,2}[-\u2010-\u2013]\p{Nd}{1,2}$/u;
/** "1970s", "80s" */
const DECADE = /^\p{Nd}{2,4}s$/u;
const WRITTEN = /^(\p{Sc}?)\s?([\d.,'’\s]*\d)\s?(\p{Sc}|%|‰|\p{L}{1,3}|º|ª)?$/u;
const ORDINAL_ENDINGS: ReadonlySet<string> = new Set([
  "st",
  "nd",
  "rd",
  "th",
  "er",
  "ère",
  "e",
  "ème",
  "º",
  "ª",
  "o",
  "a",
]);
const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ["k", 1e3],
  ["mn", 1e6],
  ["bn", 1e9],
  ["tn", 1e12],
]);

/** After a sum of money only: "$50M", where "50 m" are metres. */
const MONEY_SCALES: ReadonlyMap<string, number> = new Map([
  ["m", 1e6],
  ["b", 1e9],
]);
/** The number of an item in a list: "2. Rain". */
const ITEM = /^\s*[.)]\s/;

/** The numbers of one read, in order; days and times are none. */
export function numbersIn(read: ReadText, rules: Rules): NumberTerm[] {
  const found: NumberTerm[] = [];
  const signs = ideographsIn(read.text);
  let sign = 0;
  for (let at = 0; at < read.tokens.length; ) {
    const token = read.tokens[at]!;
    while (sign < signs.length && signs[sign]!.end <= token.start) sign += 1;
    const covered = signs[sign];
    if (covered && covered.start < token.end) {
      if (covered.value !== null && found.at(-1)?.start !== covered.start) found.push(ideographic(covered));
      at += 1;
      continue;
    }
    const { length, term } = numberAt(read, rules, at);
    const before = found.at(-1);
    if (term && before && isRange(read, rules, before, term)) found.splice(-1, 1, ranged(before, term));
    else if (term) found.push(term);
    at += Math.max(1, length);
  }
  return found;
}

/** Longest word between the ends of a range, with its spaces. */
const LONGEST_LINK = 8;

/** "six to eight" */
function isRange({ text }: ReadText, rules: Rules, from: NumberTerm, to: NumberTerm): boolean {
  const between = text.slice(from.end, Math.min(to.start, from.end + LONGEST_LINK));
  if (from.value === null || to.value === null || from.unit === "#" || (from.unit !== "" && from.unit !== to.unit))
    return false;
  return between.length === to.start - from.end && rules.ranges.has(between.trim().toLowerCase());
}

const ranged = (from: NumberTerm, to: NumberTerm): NumberTerm => ({
  start: from.start,
  end: to.end,
  value: null,
  unit: to.unit,
  glued: to.glued,
  key: `${to.unit}${from.value}-${to.value}`,
});

const ideographic = ({ start, end, value }: { start: number; end: number; value: number | null }): NumberTerm => ({
  start,
  end,
  value,
  unit: "",
  glued: "",
  key: String(value),
});

function numberAt(read: ReadText, rules: Rules, first: number): { length: number; term: NumberTerm | null } {
  const opened = read.tokens[first]!.kind === "number" ? digitsAt(read, first) : wordsAt(read, rules, first);
  if (!opened) return { length: 0, term: null };
  let { value, unit } = opened;
  let end = first + opened.length;
  for (let scale = rules.scales.get(read.words[end] ?? ""); scale && value !== null && unit !== "#"; ) {
    value *= scale;
    end += 1;
    scale = rules.scales.get(read.words[end] ?? "");
  }
  const counted = entryAt(rules.units, read.words, end);
  if (counted && (unit === "" || unit === rules.signs.get(counted.key))) {
    unit = rules.signs.get(counted.key) ?? unit;
    end += counted.words.length;
  }
  const start = opened.start ?? read.tokens[first]!.start;
  const last = end === first + 1 ? (opened.end ?? read.tokens[first]!.end) : read.tokens[end - 1]!.end;
  if (value !== null && value > 0 && unit !== "#" && isMinus(read.text, start)) value = -value;
  const key = unit + (value === null ? opened.raw : String(Math.round(value * 1e6) / 1e6));
  const sign = value !== null && value < 0 ? 1 : 0;
  return { length: end - first, term: { start: start - sign, end: last, key, value, unit, glued: opened.glued ?? "" } };
}

/** A dash written to the figure, and to nothing before it: "-5", "–12 °C", not "10-15" or "A-11". */
export const isMinus = (text: string, start: number): boolean =>
  MINUS.test(text.slice(Math.max(0, start - 2), start)) && !AFTER_RANGE.test(text.slice(Math.max(0, start - 3), start));

const MINUS = /(?:^|[\s([:=])[-\u2010-\u2014\u2212\uFE63\uFF0D]$/u;
/** "10 -15" */
const AFTER_RANGE = /\p{Nd}\s.$/u;

interface Opened {
  readonly length: number;
  readonly value: number | null;
  readonly unit: string;
  readonly raw: string;
  readonly glued?: string;
  /** Where the figure begins and ends, if not with its token. */
  readonly start?: number;
  readonly end?: number;
}

/** "13-year-old", "12,000-strong", "5명이다", "12-го": a figure with words or endings written to it. */
const GLUED = /^(\p{Sc}?\s?[\d.,'’\s]*\d)[-‐‑'’]?(\p{L}[\p{L}\p{M}\p{N}-]*)$/u;
/** Shorter ones after Latin and Cyrillic digits are endings: "12-го", "3-ej". */
const LEAST_GLUED = 3;
const HAS_SYLLABLES = /^[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function gluedAt(raw: string, { start, key }: { start: number; key: string }): Opened | null {
  const [, digits, rest] = GLUED.exec(raw) ?? [];
  if (digits === undefined || rest === undefined) return null;
  const [, sign = "", plain = ""] = /^(\p{Sc}?)\s?(.*)$/u.exec(digits) ?? [];
  const value = digitsValue(plain);
  if (value === null) return null;
  const syllables = HAS_SYLLABLES.test(rest);
  const word = syllables ? [...rest][0]! : rest.split("-")[0]!;
  const glued = syllables || word.length >= LEAST_GLUED ? word : "";
  // "49ers" is a name.
  if (!syllables && glued !== "" && /\d\p{L}/u.test(raw)) return null;
  // Normal forms of digits are as long as they were.
  const end = key.length === raw.length ? start + digits.length : undefined;
  return { length: 1, value, unit: sign, raw, glued, ...(end === undefined || !syllables ? {} : { end }) };
}

function digitsAt(read: ReadText, at: number): Opened | null {
  const { text, tokens } = read;
  const token = tokens[at]!;
  if (isDate(token) || isHour(read, at) || MODEL.test(token.key) || DECADE.test(token.key)) return null;
  if (REFERENCE.test(text.slice(Math.max(0, token.start - 1), token.end + 1)) || PHONE.test(token.key)) return null;
  if (DAYS_OF_MONTH.test(token.key) && (isMonth(tokens[at - 1]?.key ?? "") || isMonth(tokens[at + 1]?.key ?? "")))
    return null;
  const opensLine = at === 0 || text.slice(tokens[at - 1]!.end, token.start).includes("\n");
  if (opensLine && ITEM.test(text.slice(token.end, token.end + 4))) return null;
  const raw = plainDigits(token.key).toLowerCase();
  const [, before, digits, after = ""] = WRITTEN.exec(raw) ?? [];
  const value = digits === undefined ? null : digitsValue(digits);
  // "24/7" and "24-7" are the same; so are ranges with one dash or another.
  const glued = value === null ? gluedAt(raw, token) : null;
  if (glued) return glued;
  if (value === null) return { length: 1, value: null, unit: "", raw: raw.replace(/[^\d\p{L}]+/gu, "-") };
  if (HAS_SYLLABLES.test(after)) return gluedAt(raw, token);
  const scale = SHORT_SCALES.get(after) ?? (before ? MONEY_SCALES.get(after) : undefined);
  if (scale !== undefined) return { length: 1, value: value * scale, unit: before ?? "", raw };
  const unit = before || (ORDINAL_ENDINGS.has(after) ? "#" : after);
  return { length: 1, value, unit, raw };
}

/** "ten", "twenty-one", "two hundred", "a million" from the million on, "third". */
function wordsAt(read: ReadText, rules: Rules, at: number): Opened | null {
  const { tokens, words } = read;
  if (tokens[at]!.kind !== "word") return null;
  const version = versionAt(read, at);
  if (version) return version;
  const word = words[at]!;
  const raw = word;
  const ordinal = rules.ordinals.get(word);
  if (ordinal !== undefined) return { length: 1, value: ordinal, unit: "#", raw };
  const counted = hyphenedAt(word, rules);
  if (counted) return counted;
  // An article is a number only if a number takes its place.
  if (rules.articles.has(word)) return null;
  const value = wordValue(word, rules);
  if (value !== null) return { length: 1, value, unit: "", raw };
  return rules.scales.has(word) && word.length > 3 ? { length: 0, value: 1, unit: "", raw } : null;
}

/** "seven-year", "second-most": a number with what it counts, in one word. */
function hyphenedAt(word: string, rules: Rules): Opened | null {
  const at = word.indexOf("-");
  if (at === -1) return null;
  const [first, glued] = [word.slice(0, at), word.slice(at + 1)];
  const ordinal = rules.ordinals.get(first);
  if (ordinal !== undefined) return { length: 1, value: ordinal, unit: "#", raw: word, glued };
  const value = rules.numbers.get(first);
  if (value === undefined || rules.numbers.has(glued)) return null;
  // "one-off" counts nothing.
  return value > 1 || rules.measures.has(glued) ? { length: 1, value, unit: "", raw: word, glued } : null;
}

const ENDS_IN_NUMBER = /[-‐‑](\p{Nd}+)$/u;

/** "StringIO-3.0.1": the number begins within the first token. */
function versionAt({ text, tokens }: ReadText, at: number): Opened | null {
  const [first, dot, rest] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  if (dot?.start !== first.end || rest?.kind !== "number") return null;
  const digits = ENDS_IN_NUMBER.exec(text.slice(first.start, first.end))?.[1];
  if (digits === undefined || dot.key !== "." || rest.start !== dot.end) return null;
  const raw = plainDigits(`${digits}.${rest.key}`).replace(/[^\d\p{L}]+/gu, "-");
  return { length: 3, value: null, unit: "", raw, start: first.end - digits.length };
}

function wordValue(word: string, { numbers }: Rules): number | null {
  const whole = numbers.get(word);
  if (whole !== undefined) return whole;
  if (!word.includes("-")) return null;
  const [tens, ones, ...more] = word.split("-");
  const [a, b] = [numbers.get(tens!), numbers.get(ones ?? "")];
  const compound = more.length === 0 && a !== undefined && b !== undefined && a >= 20 && b > 0 && b < 10;
  return compound ? a + b : null;
}
