/** White space of every kind to one space, none at the ends. Soft hyphens and zero-width spaces are dropped: they are layout. */
export const collapse = (text: string): string =>
  text
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** Signs of Chinese, Japanese and Korean: a sentence of 30 of them says what 90 letters say. */
const DENSE = /[\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]/g;
const DENSE_WEIGHT = 3;
const HAS_DENSE = /[\u3040-\uFAFF]/;

/** Length of a text in letters of an alphabetic script, so that one threshold serves all scripts. */
export function weigh(text: string): number {
  if (!HAS_DENSE.test(text)) return text.length;
  return text.length + (DENSE_WEIGHT - 1) * (text.match(DENSE)?.length ?? 0);
}

/** Ends as a sentence does, in any script; a closing quote, bracket or footnote mark may follow. */
const SENTENCE_END = /[.!?…。！？؟।॥։።:;»”"’'›)\]」』]\s*[\d*†‡\])”"’'»」』]*$/;
/** Marks and brackets after a full stop are few; a bound keeps a text of brackets from being searched again and again. */
const LAST = 40;
export const endsSentence = (text: string): boolean => SENTENCE_END.test(text.slice(-LAST));

/** Letters and digits only, lower case: for comparing titles. */
export const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Text of a field that may hold markup or entities written twice, as metadata often do. */
export const plain = (text: string): string => {
  if (!/[<&]/.test(text)) return collapse(text);
  return collapse(text.replace(/<[^<>]{0,200}>/g, " ").replace(ENTITY, decodeEntity));
};

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d?));/gi;
