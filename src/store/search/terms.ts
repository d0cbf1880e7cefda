import { wordsOf } from "#query/words";

/** Folded words that must stand next to each other; a plain word is a term of one. */
export type Term = readonly string[];

/** More than anybody types; each term costs a pass over its postings. */
const MAX_QUERY_LENGTH = 400;
const MAX_TERMS = 24;

/**
 * What a person typed, as terms that must all match: words, and "quoted phrases" in any kind of double quotes. An
 * unclosed quote reaches to the end. What has no letter or digit is dropped; nothing is ever an operator.
 */
export function parseQuery(text: string): readonly Term[] {
  const pieces = text.slice(0, MAX_QUERY_LENGTH).split(/["“”„‟«»＂]/);
  const terms = pieces.flatMap((piece, index) => (index % 2 === 1 ? [piece] : piece.split(/\s+/)));
  const folded = terms.map((term) => wordsOf(term).map((word) => word.folded)).filter((term) => term.length > 0);
  const distinct = new Map(folded.map((term) => [term.join(" "), term]));
  return [...distinct.values()].slice(0, MAX_TERMS);
}
