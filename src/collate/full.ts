import { collateSentences, type Sentence, type SentencePair } from "#collate/align/sentence-pairs";
import type { MarkedParagraph } from "#collate/spans/marked";
import { bodyPlaces, inParagraphs } from "#collate/spans/places";
import { saidOf } from "#collate/spans/said";
import { alignPair, collateMarked } from "./collate.ts";
import type { Group } from "./collation.ts";
import { type GrainedEdit, withGrains } from "./grains.ts";
import { type Assessment, assess } from "./labels.ts";
import type { Place } from "./place.ts";

/** A group with its sentence pairs; their numbers count over the whole witness. */
export interface FullGroup extends Group {
  readonly edits: readonly GrainedEdit[];
  readonly sentences: readonly SentencePair[];
}

/** Everything there is to say about two witnesses, as data: what `variorum collate --json` and `--batch` print. */
export interface FullCollation extends Assessment {
  readonly groups: readonly FullGroup[];
  /** Where the numbered sentences stand. */
  readonly sentences: { readonly old: readonly Sentence[]; readonly new: readonly Sentence[] };
}

/** What two witnesses are of an article. A headline and a standfirst are one text each, and always the same one however reworded. */
export const WITNESS_FIELDS = ["headline", "standfirst", "body"] as const;
export type WitnessField = (typeof WITNESS_FIELDS)[number];

/**
 * Paragraphs, sentences, words and labels of two witnesses at once. `language` is a BCP 47 tag; without one the text tells.
 *
 * @example
 * collateInFull(["Ten died in Ems."], ["Ten were hurt in Ems."]).groups[0].sentences
 * // [{ old: [0], new: [0], moved: false }]
 */
export const collateInFull = (
  old: readonly string[],
  next: readonly string[],
  language?: string | null,
  field: WitnessField = "body",
): FullCollation => collateMarkedInFull(old.map(unmarked), next.map(unmarked), language, field);

const unmarked = (text: string): MarkedParagraph => ({ text });

/** The same of paragraphs with what their markup says: words struck out, amounts that move. */
export function collateMarkedInFull(
  old: readonly MarkedParagraph[],
  next: readonly MarkedParagraph[],
  language?: string | null,
  field: WitnessField = "body",
): FullCollation {
  const isOne = field !== "body" && old.length === 1 && next.length === 1;
  const collation = isOne ? { groups: [alignPair(old[0]!.text, next[0]!.text)] } : collateMarked(old, next);
  const [oldTexts, newTexts] = [old, next].map((side) => side.map(({ text }) => text)) as [string[], string[]];
  const sentences = collateSentences(collation, oldTexts, newTexts);
  const said = [old, next].map((side) => side.map((paragraph) => saidOf(paragraph).text)) as [string[], string[]];
  const places = bodyPlaces(collation.groups, old, next).map((place): Place => ({ ...place, field }));
  const assessment = assess(places, ...said, language);
  return {
    groups: collation.groups.map((group, g) => ({
      ...withGrains(group, oldTexts, newTexts),
      sentences: sentences.groups[g]!,
    })),
    sentences: { old: sentences.old, new: sentences.new },
    ...assessment,
    labels: inParagraphs(assessment.labels, old, next),
  };
}
