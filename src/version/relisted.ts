import { comparable } from "#language/comparable";
import { tokenize } from "#language/tokens";
import type { VersionText } from "#model/version";

/** From this share of its words on a text is the hidden one again, whatever its headline. */
export const SAME_TEXT = 0.8;
/** Under the same headline a rewritten text is still the same report. */
export const SAME_REPORT = 0.3;
/** A headline that a source used so often is a title of a column, and tells nothing. */
export const COMMON_HEADLINE = 3;

/** Characters of a text that are counted: 8,000 words, of which a tenth would decide as well. */
const MAX_CHARS = 50_000;

/** How often a text has each of its words and numbers, under the keys by which texts are compared. */
export type Words = ReadonlyMap<string, number>;

/** Of the headline and everything below it. */
export function wordsOf({ headline, standfirst, corrections, blocks }: VersionText): Words {
  const words = new Map<string, number>();
  const all = [headline, standfirst, ...corrections, ...blocks.map(({ text }) => text)];
  const text = all.filter((each) => each !== null).join("\n");
  for (const { kind, key } of tokenize(text.slice(0, MAX_CHARS))) {
    const word = key.toLowerCase();
    if (kind !== "mark") words.set(word, (words.get(word) ?? 0) + 1);
  }
  return words;
}

/**
 * Containment: the share of the hidden text's words that the new text has, each word counted as often as it stands in the hidden
 * text, and found as often as the new text has it. Order does not count, nor what the new text has beside them; 0 without words.
 */
export function shareOf(hidden: Words, next: Words): number {
  let all = 0;
  let found = 0;
  for (const [word, count] of hidden) {
    all += count;
    found += Math.min(count, next.get(word) ?? 0);
  }
  return all === 0 ? 0 : found / all;
}

export const sameHeadline = (a: VersionText, b: VersionText): boolean =>
  a.headline !== null && b.headline !== null && folded(a.headline) === folded(b.headline);

const folded = (headline: string): string => comparable(headline).toLowerCase();
