import { isDate, isHour } from "./days.ts";
import { digitsValue, plainDigits } from "./digits.ts";
import { ideographsIn } from "./ideographs.ts";
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
}

/** A name with a digit in it: "5G", "18F". */
const MODEL = /^\p{Nd}+\p{Lu}$/u;
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
    if (term) found.push(term);
    at += Math.max(1, length);
  }
  return found;
}

const ideographic = ({ start, end, value }: { start: number; end: number; value: number | null }): NumberTerm => ({
  start,
  end,
  value,
  unit: "",
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
  const [start, last] = [read.tokens[first]!, read.tokens[end - 1]!];
  const key = unit + (value === null ? opened.raw : String(Math.round(value * 1e6) / 1e6));
  return { length: end - first, term: { start: start.start, end: last.end, key, value, unit } };
}

interface Opened {
  readonly length: number;
  readonly value: number | null;
  readonly unit: string;
  readonly raw: string;
}

function digitsAt(read: ReadText, at: number): Opened | null {
  const { text, tokens } = read;
  const token = tokens[at]!;
  if (isDate(token) || isHour(read, at) || MODEL.test(token.key)) return null;
  const opensLine = at === 0 || text.slice(tokens[at - 1]!.end, token.start).includes("\n");
  if (opensLine && ITEM.test(text.slice(token.end, token.end + 4))) return null;
  const raw = plainDigits(token.key).toLowerCase();
  const [, before, digits, after = ""] = WRITTEN.exec(raw) ?? [];
  const value = digits === undefined ? null : digitsValue(digits);
  // "24/7" and "24-7" are the same; so are ranges with one dash or another.
  if (value === null) return { length: 1, value: null, unit: "", raw: raw.replace(/[^\d\p{L}]+/gu, "-") };
  const scale = SHORT_SCALES.get(after) ?? (before ? MONEY_SCALES.get(after) : undefined);
  if (scale !== undefined) return { length: 1, value: value * scale, unit: before ?? "", raw };
  const unit = before || (ORDINAL_ENDINGS.has(after) ? "#" : after);
  return { length: 1, value, unit, raw };
}

/** "ten", "twenty-one", "two hundred", "a million" from the million on, "third". */
function wordsAt({ tokens, words }: ReadText, rules: Rules, at: number): Opened | null {
  if (tokens[at]!.kind !== "word") return null;
  const word = words[at]!;
  const raw = word;
  const ordinal = rules.ordinals.get(word);
  if (ordinal !== undefined) return { length: 1, value: ordinal, unit: "#", raw };
  // An article is a number only if a number takes its place.
  if (rules.articles.has(word)) return null;
  const value = wordValue(word, rules);
  if (value !== null) return { length: 1, value, unit: "", raw };
  return rules.scales.has(word) && word.length > 3 ? { length: 0, value: 1, unit: "", raw } : null;
}

function wordValue(word: string, { numbers }: Rules): number | null {
  const whole = numbers.get(word);
  if (whole !== undefined) return whole;
  const [tens, ones, ...more] = word.split("-");
  const [a, b] = [numbers.get(tens!), numbers.get(ones ?? "")];
  const compound = more.length === 0 && a !== undefined && b !== undefined && a >= 20 && b > 0 && b < 10;
  return compound ? a + b : null;
}
