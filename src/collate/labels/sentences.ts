import { featureSpace, overlap } from "#collate/align/features";
import {
  collateSentences,
  type Sentence,
  type SentenceCollation,
  type SentencePair,
} from "#collate/align/sentence-pairs";
import type { Place } from "#collate/place";
import { notesIn } from "#language/notes";
import type { Stretch } from "#language/sentences";
import { countWords } from "#language/word-count";
import type { Label, LabelKind, LabelPlace } from "#model/change";
import { type Context, placeAt, type ReadPlace, type Spot } from "./read-place.ts";
import { quoted } from "./reason.ts";

/** Whole sentences that came or went within paragraphs that stayed; neighbours with the same fate are one label. */
export function sentenceLabels(readings: readonly ReadPlace[], places: readonly Place[], context: Context): Label[] {
  const read = readings.filter((reading) => reading.field === "body" && mayHoldSentence(reading));
  if (read.length === 0) return [];
  // A sentence carried into a new paragraph, or out of one that is gone, is still in the article.
  const alone = places
    .filter(({ field, group }) => field === "body" && (group.kind === "added" || group.kind === "removed"))
    .slice(0, MAX_ALONE);
  const old = [...read.map((reading) => reading.old.text), ...alone.map(({ oldText }) => oldText)];
  const next = [...read.map((reading) => reading.new.text), ...alone.map(({ newText }) => newText)];
  const groups = old.map((text, k) => ({ old: text === "" ? [] : [k], new: next[k] === "" ? [] : [k] }));
  const found = collateSentences({ groups }, old, next);
  const pairs = read.map((reading, k) => found.groups[k]!.flatMap((pair) => parted(pair, reading, found)));
  const stands = bounded(context);
  return read.flatMap((reading, k) => [
    ...FATES.flatMap((fate) =>
      runsOf(fate, reading, pairs[k]!, found[fate.side], stands).map((run) => labelOf(fate, run)),
    ),
    ...pairs[k]!.filter(({ moved }) => moved).flatMap((pair) => movedLabel(pair, reading, found)),
  ]);
}

/** A sentence that is elsewhere now with hardly any change, said where it came to. */
function movedLabel(pair: SentencePair, reading: ReadPlace, { new: next }: SentenceCollation): Label[] {
  const sentence = next[pair.new[0] ?? -1];
  if (!sentence) return [];
  const words = reading.new.text.slice(sentence.start, sentence.end);
  const spot = takenBy(reading.spots, "new", sentence) ?? reading.spots[0];
  if (!spot || countWords(words) < LEAST_WORDS) return [];
  return [
    {
      kind: "sentence-moved",
      reason: `a sentence was moved: ${quoted(words)}`,
      place: placeAt(reading, spot, null, sentence),
    },
  ];
}

/** Added and removed paragraphs in which a sentence is looked for, and sentences looked for in the whole text. */
const MAX_ALONE = 2000;
const MAX_LOOKED_UP = 400;
/** Fewer words ("Read more.") say nothing that a reader could miss; addresses, handles and tags are no words. */
const LEAST_WORDS = 3;
const NO_WORDS = /(?:\p{L}+:\/\/|www\.|[@#])\S+/gu;
/** Share of a sentence that edits took or brought: one whose words half remain was recast. */
const GONE = 0.7;
/** Similarity from which two sentences in one place are one, whatever was done to its words. */
const ALIKE = 0.2;

interface Fate {
  readonly kind: LabelKind;
  readonly verb: string;
  readonly side: "old" | "new";
}

const FATES: readonly Fate[] = [
  { kind: "sentence-removed", verb: "removed", side: "old" },
  { kind: "sentence-added", verb: "added", side: "new" },
];

const ENDS_SENTENCE = /[\p{Sentence_Terminal}…\n]/u;

/** Asked before sentences are paired: most edits are of a word or two. */
function mayHoldSentence({ old, new: next, spots }: ReadPlace): boolean {
  const holds = (text: string, start: number, end: number, whole: boolean) =>
    end > start && (whole || ENDS_SENTENCE.test(text.slice(start, end)));
  return spots.some(
    ({ edit, wholeSentences, reworded }) =>
      !reworded &&
      (holds(old.text, edit.oldStart, edit.oldEnd, wholeSentences) ||
        holds(next.text, edit.newStart, edit.newEnd, wholeSentences)),
  );
}

/** Says whether words stand in the other version too; after so many questions, that they do. */
function bounded({ inOld, inNew }: Context): (words: string, side: "old" | "new") => boolean {
  let left = MAX_LOOKED_UP;
  return (words, side) => {
    left -= 1;
    return left < 0 || (side === "old" ? inNew(words) : inOld(words));
  };
}

/**
 * Two sentences between equal ones are paired for their place alone. Where nothing of one was left and hardly anything of it is
 * in the other, one went and the other came.
 */
function parted(pair: SentencePair, reading: ReadPlace, { old, new: next }: SentenceCollation): SentencePair[] {
  const [before, after] = [old[pair.old[0] ?? -1], next[pair.new[0] ?? -1]];
  if (pair.moved || pair.old.length !== 1 || pair.new.length !== 1 || !before || !after) return [pair];
  if (!takenBy(reading.spots, "old", before) || !takenBy(reading.spots, "new", after)) return [pair];
  const space = featureSpace(
    [reading.old.text.slice(before.start, before.end)],
    [reading.new.text.slice(after.start, after.end)],
  );
  const shared = overlap(space.old[0]!, space.new[0]!, space.weights);
  if (2 * shared >= ALIKE * (space.oldWeights[0]! + space.newWeights[0]!)) return [pair];
  return [
    { ...pair, new: [] },
    { ...pair, old: [] },
  ];
}

interface RunSentence {
  readonly words: string;
  readonly place: LabelPlace;
}

/** The sentences of one fate, neighbours together. */
function runsOf(
  { side }: Fate,
  reading: ReadPlace,
  pairs: readonly SentencePair[],
  sentences: readonly Sentence[],
  stands: (words: string, side: "old" | "new") => boolean,
): RunSentence[][] {
  const runs: RunSentence[][] = [[]];
  for (const pair of pairs) {
    if (pair[side === "old" ? "new" : "old"].length > 0) {
      if (runs.at(-1)!.length > 0) runs.push([]);
      continue;
    }
    const sentence = sentences[pair[side][0]!]!;
    const words = reading[side].text.slice(sentence.start, sentence.end);
    const spot = takenBy(reading.spots, side, sentence);
    if (!spot || countWords(words.replace(NO_WORDS, "")) < LEAST_WORDS || stands(words, side)) continue;
    // Notes of correction have a label of their own.
    if (notesIn(words).length > 0) continue;
    const place = side === "old" ? placeAt(reading, spot, sentence) : placeAt(reading, spot, null, sentence);
    runs.at(-1)!.push({ words, place });
  }
  return runs.filter((run) => run.length > 0);
}

/** The first of the edits that took (brought) a sentence; null if too much of it is on the other side, in other words. */
function takenBy(spots: readonly Spot[], side: "old" | "new", { start, end }: Stretch): Spot | null {
  let first: Spot | null = null;
  let taken = 0;
  for (const spot of spots) {
    const [from, to] = side === "old" ? [spot.edit.oldStart, spot.edit.oldEnd] : [spot.edit.newStart, spot.edit.newEnd];
    const shared = Math.min(to, end) - Math.max(from, start);
    if (shared <= 0) continue;
    if (spot.reworded) return null;
    first ??= spot;
    taken += shared;
  }
  return taken >= GONE * (end - start) ? first : null;
}

function labelOf({ kind, verb }: Fate, run: readonly RunSentence[]): Label {
  const [{ words, place }] = run as readonly [RunSentence];
  if (run.length === 1) return { kind, reason: `a sentence was ${verb}: ${quoted(words)}`, place };
  return { kind, reason: `${run.length} sentences were ${verb}, from ${quoted(words)} on`, place, count: run.length };
}
