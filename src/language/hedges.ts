import type { ReadText } from "./read-text.ts";
import type { Rules } from "./rules/rules.ts";
import { type Term, termsIn } from "./term.ts";

/** Words that make a statement less certain; those of figures ("about") only before a number. */
export function hedgesIn(read: ReadText, rules: Rules): Term[] {
  const beforeNumber = (at: number): boolean =>
    read.tokens[at]?.kind === "number" || rules.numbers.has(read.words[at] ?? "");
  const figures = termsIn(read, rules.approximate, beforeNumber);
  return [...termsIn(read, rules.hedges), ...figures].sort((a, b) => a.start - b.start);
}
