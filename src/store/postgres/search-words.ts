import { isUnspaced, wordsOf } from "#query/words";
import type { Term } from "#store/search/terms";

/**
 * The folded words of a text as they are stored: in order, parted by spaces, each sign of a script without spaces followed
 * by the pair that it makes with the next one ("東 東京 京"). The index has single signs and pairs, of which a pair is in
 * few paragraphs; a phrase is verified by looking for its own such form in the text's.
 */
export const indexedWords = (text: string): string => withPairs(wordsOf(text).map((word) => word.folded)).join(" ");

function withPairs(words: readonly string[]): readonly string[] {
  const units: string[] = [];
  for (const [at, word] of words.entries()) {
    units.push(word);
    const next = words[at + 1];
    if (next !== undefined && isUnspaced(word) && isUnspaced(next)) units.push(word + next);
  }
  return units;
}

export interface WordQuery {
  /** All of which a paragraph must have. */
  readonly units: readonly string[];
  /** Of which each must stand in the stored form, between spaces. */
  readonly phrases: readonly string[];
}

export function wordQuery(terms: readonly Term[]): WordQuery {
  const units = terms.map(withPairs);
  return {
    units: [...new Set(units.flat())],
    phrases: units.filter((phrase) => phrase.length > 1).map((phrase) => ` ${phrase.join(" ")} `),
  };
}
