import { fold } from "./fold.ts";
import { type NumberTerm, numbersIn } from "./numerals.ts";
import { readText } from "./read-text.ts";
import type { Rules } from "./rules/rules.ts";
import type { Token } from "./token.ts";

/** Marks that part words and sentences and say nothing by themselves. A question mark, a sign before a figure, a star do. */
const SILENT = /^[.,;:…·•|*_()[\]{}¿¡/\\\-‐-―'’"”»«)]$/u;
const DASH = /^[-‐-―−]$/u;
/** Quotation marks that open: before a letter or figure, after none. Round words they say something. */
const QUOTE = /^["'“”„‟«»‘‚‹›「『]$/u;
const OPENED = /^[\p{L}\p{N}]/u;
/** French marks stand apart from their words. */
const FRENCH_OPENED = /^[ \u00A0\u202F]?[\p{L}\p{N}]/u;
const LETTER_OR_FIGURE = /[\p{L}\p{N}]/u;
/** "1. " and "2) " at the start of a line or after a sentence: the number of an item. */
const ITEM_BEFORE = /(?:^|\n|[.!?:;,]["'”’»)]{0,2}\s)\s*$/u;
const ITEM_AFTER = /^[.)]\s/;
const ADDRESS = /^(?:https?:\/\/|www\.)/i;
/** What a template left in the text: "[youtube=...]". */
const TEMPLATE = /\[\/?[a-z]{3,20}[ =][^\]\n]{0,400}\]/g;
/** A line drawn with marks. */
const RULE = /([=\-_*~#])\1{2,}/g;
const blank = (all: string): string => " ".repeat(all.length);
/** "US" is not "us": capitals throughout are kept as they are in short words. */
const SHORT_CAPITALS = /^\p{Lu}{2,5}$/u;
const OPENS_CAPITAL = /^\p{Lu}/u;

/**
 * What a reader reads in a stretch of a text, whatever its spelling: two stretches with equal results differ in capitals, hyphens,
 * spaces, breaks, silent marks, links, or in how a number is written. Marks that say something are kept.
 */
export function saidAlike(text: string, start: number, end: number, rules: Rules): string {
  const slice = text.slice(start, end).replace(TEMPLATE, blank).replace(RULE, blank);
  const read = readText(slice);
  const numbers = numbersIn(read, rules);
  const said: string[] = [];
  let next = 0;
  for (const [at, token] of read.tokens.entries()) {
    while (next < numbers.length && numbers[next]!.end <= token.start) next += 1;
    const number = numbers[next];
    if (number && number.start <= token.start) {
      if (number.start === token.start && !isItem(text, start + token.start, start + token.end))
        said.push(figureOf(number) + gluedTo(token.key, number.glued));
      continue;
    }
    if (token.kind === "number" && isItem(text, start + token.start, start + token.end)) continue;
    const word = read.words[at]!;
    said.push(
      token.kind === "mark"
        ? markOf(text, start + token.start, start + token.end, rules)
        : (rules.compass.get(word) ?? wordOf(token, rules)),
    );
  }
  return said.join("");
}

/** A team "says" and "say" the same: both forms of a verb of saying. */
const verbOf = (key: string, { saying }: Rules): string | null =>
  key.length > 3 && key.endsWith("s") && saying.has(key) && saying.has(key.slice(0, -1)) ? key.slice(0, -1) : null;

/** "6-8" is "six to eight". */
const figure = (key: string): string =>
  /^\d+(?:-\d+)+$/.test(key)
    ? key
        .split("-")
        .map((part) => `#${part}#`)
        .join("–")
    : `#${key}#`;

const isItem = (text: string, start: number, end: number): boolean =>
  end - start <= 2 &&
  ITEM_AFTER.test(text.slice(end, end + 2)) &&
  ITEM_BEFORE.test(text.slice(Math.max(0, start - 8), start));

function markOf(text: string, start: number, end: number, rules: Rules): string {
  const mark = text.slice(start, end);
  const [before, after] = [text.slice(Math.max(0, start - 1), start), text.slice(end, end + 2)];
  if (DASH.test(mark)) return /^\p{Nd}/u.test(after) && /^$|[\s([]/u.test(before) ? "−" : "";
  if (QUOTE.test(mark))
    return (mark === "«" ? FRENCH_OPENED : OPENED).test(after) && !LETTER_OR_FIGURE.test(before) ? "“" : "";
  if (mark === "&") return rules.and;
  return SILENT.test(mark) ? "" : mark;
}

/** "5km" is "5 km". */
const figureOf = ({ key, unit }: NumberTerm): string =>
  LETTERS.test(unit) ? figure(key.slice(unit.length)) + unit : figure(key);

const LETTERS = /^\p{L}+$/u;

/** "one-year" is "one year". */
const gluedTo = (key: string, glued: string): string =>
  glued === "" || !HYPHEN.test(key) ? "" : key.slice(key.search(HYPHEN)).replace(HYPHENS, "").toLowerCase();

const HYPHEN = /[-‐‑]/;
const HYPHENS = /[-‐‑]/g;

/** Accents may be left out of names; in other words they tell words apart ("schon" and "schön"). */
function wordOf({ key, kind }: Token, rules: Rules): string {
  if (ADDRESS.test(key)) return "§";
  if (SHORT_CAPITALS.test(key)) return key;
  const verb = verbOf(key, rules);
  if (verb !== null) return verb;
  const plain = key.replace(/[.'’‘\-‐‑]/g, "");
  return kind === "word" && OPENS_CAPITAL.test(key) && !rules.nounsCapitalised
    ? fold(key).replace(/\s/g, "")
    : plain.toLowerCase();
}
