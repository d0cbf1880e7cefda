import type { ReadText } from "./read-text.ts";
import type { Rules } from "./rules/rules.ts";

/** Letters at the beginning of a word that tell it: "Afghan" and "Afghanistan", "votes" and "voting" are of one kin. */
const KIN = 5;
const HYPHENS = /[-‐‑]/;
const OWNED = /['’]s?$/;
const ELIDED = /^\p{L}{1,2}['’](?=\p{L}{3})/u;

/** What a word shares with its kin: its beginning, without an article before it and what is put to its end. */
export const kinOf = (word: string): string => word.replace(ELIDED, "").replace(OWNED, "").slice(0, KIN);

/**
 * What a text speaks of: its words and figures but for those that its language uses in every sentence, each by the letters that it
 * shares with its kin. Without lists every word counts.
 */
export function mainWords({ tokens, words }: ReadText, { grammar, pronouns, clauses }: Rules): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [at, { kind }] of tokens.entries()) {
    if (kind === "mark") continue;
    for (const part of words[at]!.split(HYPHENS)) {
      const word = part.replace(ELIDED, "").replace(OWNED, "");
      if (word !== "" && !grammar.has(word) && !pronouns.has(word) && !clauses.has(word)) found.add(kinOf(word));
    }
  }
  return found;
}
