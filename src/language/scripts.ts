/**
 * Scripts written without spaces between words: there a word has to be found by dictionary (Intl.Segmenter, about 40
 * times slower than a regular expression, so only on such runs), and similarity is measured on characters.
 */
export const UNSPACED_SIGNS = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3005\\u3006\\u30FC";
/** Of them those with an alphabet, where a single character says next to nothing. */
export const UNSPACED_LETTERS = "\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
export const UNSPACED = UNSPACED_SIGNS + UNSPACED_LETTERS;

const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, "u");

/** All of them come after this; most texts do not, and the plain range is ten times faster to look for. */
const BEYOND = /[\u0E00-\uFFFF]/;

export const hasUnspaced = (text: string): boolean => BEYOND.test(text) && HAS_UNSPACED.test(text);

const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** Longer runs without a single mark of punctuation are no prose and are cut into characters instead. */
const MAX_RUN = 10_000;

/** UTF-16 offsets at which the words of an unspaced run start. */
export function unspacedWordStarts(run: string): number[] {
  const starts: number[] = [];
  if (run.length > MAX_RUN) {
    for (let at = 0; at < run.length; at += run.codePointAt(at)! > 0xffff ? 2 : 1) starts.push(at);
    return starts;
  }
  for (const segment of segmenter.segment(run)) starts.push(segment.index);
  return starts;
}

/** `unspacedWordStarts` for texts that share most of their runs: a version and the next. */
export function rememberedWordStarts(): (run: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (run) => {
    const starts = known.get(run) ?? unspacedWordStarts(run);
    known.set(run, starts);
    return starts;
  };
}
