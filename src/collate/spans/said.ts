import type { MarkedParagraph } from "./marked.ts";

/** What a paragraph says: without the words that are struck out of it. */
export interface Said {
  readonly text: string;
  /** The stretches that are left, in order: where each begins in `text` and in the paragraph. */
  readonly parts: readonly { readonly at: number; readonly from: number }[];
}

/**
 * The paragraph as its publisher wants it read: struck words are no longer said, and the words inserted beside them are their
 * reading. Amounts that move are as in `amounts`, so that two texts that differ by them alone say the same.
 * @param amounts texts that stand for the moving amounts, in order; what has none keeps its own
 */
export function saidOf({ text, spans = [] }: MarkedParagraph, amounts: readonly string[] = []): Said {
  const parts: { at: number; from: number }[] = [];
  let said = "";
  let at = 0;
  let moved = 0;
  const take = (from: number, to: number, words = text.slice(from, to)) => {
    if (words === "") return;
    parts.push({ at: said.length, from });
    said += words;
  };
  for (const { from, to, kind } of spans) {
    if (kind === "inserted") continue;
    take(at, from);
    at = to;
    if (kind === "moving") take(from, to, amounts[moved++] ?? text.slice(from, to));
    // Of the spaces around words that are gone one is left, and none at an end.
    else if ((said === "" || said.endsWith(" ")) && text[at] === " ") at += 1;
  }
  take(at, text.length);
  return { text: said.trimEnd(), parts };
}

export const amountsOf = ({ text, spans = [] }: MarkedParagraph): readonly string[] =>
  spans.filter(({ kind }) => kind === "moving").map(({ from, to }) => text.slice(from, to));

/** Where in the paragraph a place in what it says is. */
export function placeIn({ parts }: Said, offset: number): number {
  const part = parts.findLast(({ at }) => at <= offset);
  return part ? part.from + offset - part.at : offset;
}
