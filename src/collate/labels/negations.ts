import { termAt } from "#language/rules/lexicon";
import type { Rules } from "#language/rules/rules";
import type { ReadSide } from "./read-place.ts";
import type { Term } from "./terms.ts";

/** Words between the two parts of one negation: "ne paiera pas". */
const MAX_BETWEEN = 2;

/** What denies: a word, an ending ("won't") or two words around a verb. Phrases like "not only" deny nothing. */
export function negationsIn(side: ReadSide, rules: Rules): Term[] {
  const found: (Term & { readonly last: number })[] = [];
  if (rules.negations.size === 0) return found;
  for (let at = 0; at < side.tokens.length; ) {
    const passed = termAt(rules.notNegations, side.words, at);
    const length = passed === 0 ? negationAt(side, rules, at) : 0;
    const last = at + length - 1;
    if (length > 0) {
      const before = found.at(-1);
      const { start } = side.tokens[at]!;
      const { end } = side.tokens[last]!;
      const joins = before && at - before.last <= MAX_BETWEEN + 1 && !marksBetween(side, before.last, at);
      if (joins) found.splice(-1, 1, { key: "not", start: before.start, end, last });
      else found.push({ key: keyOf(side.words, at, last, rules), start, end, last });
    }
    at += Math.max(1, passed, length);
  }
  return found;
}

function negationAt({ words }: ReadSide, { negations, negatedEnding, negatedBeginning }: Rules, at: number): number {
  const length = termAt(negations, words, at);
  if (length > 0) return length;
  const word = words[at]!;
  const negated =
    (negatedEnding !== null && word.endsWith(negatedEnding)) ||
    (negatedBeginning !== null && word.startsWith(negatedBeginning));
  return negated ? 1 : 0;
}

/** "won't" and "not" are one negation. */
const keyOf = (words: readonly string[], first: number, last: number, { negatedEnding }: Rules): string =>
  negatedEnding !== null && words[first]!.endsWith(negatedEnding) ? "not" : words.slice(first, last + 1).join(" ");

const marksBetween = ({ tokens }: ReadSide, before: number, at: number): boolean =>
  tokens.slice(before + 1, at).some(({ kind }) => kind === "mark");
