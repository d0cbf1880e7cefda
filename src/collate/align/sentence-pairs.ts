import type { Group } from "#collate/collation";
import { joined } from "#collate/place";
import { alphanumerics } from "#language/comparable";
import { type Stretch, sentences } from "#language/sentences";
import { assign } from "./assignment.ts";
import { findCandidates } from "./candidates.ts";
import { featureSpace } from "./features.ts";
import { pairSentences } from "./pair-sentences.ts";

/** Sentences that answer each other, by number, ascending. One side is empty where a sentence was added or removed. */
export interface SentencePair {
  readonly old: readonly number[];
  readonly new: readonly number[];
  /** The old sentence stood elsewhere: in another group, or out of order within this one. */
  readonly moved: boolean;
}

/** The sentences of an aligned group. Their numbers in `pairs` count within the group, from 0. */
export interface GroupSentences {
  /** UTF-16 offsets into the group's paragraphs of that side joined by "\n", white space after the sentence left out. */
  readonly old: readonly Stretch[];
  readonly new: readonly Stretch[];
  /** In the order of the new side, removed ones where they stood; every sentence is in exactly one. */
  readonly pairs: readonly SentencePair[];
}

/** A sentence of a witness: UTF-16 offsets into its paragraph. */
export interface Sentence extends Stretch {
  readonly paragraph: number;
}

/** The sentences of two collated witnesses. Their numbers count over the whole witness, from 0. */
export interface SentenceCollation {
  readonly old: readonly Sentence[];
  readonly new: readonly Sentence[];
  /** One list for each group of the collation. A sentence carried over from elsewhere stands where it came to. */
  readonly groups: readonly (readonly SentencePair[])[];
}

/** Longer groups (a text without breaks) are read as one sentence a side. */
const MAX_LENGTH = 1_000_000;

/**
 * Which sentences of a group answer each other, up to 3 to 1 and 2 to 2, in order.
 *
 * @example
 * const old = ["Rain fell. Ten people died in Ems. Schools stay shut."];
 * const next = ["Rain fell. Twelve people died in Ems."];
 * sentencesOf(collate(old, next).groups[0], old, next).pairs
 * // [{ old: [0], new: [0], moved: false }, { old: [1], new: [1], moved: false }, { old: [2], new: [], moved: false }]
 */
export function sentencesOf(
  group: Pick<Group, "old" | "new">,
  oldParagraphs: readonly string[],
  newParagraphs: readonly string[],
): GroupSentences {
  const old = readSentences(group.old, oldParagraphs);
  const next = readSentences(group.new, newParagraphs);
  const pairs: SentencePair[] = [];
  let i = 0;
  let j = 0;
  const alone = (iEnd: number, jEnd: number) => {
    for (; i < iEnd; i += 1) pairs.push({ old: [i], new: [], moved: false });
    for (; j < jEnd; j += 1) pairs.push({ old: [], new: [j], moved: false });
  };
  for (const bead of pairSentences(old.texts, next.texts)) {
    alone(bead.oldStart, bead.newStart);
    pairs.push({ old: range(bead.oldStart, bead.oldEnd), new: range(bead.newStart, bead.newEnd), moved: false });
    i = bead.oldEnd;
    j = bead.newEnd;
  }
  alone(old.texts.length, next.texts.length);
  return { old: old.stretches, new: next.stretches, pairs };
}

/**
 * The sentences of all groups of a collation, and those that moved from one group to another.
 *
 * @example
 * const old = ["Rain fell. Ten died."];
 * const next = ["Rain fell.", "Ten died."];
 * collateSentences(collate(old, next), old, next)
 * // {
 * //   old: [{ paragraph: 0, start: 0, end: 10 }, { paragraph: 0, start: 11, end: 20 }],
 * //   new: [{ paragraph: 0, start: 0, end: 10 }, { paragraph: 1, start: 0, end: 9 }],
 * //   groups: [[{ old: [0], new: [0], moved: false }, { old: [1], new: [1], moved: false }]],
 * // }
 */
export function collateSentences(
  { groups }: { readonly groups: readonly Pick<Group, "old" | "new">[] },
  oldParagraphs: readonly string[],
  newParagraphs: readonly string[],
): SentenceCollation {
  const read = groups.map((group) => sentencesOf(group, oldParagraphs, newParagraphs));
  const old = numbered(groups, read, "old", oldParagraphs);
  const next = numbered(groups, read, "new", newParagraphs);
  const lists = read.map(({ pairs }, g) =>
    pairs.map(
      (pair): SentencePair => ({
        old: pair.old.map((i) => old.numbers[g]![i]!),
        new: pair.new.map((j) => next.numbers[g]![j]!),
        moved: false,
      }),
    ),
  );
  const cameFrom = findMoves(lists, old, next);
  const left = new Set(cameFrom.values());
  const carried = (pair: SentencePair): SentencePair => {
    const from = pair.old.length === 0 ? cameFrom.get(pair.new[0]!) : undefined;
    return from === undefined ? pair : { old: [from], new: pair.new, moved: true };
  };
  const stays = (pair: SentencePair) => pair.new.length > 0 || !left.has(pair.old[0]!);
  return {
    old: old.sentences,
    new: next.sentences,
    groups: lists.map((pairs) => pairs.filter(stays).map(carried)),
  };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, k) => from + k);

function readSentences(
  indices: readonly number[],
  paragraphs: readonly string[],
): { texts: readonly string[]; stretches: readonly Stretch[] } {
  if (indices.length === 0) return { texts: [], stretches: [] };
  const text = joined(indices, paragraphs);
  const found = text.length > MAX_LENGTH ? [{ start: 0, end: text.length }] : sentences(text);
  const stretches = found
    .map(({ start, end }) => ({ start, end: start + text.slice(start, end).trimEnd().length }))
    .filter(({ start, end }) => end > start);
  return { texts: stretches.map(({ start, end }) => text.slice(start, end)), stretches };
}

interface Numbered {
  readonly sentences: readonly Sentence[];
  readonly texts: readonly string[];
  /** By group and number within it: number within the witness. */
  readonly numbers: readonly (readonly number[])[];
}

/** Numbers the sentences of one side through the whole witness. */
function numbered(
  groups: readonly Pick<Group, "old" | "new">[],
  read: readonly GroupSentences[],
  side: "old" | "new",
  paragraphs: readonly string[],
): Numbered {
  const all: { group: number; at: number; sentence: Sentence }[] = [];
  for (const [g, group] of groups.entries()) {
    let paragraph = 0;
    let offset = 0;
    for (const [at, { start, end }] of read[g]![side].entries()) {
      while (start > offset + paragraphs[group[side][paragraph]!]!.length) {
        offset += paragraphs[group[side][paragraph]!]!.length + 1;
        paragraph += 1;
      }
      // A sentence reaches into the next paragraph only where that begins with a mark: what is left of it there is not counted.
      const length = paragraphs[group[side][paragraph]!]!.length;
      const sentence = {
        paragraph: group[side][paragraph]!,
        start: start - offset,
        end: Math.min(end - offset, length),
      };
      all.push({ group: g, at, sentence });
    }
  }
  all.sort((a, b) => a.sentence.paragraph - b.sentence.paragraph || a.sentence.start - b.sentence.start);
  const numbers = read.map((group) => new Array<number>(group[side].length));
  for (const [number, { group, at }] of all.entries()) numbers[group]![at] = number;
  const found = all.map(({ sentence }) => sentence);
  return { sentences: found, texts: found.map((s) => paragraphs[s.paragraph]!.slice(s.start, s.end)), numbers };
}

/** Share of a sentence that has to be found in the other, and how long (UTF-16 units) it must be, to be one carried elsewhere. */
const CONTAINED = 0.7;
const LEAST_LENGTH = 40;

/** Letters and digits of a shorter sentence that was carried elsewhere word for word: "Yes." is in many places by chance. */
const LEAST_SAME = 12;

/** New sentences that were carried from elsewhere, with the old sentence of each. */
function findMoves(
  groups: readonly (readonly SentencePair[])[],
  old: Numbered,
  next: Numbered,
): ReadonlyMap<number, number> {
  const alone = (pick: (pair: SentencePair) => number | undefined): number[] =>
    groups
      .flat()
      .map(pick)
      .filter((number) => number !== undefined);
  const allGone = alone((pair) => (pair.new.length === 0 ? pair.old[0] : undefined));
  const allCome = alone((pair) => (pair.old.length === 0 ? pair.new[0] : undefined));
  const same = findSame(allGone, allCome, old, next);
  const left = new Set(same.values());
  const gone = allGone.filter((i) => !left.has(i) && old.texts[i]!.length >= LEAST_LENGTH);
  const come = allCome.filter((j) => !same.has(j) && next.texts[j]!.length >= LEAST_LENGTH);
  if (gone.length === 0 || come.length === 0) return same;
  const space = featureSpace(
    gone.map((i) => old.texts[i]!),
    come.map((j) => next.texts[j]!),
  );
  const edges = findCandidates(space)
    .filter((candidate) => Math.max(candidate.oldCovered, candidate.newCovered) >= CONTAINED)
    .map((candidate) => ({ ...candidate, score: candidate.similarity }));
  return new Map([...same, ...assign(edges).map((edge) => [come[edge.new]!, gone[edge.old]!] as const)]);
}

/** Those that are the same word for word, each old one once. */
function findSame(
  gone: readonly number[],
  come: readonly number[],
  old: Numbered,
  next: Numbered,
): Map<number, number> {
  const found = new Map<number, number>();
  if (gone.length === 0 || come.length === 0) return found;
  const byText = Map.groupBy(
    gone.filter((i) => alphanumerics(old.texts[i]!) >= LEAST_SAME),
    (i) => old.texts[i]!,
  );
  for (const j of come) {
    const from = byText.get(next.texts[j]!)?.shift();
    if (from !== undefined) found.set(j, from);
  }
  return found;
}
