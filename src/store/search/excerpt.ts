import { type Word, wordsOf } from "#query/words";
import type { Term } from "./terms.ts";

export type Mark = readonly [start: number, end: number];

export interface Excerpt {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** About three lines of a result list. */
const EXCERPT_LENGTH = 280;
/** Of which so much stands before the first match. */
const LEAD_LENGTH = 80;
const ELLIPSIS = "…";

/** The part of a text around its first match, with every match in it as UTF-16 offsets. */
export function excerptOf(text: string, terms: readonly Term[]): Excerpt {
  const words = wordsOf(text);
  const marks = joined(terms.flatMap((term) => occurrences(words, term)));
  if (text.length <= EXCERPT_LENGTH) return { text, marks };
  const start = cutBefore(words, Math.max(0, (marks[0]?.[0] ?? 0) - LEAD_LENGTH));
  const end = Math.max(cutAfter(words, text, start + EXCERPT_LENGTH), start + 1);
  const before = start > 0 ? ELLIPSIS : "";
  const shift = before.length - start;
  return {
    text: `${before}${text.slice(start, end).trimEnd()}${end < text.length ? ELLIPSIS : ""}`,
    marks: marks
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]): Mark => [from + shift, to + shift]),
  };
}

/** Start of the first word at or after an offset: an excerpt begins with a whole word. */
function cutBefore(words: readonly Word[], offset: number): number {
  return offset === 0 ? 0 : (words.find((word) => word.start >= offset)?.start ?? 0);
}

/** End of the last word that ends at or before an offset. */
function cutAfter(words: readonly Word[], text: string, offset: number): number {
  return offset >= text.length ? text.length : (words.findLast((word) => word.end <= offset)?.end ?? offset);
}

/** Where all words of a term follow each other. */
function occurrences(words: readonly Word[], term: Term): Mark[] {
  const marks: Mark[] = [];
  for (let at = 0; at + term.length <= words.length; at++) {
    if (term.every((folded, offset) => words[at + offset]!.folded === folded)) {
      marks.push([words[at]!.start, words[at + term.length - 1]!.end]);
    }
  }
  return marks;
}

/** In order, overlapping or touching marks as one. */
function joined(marks: readonly Mark[]): readonly Mark[] {
  const result: [number, number][] = [];
  for (const [start, end] of marks.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
