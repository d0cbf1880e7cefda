import { anchor } from "#collate/align/anchors";
import { findCandidates } from "#collate/align/candidates";
import { featureSpace } from "#collate/align/features";
import { ALIKE, matchPairs } from "#collate/align/match";
import type { Sentence } from "./read.ts";
import type { Strand } from "./strand.ts";

/** Least similarity of two sentences to be one in two wordings; less reads as one that went and one that came. */
const SAME = 0.35;

/** Who takes which part while a version is read. */
interface Cast {
  readonly read: readonly Sentence[];
  readonly byKey: ReadonlyMap<number, readonly Strand[]>;
  /** The strand of each sentence, as far as known, and the sentence of each strand that has one. */
  readonly found: (Strand | undefined)[];
  readonly places: Map<Strand, number>;
  /** Strands of the version before that have no sentence yet. */
  readonly going: Set<Strand>;
}

/**
 * Which strands go on or come back in the sentences of a version: those in the same words, then those that had these words
 * before, then those in similar words. Undefined where a sentence is new.
 */
export function continued(
  present: readonly Strand[],
  byKey: ReadonlyMap<number, readonly Strand[]>,
  read: readonly Sentence[],
): readonly (Strand | undefined)[] {
  const { oldToNew, newToOld } = anchor(
    Int32Array.from(present, (strand) => strand.wordings.at(-1)!.key),
    Int32Array.from(read, (sentence) => sentence.key),
  );
  const found = Array.from(newToOld, (i) => (i === -1 ? undefined : present[i]));
  const places = new Map<Strand, number>();
  for (const [k, strand] of found.entries()) if (strand) places.set(strand, k);
  const cast = { read, byKey, found, places, going: new Set(present.filter((_, i) => oldToNew[i] === -1)) };
  keepFirst(cast);
  for (const k of read.keys()) if (!found[k]) comeBack(cast, k);
  for (const [strand, k] of edited([...cast.going], present, read, found)) found[k] = strand;
  return found;
}

/** Of sentences with the same words those that came last go first: what the article had from the beginning, it has still. */
function keepFirst(cast: Cast): void {
  for (const strand of cast.going) {
    const { key } = strand.wordings.at(-1)!;
    const known = cast.byKey.get(key)!;
    const younger = known.findLast(
      (other) => cast.places.has(other) && cast.read[cast.places.get(other)!]!.key === key,
    );
    if (!younger || !known.includes(strand) || known.indexOf(younger) < known.indexOf(strand)) continue;
    const place = cast.places.get(younger)!;
    cast.places.delete(younger);
    settle(cast, strand, place);
    cast.going.add(younger);
  }
}

/**
 * Gives a sentence to a strand that had its words before. Where all of those stand for others now, one of them is freed by
 * a second strand that had the words of its present sentence: refrains are as good as each other.
 */
function comeBack(cast: Cast, k: number): void {
  const { read, byKey, places } = cast;
  const { key } = read[k]!;
  const back = idle(cast, key);
  if (back) {
    settle(cast, back, k);
    return;
  }
  for (const strand of byKey.get(key) ?? []) {
    const place = places.get(strand);
    const other = place === undefined || read[place]!.key === key ? undefined : idle(cast, read[place]!.key);
    if (!other) continue;
    settle(cast, other, place!);
    settle(cast, strand, k);
    return;
  }
}

/** The first strand that ever had these words and has no sentence now. */
const idle = ({ byKey, places, going }: Cast, key: number): Strand | undefined =>
  byKey.get(key)?.find((strand) => !places.has(strand) && (!strand.alive || going.has(strand)));

function settle({ found, places, going }: Cast, strand: Strand, k: number): void {
  found[k] = strand;
  places.set(strand, k);
  going.delete(strand);
}

/** Which of the sentences that went came back in other words, with the number of the new sentence. */
function edited(
  going: readonly Strand[],
  present: readonly Strand[],
  read: readonly Sentence[],
  found: readonly (Strand | undefined)[],
): (readonly [Strand, number])[] {
  const coming = [...read.keys()].filter((k) => !found[k]);
  if (going.length === 0 || coming.length === 0) return [];
  const space = featureSpace(
    going.map((strand) => strand.wordings.at(-1)!.text),
    coming.map((k) => read[k]!.text),
  );
  const places = new Map(present.map((strand, i) => [strand, (i + 1) / (present.length + 1)]));
  const pairs = matchPairs(
    findCandidates(space).filter((candidate) => candidate.similarity >= SAME),
    space,
    {
      old: Float64Array.from(going, (strand) => places.get(strand)!),
      new: Float64Array.from(coming, (k) => (k + 1) / (read.length + 1)),
    },
    ALIKE,
  );
  return pairs.map((pair) => [going[pair.old]!, coming[pair.new]!]);
}
