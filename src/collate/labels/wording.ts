import { hedgesIn } from "#language/hedges";
import { negationsIn } from "#language/negations";
import type { ReadText } from "#language/read-text";
import { type Term, termsIn, wordsOf } from "#language/term";
import type { Label } from "#model/change";
import { type Exchange, exchanges } from "./exchanges.ts";
import { type Context, placeAt, type ReadPlace, type Spot } from "./read-place.ts";
import { added, became, removed } from "./reason.ts";

/** Hedges, negations and judging words that came or went within a sentence that stayed. */
export function wordingLabels(reading: ReadPlace, { rules }: Context): Label[] {
  const within = (find: (text: ReadText) => readonly Term[]) =>
    exchanges(reading, find).filter(({ spot }) => !spot.wholeSentences);
  return [
    ...within((text) => hedgesIn(text, rules)).flatMap((exchange) => hedging(exchange, reading)),
    ...within((text) => negationsIn(text, rules)).flatMap((exchange) => negating(exchange, reading)),
    ...within((text) => termsIn(text, rules.loaded)).flatMap((exchange) => judging(exchange, reading)),
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
