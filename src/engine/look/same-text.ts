import type { Block } from "#model/document";
import { bodyLines } from "#version/fingerprint";

/**
 * Two articles are one only if at least this share of the paragraphs of the one are the other's, too. Articles of one subject
 * share a sentence of background at most; an edit that leaves less than half is a new article for a reader.
 */
export const SAME_TEXT_SHARE = 0.5;

/** Share of the paragraphs of `text` that `other` has, 0-1; 0 for a text without paragraphs. */
export function sharedParagraphs(text: readonly Block[], other: readonly Block[]): number {
  const own = paragraphsOf(text);
  if (own.size === 0) return 0;
  return own.intersection(paragraphsOf(other)).size / own.size;
}

/** As versions are compared: an amount that moves at every look, or a clock, makes no other paragraph. */
const paragraphsOf = (blocks: readonly Block[]): ReadonlySet<string> =>
  new Set(
    blocks
      .filter(({ kind }) => kind !== "heading")
      .flatMap(bodyLines)
      .filter((line) => line !== ""),
  );
