import { collateSentences, type Sentence, type SentencePair } from "#collate/align/sentence-pairs";
import { collate } from "./collate.ts";
import type { Group } from "./collation.ts";
import { type Assessment, assessParagraphs } from "./labels.ts";

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
export function collateInFull(
  old: readonly string[],
  next: readonly string[],
  language?: string | null,
): FullCollation {
  const collation = collate(old, next);
  const sentences = collateSentences(collation, old, next);
  return {
    groups: collation.groups.map((group, g) => ({ ...group, sentences: sentences.groups[g]! })),
    sentences: { old: sentences.old, new: sentences.new },
    ...assessParagraphs(old, next, collation, language),
  };
}
