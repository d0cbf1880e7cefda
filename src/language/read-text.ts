import { lowerKeys } from "./rules/lexicon.ts";
import type { Token } from "./token.ts";
import { tokenize } from "./tokens.ts";

/** A text whose tokens were found once, for all who look for numbers, days, names and so on in it. */
export interface ReadText {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Lower-case keys of the tokens. */
  readonly words: readonly string[];
}

export function readText(text: string): ReadText {
  const tokens = tokenize(text);
  return { text, tokens, words: lowerKeys(tokens) };
}
