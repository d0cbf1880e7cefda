import { isMonth } from "./months.ts";
import type { ReadText } from "./read-text.ts";
import { type Lexicon, termAt } from "./rules/lexicon.ts";

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

/** Terms of a list in the order of the text; `followed` may ask something of the token after. */
export function termsIn(read: ReadText, lexicon: Lexicon, followed: (at: number) => boolean = () => true): Term[] {
  const found: Term[] = [];
  if (lexicon.size === 0) return found;
  for (let at = 0; at < read.tokens.length; at += 1) {
    const length = termAt(lexicon, read.words, at);
    // "May" and "Mars" are months before they are anything else.
    if (length === 0 || isMonth(read.tokens[at]!.key) || !followed(at + length)) continue;
    const last = at + length - 1;
    found.push({
      key: read.words.slice(at, last + 1).join(" "),
      start: read.tokens[at]!.start,
      end: read.tokens[last]!.end,
    });
    at = last;
  }
  return found;
}
