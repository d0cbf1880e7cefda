/** A word of a text: as it is compared, and where it stands, in UTF-16 offsets [start, end). */
export interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Longer "words" are junk (encoded data): they are found by their beginning. */
const MAX_WORD_LENGTH = 64;

/**
 * Scripts written without spaces are compared character by character, a query of several as a phrase. So is Hangul,
 * whose particles grow onto the words they follow.
 */
const UNSPACED =
  "\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Bopomofo}\\p{scx=Hangul}\\p{scx=Thai}\\p{scx=Lao}" +
  "\\p{scx=Khmer}\\p{scx=Myanmar}\\p{scx=Tibetan}\\p{scx=Yi}\\p{scx=Javanese}\\p{scx=Balinese}\\p{scx=Tai_Le}";
/** Soft hyphens and joiners inside a word are invisible: they neither part it nor count. */
const INVISIBLE = "\\u00AD\\u200B-\\u200D\\u2060\\uFEFF\\u0640";
const WORD = new RegExp(
  `[[\\p{L}\\p{N}]&&[${UNSPACED}]]\\p{M}*|[[\\p{L}\\p{N}]--[${UNSPACED}]][[[\\p{L}\\p{N}]--[${UNSPACED}]]\\p{M}${INVISIBLE}]*`,
  "gv",
);

const UNSPACED_FIRST = new RegExp(`^[[\\p{L}\\p{N}]&&[${UNSPACED}]]`, "v");

/** Whether a folded word is one sign of a script that is written without spaces. */
export const isUnspaced = (folded: string): boolean => UNSPACED_FIRST.test(folded);

const ASCII = /^[!-~]*$/;
/** Accents of Latin, Greek and Cyrillic, vowel points of Arabic and Hebrew, the Arabic stretcher: readers leave them out. */
const ACCENTS = /[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670]/g;
const UNSEEN = new RegExp(`[${INVISIBLE}]`, "gv");
/** A cut must not leave half of a sign. */
const HALF_AT_END = /[\uD800-\uDBFF]$/;

/** The words of a text in order. The only tokeniser: index, query and highlighting must agree to the letter. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    for (const folded of fold(match[0])) words.push({ folded, start, end });
  }
  return words;
}

/** The folded words of a text, in order. */
export const foldedWords = (text: string): readonly string[] => wordsOf(text).map((word) => word.folded);

/**
 * Case, accents, width and compatibility forms do not count: "Müller" and "MULLER", "ﬁne" and "fine" are equal. A sign that
 * stands for several words becomes these ("½" is 1 and 2, "㌔" is キ and ロ), so that folding what is folded changes nothing.
 */
function fold(word: string): readonly string[] {
  const cut = word.length > MAX_WORD_LENGTH ? word.slice(0, MAX_WORD_LENGTH).replace(HALF_AT_END, "") : word;
  if (ASCII.test(cut)) return [cut.toLowerCase()];
  return (
    plain(plain(cut))
      .match(WORD)
      ?.map((part) => part.slice(0, MAX_WORD_LENGTH).replace(HALF_AT_END, "")) ?? []
  );
}

/** Twice is enough: letters that fold to letters with accents are rare, and these fold to plain ones. */
const plain = (word: string): string =>
  word
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .replace(UNSEEN, "")
    .toUpperCase()
    .toLowerCase()
    .replaceAll("ς", "σ")
    .normalize("NFC");
