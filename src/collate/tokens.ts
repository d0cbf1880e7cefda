import { comparable } from "./comparable.ts";
import { joinDates } from "./dates.ts";
import { joinGraphemes } from "./graphemes.ts";
import { UNSPACED, unspacedWordStarts } from "./scripts.ts";

/** A word, a number or date, or one punctuation mark or symbol: never cut by an edit. White space lies between tokens. */
export interface Token {
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly kind: "word" | "number" | "mark";
  /** Equal keys: the same token but for cosmetics. */
  readonly key: string;
}

const JOINER = "\\u00AD\\u200B-\\u200D\\u2060\\uFEFF";
const LETTER = `[[\\p{L}\\p{M}\\p{Nl}\\p{No}]--[${UNSPACED}]]`;
const WORD_CHAR = `[[\\p{L}\\p{M}\\p{N}${JOINER}]--[${UNSPACED}]]`;
const HYPHEN = "[\\-\\u2010\\u2011]";
const SPACE = "[ \\u00A0\\u2009\\u202F]";
const DIGITS = `(?:\\p{Nd}{1,3}(?:${SPACE}\\p{Nd}{3})+(?!\\p{Nd})|\\p{Nd}+)`;

/**
 * In this order: addresses; numbers with their currency, separators, unit letters and per cent sign (also 12:30,
 * 12.03.2024, 2024-03-12, 10–15, 2024年3月); dotted abbreviations; words with inner apostrophes, hyphens and domain dots;
 * runs of an unspaced script; runs of dots; any other single character.
 */
const TOKEN = new RegExp(
  [
    `(?<address>(?:https?://|www\\.)[^\\s<>"”»]*[[^\\s<>"”»]--\\p{P}]/?)`,
    `(?<number>(?:\\p{Sc}${SPACE}?)?${DIGITS}(?:[.,:·\\/'’\\-\\u2010\\u2011\\u2013]\\p{Nd}+)*(?:[年月日時时分秒億亿万萬千百兆]+\\p{Nd}*)*${WORD_CHAR}*(?:${HYPHEN}${WORD_CHAR}+)*(?:${SPACE}?(?:[%‰٪]|\\p{Sc}(?!${SPACE}?\\p{Nd})))?)`,
    `(?<word>(?:\\p{Lu}\\.){2,}|${LETTER}${WORD_CHAR}*(?:(?:['’ʼ]|${HYPHEN}|\\.(?=\\p{Ll}))${WORD_CHAR}+)*)`,
    `(?<run>[${UNSPACED}][${UNSPACED}\\p{M}${JOINER}]*)`,
    `\\.{2,}`,
    `[^\\s]`,
  ].join("|"),
  "gv",
);

/** Marks without width stand between tokens, like white space. */
const INVISIBLE = /^[\u00AD\u200B\u2060\uFEFF\u200E\u200F\u202A-\u202E\u2066-\u2069]$/;

/** Tokens of a text in order. Together with the white space (and invisible marks) between them they tile it. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const { address, number, word, run } = match.groups!;
    const start = match.index;
    if (word !== undefined || address !== undefined) tokens.push(tokenOf(match[0], start, "word"));
    else if (number !== undefined) tokens.push(tokenOf(number, start, "number"));
    else if (run !== undefined) pushRun(tokens, run, start);
    else if (!INVISIBLE.test(match[0])) tokens.push(tokenOf(match[0], start, "mark"));
  }
  return joinDates(text, joinGraphemes(text, tokens, keyOf));
}

const keyOf = (raw: string): string => comparable(raw) || raw;

const tokenOf = (raw: string, start: number, kind: Token["kind"]): Token => ({
  start,
  end: start + raw.length,
  kind,
  key: keyOf(raw),
});

function pushRun(tokens: Token[], run: string, offset: number): void {
  const starts = unspacedWordStarts(run);
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? run.length;
    tokens.push(tokenOf(run.slice(start, end), offset + start, "word"));
  }
}
