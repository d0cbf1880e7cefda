import { numbersIn } from "./numerals.ts";
import type { ReadText } from "./read-text.ts";
import type { Rules } from "./rules/rules.ts";
import type { Term } from "./term.ts";

/** An article with the noun it counts as one, or a number with its noun. */
export interface CountedNoun extends Term {
  readonly noun: string;
  readonly article: boolean;
}

/** "a year" and "two years", in the order of the text. */
export function countedNounsIn(read: ReadText, rules: Rules): CountedNoun[] {
  const { tokens, words } = read;
  const articles = tokens.flatMap((token, at): CountedNoun[] => {
    const noun = tokens[at + 1];
    if (!rules.articles.has(words[at]!) || noun?.kind !== "word" || rules.articles.has(words[at + 1]!)) return [];
    return [{ start: token.start, end: noun.end, key: "1", noun: words[at + 1]!, article: true }];
  });
  const after = new Map(tokens.map((token, at) => [token.end, at + 1]));
  const numbers = numbersIn(read, rules).flatMap((term): CountedNoun[] => {
    const at = after.get(term.end);
    const noun = at === undefined ? undefined : tokens[at];
    if (noun?.kind !== "word" || term.value === null || term.value === 1 || term.unit !== "") return [];
    return [{ start: term.start, end: noun.end, key: term.key, noun: words[at!]!, article: false }];
  });
  return [...articles, ...numbers].sort((a, b) => a.start - b.start);
}

/** Letters in which a noun and its plural may differ at the end: "year" and "years", "mes" and "meses". */
const PLURAL = 2;

/** One noun in singular and plural, as far as its first letters show it. */
export function isSameNoun(a: string, b: string): boolean {
  const length = Math.max(a.length, b.length);
  let same = 0;
  while (same < length && a[same] === b[same]) same += 1;
  return same >= 2 && length - same <= PLURAL;
}
