import { collateSentences, type Sentence, type SentencePair } from "#collate/align/sentence-pairs";
import type { MarkedParagraph } from "#collate/spans/marked";
import { bodyPlaces, inParagraphs } from "#collate/spans/places";
import { saidOf } from "#collate/spans/said";
import { collateMarked } from "./collate.ts";
import type { Group } from "./collation.ts";
import { type Assessment, assess } from "./labels.ts";

/** A group with its sentence pairs; their numbers count over the whole witness. */
export interface FullGroup extends Group {
  readonly sentences: readonly SentencePair[];
}

/** Everything there is to say about two witnesses, as data: what `variorum collate --json` and `--batch` print. */
export interface FullCollation extends Assessment {
  readonly groups: readonly FullGroup[];
  /** Where the numbered sentences stand. */
  readonly sentences: { readonly old: readonly Sentence[]; readonly new: readonly Sentence[] };
}

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
): FullCollation => collateMarkedInFull(old.map(unmarked), next.map(unmarked), language);

const unmarked = (text: string): MarkedParagraph => ({ text });

/** The same of paragraphs with what their markup says: words struck out, amounts that move. */
export function collateMarkedInFull(
  old: readonly MarkedParagraph[],
  next: readonly MarkedParagraph[],
  language?: string | null,
): FullCollation {
  const collation = collateMarked(old, next);
  const [oldTexts, newTexts] = [old, next].map((side) => side.map(({ text }) => text)) as [string[], string[]];
  const sentences = collateSentences(collation, oldTexts, newTexts);
  const said = [old, next].map((side) => side.map((paragraph) => saidOf(paragraph).text)) as [string[], string[]];
  const assessment = assess(bodyPlaces(collation.groups, old, next), ...said, language);
  return {
    groups: collation.groups.map((group, g) => ({ ...group, sentences: sentences.groups[g]! })),
    sentences: { old: sentences.old, new: sentences.new },
    ...assessment,
    labels: inParagraphs(assessment.labels, old, next),
  };
}
