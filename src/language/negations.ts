import type { ReadText } from "./read-text.ts";
import { termAt } from "./rules/lexicon.ts";
import type { Rules } from "./rules/rules.ts";
import type { Term } from "./term.ts";

/** Words between the two parts of one negation: "ne paiera pas". */
const MAX_BETWEEN = 2;

/** What denies: a word, an ending ("won't") or two words around a verb. Phrases like "not only" deny nothing. */
export function negationsIn(read: ReadText, rules: Rules): Term[] {
  const found: (Term & { readonly last: number })[] = [];
  if (rules.negations.size === 0) return found;
  for (let at = 0; at < read.tokens.length; ) {
    const passed = termAt(rules.notNegations, read.words, at);
    const length = passed === 0 ? negationAt(read, rules, at) : 0;
    const last = at + length - 1;
    if (length > 0) {
      const before = found.at(-1);
      const { start } = read.tokens[at]!;
      const { end } = read.tokens[last]!;
      const joins = before && at - before.last <= MAX_BETWEEN + 1 && !marksBetween(read, before.last, at);
      if (joins) found.splice(-1, 1, { key: "not", start: before.start, end, last });
      else found.push({ key: keyOf(read.words, at, last, rules), start, end, last });
    }
    at += Math.max(1, passed, length);
  }
  return found;
}

function negationAt({ words }: ReadText, { negations, negatedEnding, negatedBeginning }: Rules, at: number): number {
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

const marksBetween = ({ tokens }: ReadText, before: number, at: number): boolean =>
  tokens.slice(before + 1, at).some(({ kind }) => kind === "mark");
