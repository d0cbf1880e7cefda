import type { Token } from "#language/token";

/** A term of one to a few words; forms of one word share a key. */
export interface Entry {
  readonly words: readonly string[];
  readonly key: string;
}

/** Terms by their first word. */
export type Lexicon = ReadonlyMap<string, readonly Entry[]>;

/** Reads a list as the rules have it: terms parted by spaces, "_" for a space within one, "/" between forms of one. */
export function lexiconOf(list: string): Lexicon {
  const byFirst = new Map<string, Entry[]>();
  for (const forms of list.split(" ")) {
    const [key] = forms.split("/");
    for (const term of forms.split("/")) {
      const words = term.split("_");
      const same = byFirst.get(words[0]!);
      if (same) same.push({ words, key: key! });
      else byFirst.set(words[0]!, [{ words, key: key! }]);
    }
  }
  // Of two terms that begin alike the longer one is meant.
  for (const terms of byFirst.values()) terms.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

/** The term at `at`; `words` are the lower-case keys of the tokens. */
export const entryAt = (lexicon: Lexicon, words: readonly string[], at: number): Entry | undefined =>
  lexicon.get(words[at]!)?.find((entry) => entry.words.every((word, k) => words[at + k] === word));

export const lowerKeys = (tokens: readonly Token[]): readonly string[] =>
  tokens.map((token) => token.key.toLowerCase());

/** All terms at `at`, of one to several words. */
export const entriesAt = (lexicon: Lexicon, words: readonly string[], at: number): readonly Entry[] =>
  lexicon.get(words[at]!)?.filter((entry) => entry.words.every((word, k) => words[at + k] === word)) ?? [];
