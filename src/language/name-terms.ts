import { fold, squeezed } from "./fold.ts";
import { nameSpans, startsSentence } from "./names.ts";
import { NOT_NAMES } from "./not-names.ts";
import type { ReadText } from "./read-text.ts";
import { regionNames } from "./regions.ts";
import { languageWith } from "./rules/find.ts";
import type { Rules } from "./rules/rules.ts";
import type { Term } from "./term.ts";

/** "Millionen Euro" and "Drei Viertel" have capitals only because nouns and sentences begin with them. */
const isNotAName = (word: string, { weekdays, relativeDays, scales, numbers }: Rules): boolean =>
  weekdays.has(word) || relativeDays.has(word) || scales.has(word) || numbers.has(word);

/** "PDF" and "MB" are not names. */
export const isAcronym = (name: string): boolean => /^(?:\p{Lu}\.?){1,3}s?$/u.test(name);

/** The name in "Venn's" is "Venn", in "Ankara'dan" it is "Ankara". */
const OWNED = /(?<=\p{L})['’]\p{Ll}{0,4}$/u;
/** "MobileGov", "iPhone", "18F". */
const CAMEL = /\p{Ll}\p{Lu}/u;

/** A name with what speaks for it. */
export interface Name extends Term {
  /** As it is written, without titles before it and without what is put to its end. */
  readonly words: string;
  /** Its first word has a capital because a sentence begins with it, and may be none of the name. */
  readonly opening: boolean;
}

/**
 * Names of a text. A capital alone is no sign of one where a sentence begins, or in a language that writes every noun with one: a
 * single word then needs another, such as a title before it, or that `isNamed` has seen it elsewhere.
 */
export function namesIn(read: ReadText, rules: Rules, isNamed: (word: string) => boolean = () => false): Name[] {
  const found: Name[] = [];
  for (const { first, end } of nameSpans(read.text, read.tokens, false)) {
    let from = first;
    while (from < end && isBefore(read, rules, from, end)) from += 1;
    let to = end;
    while (to > from && isThing(read.words[to - 1]!)) to -= 1;
    const own = read.words.slice(from, to);
    if (own.length === 0 || own.some((word) => isNotAName(word, rules))) continue;
    const opening =
      startsSentence(read.text, read.tokens, from) ||
      OPENED.test(read.text.slice(0, read.tokens[from]!.start).slice(-2));
    const name = nameAt(read, from, to, opening);
    if (to - from > 1 || isSure(read, rules, from, name, isNamed)) found.push(name);
  }
  return found;
}

/** A single quotation mark that opens. */
const OPENED = /(?:^|\s)['‘]$/u;

/** A title, or a word that only begins a sentence. */
function isBefore({ text, tokens, words }: ReadText, { titles }: Rules, at: number, end: number): boolean {
  if (tokens[at]!.kind === "mark") return true;
  const word = words[at]!.replace(/^(?:ex|vice)-/, "");
  if (isThing(word) && (at + 1 === end || startsSentence(text, tokens, at) || word !== words[at])) return true;
  return titles.has(word) && (at + 1 < end || startsSentence(text, tokens, at));
}

const isThing = (word: string): boolean => NOT_NAMES.has(word) || NOT_NAMES.has(word.replace(/s$/, ""));

/** "Saudi" of "Saudi-backed". */
const BACKED = /^(\p{Lu}[\p{L}\p{M}.]*(?:[-‐‑]\p{Lu}[\p{L}\p{M}.]*)*)[-‐‑]\p{Ll}[\p{L}\p{M}]*$/u;

function nameAt({ text, tokens }: ReadText, from: number, to: number, opening: boolean): Name {
  const { start } = tokens[from]!;
  const words = text
    .slice(start, tokens[to - 1]!.end)
    .replace(OWNED, "")
    .replace(BACKED, "$1");
  return { key: squeezed(words), words: words.replace(/\s+/g, " "), start, end: start + words.length, opening };
}

/** A single word with a capital is a name. */
function isSure(
  { tokens, words }: ReadText,
  rules: Rules,
  at: number,
  { words: name, opening }: Name,
  isNamed: (word: string) => boolean,
): boolean {
  // "MB" after a number is its unit, and one letter is an item or a point.
  if (name.length < 2 || isThing(name.toLowerCase()) || (tokens[at - 1]?.kind === "number" && isAcronym(name)))
    return false;
  if (rules.titles.has(words[at - 1] ?? "") || CAMEL.test(name)) return true;
  if (/^(?:\p{Lu}\.?){2,5}$/u.test(name)) return true;
  if (!opening && !rules.nounsCapitalised) return true;
  const language = languageWith(rules);
  return (!rules.nounsCapitalised && isNamed(name)) || (language !== null && regionNames(language).has(fold(name)));
}

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
