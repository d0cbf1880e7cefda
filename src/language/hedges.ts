import type { ClaimWords } from "./claims/claim-words.ts";
import type { ReadText } from "./read-text.ts";
import { entryAt } from "./rules/lexicon.ts";
import { type Found, termsBetween } from "./rules/terms-between.ts";

/** A number after a hedge makes it one of the figure, which is no doubt about the claim. */
const isOfFigure = ({ tokens }: ReadText, { end }: Found): boolean => tokens[end]?.kind === "number";

/** Words that leave open whether a statement is so, among the tokens from `first` to before `end`. */
export const doubtsBetween = (read: ReadText, first: number, end: number, claims: ClaimWords): Found[] =>
  termsBetween(read, first, end, claims.hedges, claims.notHedges).filter(
    (found) => !isOfFigure(read, found) && !isMonth(read, found),
  );

/** "May" with a capital within a sentence is the month. */
const isMonth = ({ tokens, words }: ReadText, { at }: Found): boolean =>
  words[at] === "may" && tokens[at]!.key === "May" && at > 0 && tokens[at - 1]!.kind !== "mark";

/** Words that say that something is meant to happen; `marked` adds every infinitive ("Orvik to close"), as headlines have them. */
export function plansBetween(read: ReadText, first: number, end: number, claims: ClaimWords, marked: boolean): Found[] {
  const plans = termsBetween(read, first, end, claims.plans);
  if (!marked || claims.infinitive === "") return plans;
  const to = words(read, first, end).indexOf(claims.infinitive);
  // Only where nothing but the name of somebody goes before it: "Orvik to close", not "Orvik bids to close".
  if (to < 1 || plans.some(({ at, end: stop }) => at <= first + to && first + to < stop)) return plans;
  if (!isLower(read, first + to + 1) || first + to + 1 >= end) return plans;
  for (let at = first; at < first + to; at += 1)
    if (isLower(read, at) && !entryAt(claims.sources, read.words, at)) return plans;
  return [{ at: first + to, end: first + to + 1, key: claims.infinitive }, ...plans];
}

const words = ({ words: all }: ReadText, first: number, end: number): readonly string[] => all.slice(first, end);
const isLower = ({ tokens }: ReadText, at: number): boolean => /^\p{Ll}/u.test(tokens[at]?.key ?? "");
