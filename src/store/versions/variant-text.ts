import type { VersionText } from "#model/version";
import type { RowId } from "#store/schema";
import { decodeSpans, encodeSpans } from "./span-code.ts";
import { decodeRefs, type Part, type PartText, partsOf, spansOf, textOfParts } from "./version-text.ts";

/**
 * Characters of a variant that are kept beyond what the latest version has: a very long article, rewritten. What comes
 * after is dropped and the variant marked as cut; the text itself is not lost while the page still shows it.
 */
const MOST_CHARACTERS = 100_000;

/** A part of a variant: the number of a stored paragraph, or the text of one that no version has; and its spans (`span-code.ts`). */
type StoredPart = readonly [Part, RowId | string, string?];

/**
 * A text as JSON in which the paragraphs of the latest version are numbers: a headline that alternates takes some hundred
 * bytes. Other paragraphs stay in the variant alone, so that search never finds what was no version.
 * @param latest numbers of the latest version's paragraphs by their text
 */
export function encodeVariant(
  text: VersionText,
  latest: ReadonlyMap<string, RowId>,
): { readonly encoded: string; readonly cut: boolean } {
  const stored: StoredPart[] = [];
  let left = MOST_CHARACTERS;
  for (const { part, text: paragraph, spans } of partsOf(text)) {
    const known = latest.get(paragraph);
    left -= known === undefined ? paragraph.length : 0;
    if (left < 0) return { encoded: JSON.stringify(stored), cut: true };
    stored.push(spans ? [part, known ?? paragraph, encodeSpans(spans)] : [part, known ?? paragraph]);
  }
  return { encoded: JSON.stringify(stored), cut: false };
}

/** Numbers of the paragraphs that a variant names. */
export const paragraphsIn = (encoded: string): readonly RowId[] =>
  parsed(encoded).flatMap(([, paragraph]) => (typeof paragraph === "number" ? [paragraph] : []));

export function decodeVariant(encoded: string, texts: ReadonlyMap<RowId, string>): VersionText {
  const parts: readonly PartText[] = parsed(encoded).map(([part, paragraph, marks]) => ({
    part,
    text: typeof paragraph === "number" ? texts.get(paragraph)! : paragraph,
    ...spansOf({ spans: (marks && decodeSpans(marks)) || undefined }),
  }));
  return textOfParts(parts);
}

/** Numbers of the paragraphs of a version by their text. */
export function numbersByText(encoded: string, texts: ReadonlyMap<RowId, string>): ReadonlyMap<string, RowId> {
  return new Map(decodeRefs(encoded).map(({ paragraph }) => [texts.get(paragraph)!, paragraph]));
}

const parsed = (encoded: string): readonly StoredPart[] => JSON.parse(encoded) as readonly StoredPart[];
