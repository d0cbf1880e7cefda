import { UNSPACED } from "./scripts.ts";

const SPACED_WORD = new RegExp(`[[\\p{L}\\p{N}]--[${UNSPACED}]][[\\p{L}\\p{M}\\p{N}'’.,\\-]--[${UNSPACED}]]*`, "gv");
const UNSPACED_LETTER = new RegExp(`[[${UNSPACED}]&&\\p{L}]`, "gv");
/** A word of Chinese, Japanese or Thai has about two letters; a dictionary would be 40 times slower for a count. */
const LETTERS_PER_WORD = 2;

/** Number of words in a text; an estimate in scripts without spaces. */
export function countWords(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(SPACED_WORD)) count += 1;
  let letters = 0;
  for (const _ of text.matchAll(UNSPACED_LETTER)) letters += 1;
  return count + Math.ceil(letters / LETTERS_PER_WORD);
}
