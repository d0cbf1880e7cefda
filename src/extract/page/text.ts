import { withoutUnseen } from "./unseen.ts";

/** White space of every kind to one space, none at the ends, and without what no one sees. */
export const collapse = (text: string): string => withoutUnseen(text).replace(/\s+/g, " ").trim();

/** Signs of Chinese, Japanese and Korean: a sentence of 30 of them says what 90 letters say. */
const isDense = (code: number): boolean =>
  (code >= 0x3040 && code <= 0x30ff) ||
  (code >= 0x3400 && code <= 0x4dbf) ||
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xd7af) ||
  (code >= 0xf900 && code <= 0xfaff);
const DENSE_WEIGHT = 3;
const HAS_DENSE = /[\u3040-\uFAFF]/;

/** Length of a text in letters of an alphabetic script, so that one threshold serves all scripts. */
export function weigh(text: string): number {
  if (!HAS_DENSE.test(text)) return text.length;
  let dense = 0;
  for (let i = 0; i < text.length; i++) if (isDense(text.charCodeAt(i))) dense++;
  return text.length + (DENSE_WEIGHT - 1) * dense;
}

/** Ends as a sentence does, in any script; a closing quote, bracket or footnote mark may follow. */
const SENTENCE_END = /[.!?…。！？؟।॥։።:;»”"’'›)\]」』]\s*[\d*†‡\])”"’'»」』]*$/;
/** Marks and brackets after a full stop are few; a bound keeps a text of brackets from being searched again and again. */
const LAST = 40;
export const endsSentence = (text: string): boolean => SENTENCE_END.test(text.slice(-LAST));

/** Letters and digits only, lower case: for comparing titles. */
export const bare = (text: string): string =>
  ASCII.test(text)
    ? text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, " ")
        .trim()
    : text
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim();
// biome-ignore lint/suspicious/noControlCharactersInRegex: the question is whether there is anything else.
const ASCII = /^[\u0000-\u007F]*$/;

/** Is a text one of these, which are bare already? Much longer texts are not looked at: letters are most of a title. */
export const isOneOf = (bared: readonly string[], text: string): boolean =>
  bared.some((title) => text.length <= 2 * title.length + MOST_SIGNS) && bared.includes(bare(text));
/** Beyond twice its length: what a short title may have of signs that are no letters. */
const MOST_SIGNS = 40;
