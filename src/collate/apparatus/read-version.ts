import type { Apparatus } from "#collate/apparatus";
import type { ApparatusSentence } from "./sentence.ts";
import type { ApparatusWitnessParagraph } from "./witness.ts";

/** A paragraph of a version, read back from an apparatus. */
export interface ReadParagraph {
  readonly field: ApparatusWitnessParagraph["field"];
  /** In order, without the white space after them. */
  readonly sentences: readonly string[];
}

/**
 * One version read back from the apparatus: its paragraphs in order, each with its sentences in order. Spelled as in the last
 * version that had the same words (a quotation mark may be curly there and straight here); paragraphs of nothing but white
 * space are left out. Null for a version that the apparatus does not rest on.
 *
 * @example
 * const text = (body) => ({ headline: null, standfirst: null, corrections: [], blocks: [{ kind: "paragraph", text: body }] });
 * const all = apparatus([
 *   { number: 1, text: text("Roads are shut. Ten died in Ems.") },
 *   { number: 2, text: text("Twelve died in Ems. Roads are shut.") },
 * ]);
 * [readVersion(all, 1), readVersion(all, 3)]
 * // [[{ field: "body", sentences: ["Roads are shut.", "Ten died in Ems."] }], null]
 */
export function readVersion(apparatus: Apparatus, version: number): readonly ReadParagraph[] | null {
  const witness = apparatus.witnesses.find((each) => each.version === version);
  if (!witness) return null;
  const sentences = apparatus.paragraphs.flatMap((paragraph) => paragraph.sentences);
  return witness.paragraphs.map(({ field, sentences: numbers }) => ({
    field,
    sentences: numbers.map((number) => wordingIn(sentences[number]!, version)),
  }));
}

/** A sentence that a version has is worded there as one of its readings says, else as it is now. */
const wordingIn = ({ text, readings }: ApparatusSentence, version: number): string =>
  readings.find(({ since, until }) => since <= version && version <= until)?.text ?? text;
