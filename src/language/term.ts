import type { ReadText } from "./read-text.ts";

/** A word or a few that were found in a text. */
export interface Term {
  /** Equal keys mean the same. */
  readonly key: string;
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
}

export const wordsOf = ({ text }: ReadText, term: Pick<Term, "start" | "end">): string =>
  text.slice(term.start, term.end).replace(/\s+/g, " ").trim();
