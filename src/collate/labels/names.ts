import type { Label } from "#model/change";
import { nameSpans, startsSentence } from "../names.ts";
import type { Rules } from "../rules/rules.ts";
import { fold } from "./fold.ts";
import { type Context, placeAt, type Reading, type SideReading } from "./reading.ts";
import { became, quoted } from "./reason.ts";
import { exchanges, type Term, wordsOf } from "./terms.ts";

/** Names that became others, that the article no longer has, or that are new to it. */
export function nameLabels(reading: Reading, context: Context): Label[] {
  const labels: Label[] = [];
  for (const { spot, removed, added } of exchanges(reading, (side) => namesIn(side, context.rules))) {
    const old = removed.map((term) => wordsOf(reading.old, term));
    const neu = added.map((term) => wordsOf(reading.new, term));
    const oldTerm = (name: string) => removed[old.indexOf(name)];
    const newTerm = (name: string) => added[neu.indexOf(name)];
    // Who is still there by the last name is still named.
    const gone = old.filter((name) => !context.inNew(name.slice(name.lastIndexOf(" ") + 1)));
    const come = neu.filter((name) => !context.inOld(name));
    const tell = (reason: string, before?: Term, after?: Term) =>
      labels.push({ kind: "name", reason, place: placeAt(reading, spot, before, after) });
    if (!spot.wholeSentences && old.length === neu.length) {
      for (const [k, name] of old.entries())
        if (!isFormOf(name, neu[k]!)) tell(became(name, neu[k]!), removed[k], added[k]);
      continue;
    }
    for (const name of gone)
      if (!neu.some((other) => isFormOf(name, other))) tell(`${quoted(name)} is no longer named`, oldTerm(name));
    if (spot.wholeSentences || gone.length === 0) continue;
    for (const name of come)
      if (!old.some((other) => isFormOf(name, other))) tell(`${quoted(name)} is newly named`, undefined, newTerm(name));
  }
  return labels;
}

/** "Carla Venn" and "Venn" are one name in two lengths. */
export function isFormOf(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const words = new Set(fold(long).split(" "));
  return fold(short)
    .split(" ")
    .every((word) => words.has(word));
}

/** A single capitalised word is a name where it opens no sentence and its language does not give every noun a capital. */
function namesIn(side: SideReading, rules: Rules): Term[] {
  return nameSpans(side.text, side.tokens)
    .filter(({ first, end }) => {
      const own = side.words.slice(first, end);
      // "Millionen Euro" has capitals only because nouns have them.
      if (own.some((word) => rules.weekdays.has(word) || rules.relativeDays.has(word) || rules.scales.has(word)))
        return false;
      const titled = rules.titles.has(side.words[first - 1] ?? "");
      if (end - first > 1 || titled) return true;
      return !rules.nounsCapitalised && !startsSentence(side.text, side.tokens, first);
    })
    .map(({ first, end }) => ({
      key: fold(side.words.slice(first, end).join(" ")),
      start: side.tokens[first]!.start,
      end: side.tokens[end - 1]!.end,
    }));
}
