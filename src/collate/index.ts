/**
 * Library door `variorum/collate`: what changed between two texts or among many, and how to print it.
 *
 * A witness is a list of paragraphs, or the `VersionText` of an article; indices are 0-based, offsets UTF-16 units. Every
 * function is pure, synchronous and deterministic, and throws on no text, whatever its script or size: where a case would
 * take too long the result is coarser, and still correct. What is returned is plain data, fit for JSON.
 */

export {
  collateSentences,
  type GroupSentences,
  type Sentence,
  type SentenceCollation,
  type SentencePair,
  sentencesOf,
} from "#collate/align/sentence-pairs";
export { type ReadParagraph, readVersion } from "#collate/apparatus/read-version";
export type { ApparatusSentence, Reading } from "#collate/apparatus/sentence";
export type { ApparatusWitness, ApparatusWitnessParagraph } from "#collate/apparatus/witness";
export type { Stretch } from "#language/sentences";
export type { ChangeSummary, Label, LabelKind, LabelPlace } from "#model/change";
export type { Block, BlockKind, Span, SpanKind } from "#model/document";
export type { VersionText } from "#model/version";
export { type Apparatus, type ApparatusField, type ApparatusParagraph, apparatus } from "./apparatus.ts";
export { applyEdits } from "./apply.ts";
export { collate } from "./collate.ts";
export type { Collation, Group, GroupKind, InnerEdit, Piece, WordEdit } from "./collation.ts";
export { collateInFull, type FullCollation, type FullGroup } from "./full.ts";
export type { GrainedEdit } from "./grains.ts";
export { type Assessment, assessParagraphs } from "./labels.ts";
export { inlineOf, sidesOf } from "./pieces.ts";
export { rankReasons } from "./rank.ts";
export { summarise } from "./summary.ts";
export { blockTexts, collateTexts, paragraphsOf, type TextCollation } from "./texts.ts";
