import type { ReadText } from "#language/read-text";
import { type Entry, entryAt, type Lexicon } from "./lexicon.ts";

/** A term of a lexicon among the tokens of a text: from `at` to before `end`. */
export interface Found {
  readonly at: number;
  readonly end: number;
  readonly key: string;
}

/** Terms among the tokens from `first` to before `end`, in order; those that `passed` holds are stepped over. */
export function termsBetween(
  { words }: ReadText,
  first: number,
  end: number,
  lexicon: Lexicon,
  passed?: Lexicon,
): Found[] {
  const found: Found[] = [];
  if (lexicon.size === 0) return found;
  for (let at = first; at < end; ) {
    const over = passed ? entryAt(passed, words, at) : undefined;
    const entry: Entry | undefined = over ? undefined : entryAt(lexicon, words, at);
    const next = at + (over ?? entry ?? ONE).words.length;
    if (entry && next <= end) found.push({ at, end: next, key: entry.key });
    at = next;
  }
  return found;
}
const ONE = { words: [""] };
