/** Library door `variorum/collate`: what changed between two texts, and how to print it. */

export { type ReadParagraph, readVersion } from "./apparatus/read-version.ts";
export type { ApparatusSentence, Reading } from "./apparatus/sentence.ts";
export type { ApparatusWitness, ApparatusWitnessParagraph } from "./apparatus/witness.ts";
export { type Apparatus, type ApparatusField, type ApparatusParagraph, apparatus } from "./apparatus.ts";
export { applyEdits } from "./apply.ts";
export { collate } from "./collate.ts";
export type { Collation, Group, GroupKind, Piece, WordEdit } from "./collation.ts";
export { collateInFull, type FullCollation, type FullGroup } from "./full.ts";
export { type Assessment, assessParagraphs } from "./labels.ts";
export { inlineOf, sidesOf } from "./pieces.ts";
export { rankReasons } from "./rank.ts";
export {
  collateSentences,
  type GroupSentences,
  type Sentence,
  type SentenceCollation,
  type SentencePair,
  sentencesOf,
} from "./sentence-pairs.ts";
export { summarise } from "./summary.ts";
export { blockTexts, collateTexts, paragraphsOf, type TextCollation } from "./texts.ts";
