import { abbreviates } from "./abbreviations.ts";
import { CLOSERS, TERMINALS, TIGHT_TERMINALS } from "./terminals.ts";

/** A stretch of text, UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** French quotation marks stand apart from their words. */
const FRENCH_CLOSER = "[ \\u00A0\\u202F]»";
/**
 * A sentence may end here: terminators with closing quotes and brackets, then white space where the script has any, or a line
 * break. Two Ethiopic word spaces are typed for the full stop. Repeats are bounded, so that a megabyte of marks is not read again
 * from each of them.
 */
const END = new RegExp(
  `(?:[${TERMINALS}--[${TIGHT_TERMINALS}]]{1,8}${CLOSERS}{0,4}(?:${FRENCH_CLOSER})?(?=\\s)|(?:[${TIGHT_TERMINALS}]{1,8}|፡፡)${CLOSERS}{0,4}|\\n)\\s*`,
  "gv",
);
/** The same for texts without other signs than those of Latin, Cyrillic and Greek: seven times as fast. */
const PLAIN_END = new RegExp(`(?:[.!?…․‼‽⁇⁈⁉]{1,8}${CLOSERS}{0,4}(?:${FRENCH_CLOSER})?(?=\\s)|\\n)\\s*`, "g");
const NOT_PLAIN = /[^\0-\u052F\u1E00-\u206F\u20A0-\u20CF]/;
/** Marks and joiners belong to the character before, a lower-case letter to the sentence before. */
const NO_START = /^[\p{M}\p{Ll}\u200C\u200D]/u;

/** Sentences of a text, in order; together they tile it (each ends with the white space after it). */
export function sentences(text: string): Stretch[] {
  const found: Stretch[] = [];
  let start = 0;
  for (const match of text.matchAll(NOT_PLAIN.test(text) ? END : PLAIN_END)) {
    const end = match.index + match[0].length;
    const newline = match[0].includes("\n");
    if (NO_START.test(text.slice(end, end + 2)) && !newline) continue;
    if (/^[\p{M}\u200D]/u.test(text.slice(end, end + 2))) continue;
    if (match[0][0] === "." && !newline && abbreviates(text, start, match.index, end)) continue;
    found.push({ start, end });
    start = end;
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found;
}

const ENDS = new RegExp(`(?:^|[${TERMINALS}]${CLOSERS}*|፡፡|\\n)\\s*$`, "v");
/** UTF-16 units before an offset in which the end of a sentence is looked for. */
const LOOK_BACK = 8;

/** True for an empty stretch, and for one from a sentence's start to a sentence's end. */
export function spansSentences(text: string, start: number, end: number): boolean {
  if (start === end) return true;
  const before = text.slice(Math.max(0, start - LOOK_BACK), start);
  const after = text.slice(end, end + 1);
  return ENDS.test(before) && (after === "" || ENDS.test(text.slice(Math.max(start, end - LOOK_BACK), end)));
}
