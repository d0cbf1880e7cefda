import type { Label } from "#model/change";
import { isMonth } from "../months.ts";
import type { Rules } from "../rules/find.ts";
import { type Lexicon, termAt } from "../rules/lexicon.ts";
import type { Context, Reading, SideReading } from "./reading.ts";
import { added, became, removed } from "./reason.ts";
import { type Exchange, exchanges, type Term, wordsOf } from "./terms.ts";

/** Hedges, negations and judging words that came or went within a sentence that stayed. */
export function wordingLabels(reading: Reading, { rules }: Context): Label[] {
  const within = (find: (side: SideReading) => readonly Term[]) =>
    exchanges(reading, find).filter(({ spot }) => !spot.wholeSentences);
  return [
    ...within((side) => hedgesIn(side, rules)).flatMap((exchange) => hedging(exchange, reading)),
    ...within((side) => negationsIn(side, rules)).flatMap((exchange) => negating(exchange, reading)),
    ...within((side) => termsIn(side, rules.loaded)).flatMap((exchange) => judging(exchange, reading)),
  ];
}

/** One hedge for another leaves the claim about as sure as it was. */
function hedging(exchange: Exchange, reading: Reading): Label[] {
  const { spot, removed: gone, added: come } = exchange;
  const rest = Math.min(gone.length, come.length);
  return [
    ...gone.slice(rest).map((term) => told("hedge-removed", removed(wordsOf(reading.old, term)), spot)),
    ...come.slice(rest).map((term) => told("hedge-added", added(wordsOf(reading.new, term)), spot)),
  ];
}

/** One negation for another ("not" and "never") leaves the claim denied. */
function negating(exchange: Exchange, reading: Reading): Label[] {
  const { spot, removed: gone, added: come } = exchange;
  const rest = Math.min(gone.length, come.length);
  return [
    ...gone.slice(rest).map((term) => told("negation", removed(wordsOf(reading.old, term)), spot)),
    ...come.slice(rest).map((term) => told("negation", added(wordsOf(reading.new, term)), spot)),
  ];
}

function judging({ spot, removed: gone, added: come }: Exchange, reading: Reading): Label[] {
  const labels: Label[] = [];
  for (let k = 0; k < Math.max(gone.length, come.length); k += 1) {
    const old = gone[k] && wordsOf(reading.old, gone[k]!);
    const neu = come[k] && wordsOf(reading.new, come[k]!);
    const before = reading.old.text.slice(spot.edit.oldStart, spot.edit.oldEnd);
    const after = reading.new.text.slice(spot.edit.newStart, spot.edit.newEnd);
    if (old && neu) labels.push(told("loaded-word", became(old, neu), spot));
    else if (old) labels.push(told("loaded-word", isShort(after) ? became(old, after) : removed(old), spot));
    else if (neu) labels.push(told("loaded-word", isShort(before) ? became(before, neu) : added(neu), spot));
  }
  return labels;
}

/** A wording short enough to be what the judging word stood for. */
const isShort = (words: string): boolean => words.trim() !== "" && words.trim().split(/\s+/).length <= 2;

const told = (kind: Label["kind"], reason: string, { place }: Exchange["spot"]): Label => ({ kind, reason, place });

function hedgesIn(side: SideReading, rules: Rules): Term[] {
  const beforeNumber = (at: number): boolean =>
    side.tokens[at]?.kind === "number" || rules.numbers.has(side.words[at] ?? "");
  const figures = termsIn(side, rules.approximate, beforeNumber);
  return [...termsIn(side, rules.hedges), ...figures].sort((a, b) => a.start - b.start);
}

function negationsIn(side: SideReading, rules: Rules): Term[] {
  const terms = termsIn(side, rules.negations);
  const ending = rules.negatedEnding;
  if (ending === null) return terms;
  const ended = side.tokens
    .filter((_, at) => side.words[at]!.endsWith(ending))
    .map((token) => ({ ...token, key: "not" }));
  return [...terms, ...ended].sort((a, b) => a.start - b.start);
}

/** Terms of a list in the order of the text; `followed` may ask something of the token after. */
export function termsIn(side: SideReading, lexicon: Lexicon, followed: (at: number) => boolean = () => true): Term[] {
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
