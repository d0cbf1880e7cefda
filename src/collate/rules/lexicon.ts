import type { Token } from "../token.ts";

/** Terms of one to a few words, by their first word. */
export type Lexicon = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Reads a list as the rules have it: terms parted by spaces, "_" for a space within one. */
export function lexiconOf(list: string): Lexicon {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const term of list.split(" ")) {
    const words = term.split("_");
    const same = byFirst.get(words[0]!);
    if (same) same.push(words);
    else byFirst.set(words[0]!, [words]);
  }
  // Of two terms that begin alike the longer one is meant.
  for (const terms of byFirst.values()) terms.sort((a, b) => b.length - a.length);
  return byFirst;
}

/** Number of tokens of the term that stands at `at`; 0 when none does. `words` are the lower-case keys of the tokens. */
export function termAt(lexicon: Lexicon, words: readonly string[], at: number): number {
  for (const term of lexicon.get(words[at]!) ?? [])
    if (term.every((word, k) => words[at + k] === word)) return term.length;
  return 0;
}

export const lowerKeys = (tokens: readonly Token[]): readonly string[] =>
  tokens.map((token) => token.key.toLowerCase());
