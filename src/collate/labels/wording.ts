import { isMonth } from "#language/months";
import { type Lexicon, termAt } from "#language/rules/lexicon";
import type { Rules } from "#language/rules/rules";
import type { Label } from "#model/change";
import { negationsIn } from "./negations.ts";
import { type Context, placeAt, type ReadPlace, type ReadSide, type Spot } from "./read-place.ts";
import { added, became, removed } from "./reason.ts";
import { type Exchange, exchanges, type Term, wordsOf } from "./terms.ts";

/** Hedges, negations and judging words that came or went within a sentence that stayed. */
export function wordingLabels(reading: ReadPlace, { rules }: Context): Label[] {
  const within = (find: (side: ReadSide) => readonly Term[]) =>
    exchanges(reading, find).filter(({ spot }) => !spot.wholeSentences);
  return [
    ...within((side) => hedgesIn(side, rules)).flatMap((exchange) => hedging(exchange, reading)),
    ...within((side) => negationsIn(side, rules)).flatMap((exchange) => negating(exchange, reading)),
    ...within((side) => termsIn(side, rules.loaded)).flatMap((exchange) => judging(exchange, reading)),
  ];
}

/** One hedge for another leaves the claim about as sure as it was. */
function hedging(exchange: Exchange, reading: ReadPlace): Label[] {
  const { spot, removed: gone, added: come } = exchange;
  const rest = Math.min(gone.length, come.length);
  return [
    ...gone.slice(rest).map((term) => wentAway("hedge-removed", term, spot, reading)),
    ...come.slice(rest).map((term) => came("hedge-added", term, spot, reading)),
  ];
}

/** One negation for another ("not" and "never") leaves the claim denied. */
function negating(exchange: Exchange, reading: ReadPlace): Label[] {
  const { spot, removed: gone, added: come } = exchange;
  const rest = Math.min(gone.length, come.length);
  return [
    ...gone.slice(rest).map((term) => wentAway("negation", term, spot, reading)),
    ...come.slice(rest).map((term) => came("negation", term, spot, reading)),
  ];
}

function judging({ spot, removed: gone, added: come }: Exchange, reading: ReadPlace): Label[] {
  const labels: Label[] = [];
  for (let k = 0; k < Math.max(gone.length, come.length); k += 1) {
    const old = gone[k] && wordsOf(reading.old, gone[k]!);
    const next = come[k] && wordsOf(reading.new, come[k]!);
    const before = reading.old.text.slice(spot.edit.oldStart, spot.edit.oldEnd);
    const after = reading.new.text.slice(spot.edit.newStart, spot.edit.newEnd);
    const tell = (reason: string) =>
      labels.push({ kind: "loaded-word", reason, place: placeAt(reading, spot, gone[k], come[k]) });
    if (old && next) tell(became(old, next));
    else if (old) tell(isShort(after) ? became(old, after) : removed(old));
    else if (next) tell(isShort(before) ? became(before, next) : added(next));
  }
  return labels;
}

/** A wording short enough to be what the judging word stood for. */
const isShort = (words: string): boolean => words.trim() !== "" && words.trim().split(/\s+/).length <= 2;

const wentAway = (kind: Label["kind"], term: Term, spot: Spot, reading: ReadPlace): Label => ({
  kind,
  reason: removed(wordsOf(reading.old, term)),
  place: placeAt(reading, spot, term),
});

const came = (kind: Label["kind"], term: Term, spot: Spot, reading: ReadPlace): Label => ({
  kind,
  reason: added(wordsOf(reading.new, term)),
  place: placeAt(reading, spot, null, term),
});

function hedgesIn(side: ReadSide, rules: Rules): Term[] {
  const beforeNumber = (at: number): boolean =>
    side.tokens[at]?.kind === "number" || rules.numbers.has(side.words[at] ?? "");
  const figures = termsIn(side, rules.approximate, beforeNumber);
  return [...termsIn(side, rules.hedges), ...figures].sort((a, b) => a.start - b.start);
}

/** Terms of a list in the order of the text; `followed` may ask something of the token after. */
export function termsIn(side: ReadSide, lexicon: Lexicon, followed: (at: number) => boolean = () => true): Term[] {
  const found: Term[] = [];
  if (lexicon.size === 0) return found;
  for (let at = 0; at < side.tokens.length; at += 1) {
    const length = termAt(lexicon, side.words, at);
    // "May" and "Mars" are months before they are anything else.
    if (length === 0 || isMonth(side.tokens[at]!.key) || !followed(at + length)) continue;
    const last = at + length - 1;
    found.push({
      key: side.words.slice(at, last + 1).join(" "),
      start: side.tokens[at]!.start,
      end: side.tokens[last]!.end,
    });
    at = last;
  }
  return found;
}
