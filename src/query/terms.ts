import type { QueryTerm } from "#model/query";
import { foldedWords, isUnspaced } from "./words.ts";

/** Shorter beginnings begin too many words. */
export const MIN_PREFIX_LETTERS = 3;

/** A star at the end, whatever marks come after it. */
const STARRED = /\*[^\p{L}\p{N}]*$/u;

export interface ReadTerm {
  readonly term: QueryTerm;
  /** There was a star after too few letters. */
  readonly short: boolean;
}

/** The words of what was typed as one term; null when there are none. */
export function readTerm(text: string): ReadTerm | null {
  const words = foldedWords(text);
  const last = words.at(-1);
  if (last === undefined) return null;
  // Where words are not parted by spaces, a word is found by its beginning anyway.
  const isStarred = STARRED.test(text) && !isUnspaced(last);
  const prefix = isStarred && [...last].length >= MIN_PREFIX_LETTERS;
  return { term: { words, prefix }, short: isStarred && !prefix };
}

/** As it would be typed: a word, else between quotes; signs of scripts without spaces stand together. */
export function printTerm({ words, prefix }: QueryTerm): string {
  const isRun = words.every(isUnspaced);
  const text = words.join(isRun ? "" : " ") + (prefix ? "*" : "");
  return isRun || words.length === 1 ? text : `"${text}"`;
}
