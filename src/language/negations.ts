import type { ClaimWords } from "./claims/claim-words.ts";
import type { ReadText } from "./read-text.ts";
import { entryAt } from "./rules/lexicon.ts";
import type { Found } from "./rules/terms-between.ts";

/** Words between the two parts of one denial: "ne paiera pas". */
const MAX_BETWEEN = 2;

/** What denies: a word, an ending ("won't") or two words around a verb. Phrases like "not only" deny nothing. */
export function denialsBetween(read: ReadText, first: number, end: number, claims: ClaimWords): Found[] {
  const found: Found[] = [];
  if (claims.denials.size === 0) return found;
  for (let at = first; at < end; ) {
    const passed = entryAt(claims.notDenials, read.words, at);
    const length = passed ? 0 : denialAt(read, claims, at);
    if (length > 0) {
      const before = found.at(-1);
      const joins = before && at - before.end <= MAX_BETWEEN && !marksBetween(read, before.end, at);
      if (joins) found.splice(-1, 1, { at: before.at, end: at + length, key: before.key });
      else found.push({ at, end: at + length, key: read.words[at]! });
    }
    at += Math.max(1, passed?.words.length ?? 0, length);
  }
  return found;
}

function denialAt({ words }: ReadText, { denials, deniedBeginning, deniedEnding }: ClaimWords, at: number): number {
  const entry = entryAt(denials, words, at);
  if (entry) return entry.words.length;
  const word = words[at]!;
  const denies =
    (deniedEnding !== "" && word.endsWith(deniedEnding)) ||
    (deniedBeginning !== "" && word.startsWith(deniedBeginning));
  return denies ? 1 : 0;
}

const marksBetween = ({ tokens }: ReadText, from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ kind }) => kind === "mark");
