import { comparable } from "#language/comparable";

/** Longer stretches are not asked: no one writes a paragraph in another style alone. */
const MAX_LENGTH = 200;

/**
 * True when both wordings are the same words in another house style: dots of abbreviations ("p.m." and "pm"), capitals, spaces
 * and hyphens within compounds, accents, or one of the spellings below. Figures, signs and all other marks have to be the same, in
 * the same order.
 */
export function isStyleOnly(oldWords: string, newWords: string): boolean {
  if (oldWords.length > MAX_LENGTH || newWords.length > MAX_LENGTH) return false;
  const [old, next] = [bare(oldWords), bare(newWords)];
  if (old.join("") === "" || next.join("") === "") return false;
  if (old.join("") === next.join("")) return true;
  return old.length === next.length && old.every((word, i) => word === next[i] || spelled(word) === spelled(next[i]!));
}

/** A dot that abbreviates; a hyphen between letters. Dots in figures and addresses, and the minus before a figure, are no style. */
const DOT = /(?<=\p{L})[.·](?!\p{N}|\p{L}{2})/gu;
const HYPHEN = /(?<=\p{L})[-‐‑](?=\p{L})/gu;
const ACCENT = /\p{M}/gu;
const LATIN = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Accents part words of other scripts: only Latin letters are read without. */
function bare(words: string): readonly string[] {
  const form = comparable(words);
  const letters = LATIN.test(form) ? form.normalize("NFD").replace(ACCENT, "").normalize("NFC") : form;
  return letters
    .replace(DOT, "")
    .replace(HYPHEN, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/ё/g, "е")
    .split(/\s+/u);
}

/** True when words differ in nothing but small and capital letters, as a title where it came to stand within a sentence. */
export const isRecased = (old: string, next: string): boolean =>
  old.length <= MAX_LENGTH && old !== next && old.toLowerCase() === next.toLowerCase();

/** Spellings of English that differ between its countries; the stem must be long enough not to make one word of two. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)/, "iz"],
  [/(?<=[a-z]{3})ys(?=(?:e|ed|es|er|ers|ing)$)/, "yz"],
  [/(?<=[a-z]{2})our(?=(?:s|ed|ing|er|ers|ite|ites|ful|able|less|hood|y)?$)/, "or"],
  [/(?<=[a-z]{2}[bt])re(?=(?:s|d)?$)/, "er"],
  [/(?<=[a-z]{4})ll(?=(?:ed|ing|er|ers)$)/, "l"],
  [/(?<=[a-z]{3})ence(?=s?$)/, "ense"],
  [/(?<=[a-z]{3})ogue(?=s?$)/, "og"],
  [/(?<=[a-z]{3})dgem/, "dgm"],
  [/^grey/, "gray"],
  [/^programme(?=s?$)/, "program"],
];

const spelled = (word: string): string => SPELLINGS.reduce((form, [pattern, as]) => form.replace(pattern, as), word);
