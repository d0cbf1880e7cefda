import { clipEnd } from "#collate/words/clip";
import { type Term, wordsOf } from "#language/term";
import type { Label } from "#model/change";
import { placeAt, type ReadPlace, type Spot } from "./read-place.ts";

/** "12 became 15", at the place of both. */
export function becameFigure(kind: "number" | "date", spot: Spot, reading: ReadPlace, old: Term, next: Term): Label {
  const reason = `${short(wordsOf(reading.old, old))} became ${short(wordsOf(reading.new, next))}`;
  return { kind, reason, place: placeAt(reading, spot, old, next) };
}

/** A figure is short; what a page writes as one need not be. */
const LONGEST = 80;

export const short = (words: string): string => clipEnd(words, LONGEST);
