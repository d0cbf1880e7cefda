import { fold, squeezed } from "./fold.ts";
import { nameSpans, startsSentence } from "./names.ts";
import type { ReadText } from "./read-text.ts";
import type { Rules } from "./rules/rules.ts";
import type { Term } from "./term.ts";

/** "Millionen Euro" and "Drei Viertel" have capitals only because nouns and sentences begin with them. */
const isNotAName = (word: string, { weekdays, relativeDays, scales, numbers }: Rules): boolean =>
  weekdays.has(word) || relativeDays.has(word) || scales.has(word) || numbers.has(word);

/** "PDF" and "MB" are not names. Acronyms that are names ("EU") are found where they stand for another name. */
export const isAcronym = (name: string): boolean => /^(?:\p{Lu}\.?){1,3}s?$/u.test(name);

/** The name in "Venn's" is "Venn". */
const OWNED = /['’]s$/;

/** A single capitalised word is a name if it opens no sentence and its language does not give every noun a capital. */
export function namesIn(read: ReadText, rules: Rules): Term[] {
  return nameSpans(read.text, read.tokens)
    .filter(({ first, end }) => {
      const own = read.words.slice(first, end);
      if (own.some((word) => isNotAName(word, rules))) return false;
      // "MB" after a number is its unit.
      if (end - first === 1 && read.tokens[first - 1]?.kind === "number" && isAcronym(read.tokens[first]!.key))
        return false;
      const titled = rules.titles.has(read.words[first - 1] ?? "");
      if (end - first > 1 || titled) return true;
      return !rules.nounsCapitalised && !startsSentence(read.text, read.tokens, first);
    })
    .map(({ first, end }) => {
      const start = read.tokens[first]!.start;
      const last = read.tokens[end - 1]!.end;
      const words = read.text.slice(start, last);
      const name = words.replace(OWNED, "");
      return { key: squeezed(name), start, end: start + name.length };
    });
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
