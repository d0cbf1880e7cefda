import { comparable } from "./comparable.ts";
import { joinDates } from "./dates.ts";
import { joinGraphemes } from "./graphemes.ts";
import { UNSPACED, unspacedWordStarts } from "./scripts.ts";
import type { Token } from "./token.ts";

const JOINER = "\\u00AD\\u200B-\\u200D\\u2060\\uFEFF";
const LETTER = `[[\\p{L}\\p{M}\\p{Nl}\\p{No}]--[${UNSPACED}]]`;
const WORD_CHAR = `[[\\p{L}\\p{M}\\p{N}${JOINER}]--[${UNSPACED}]]`;
const HYPHEN = "[\\-\\u2010\\u2011]";
const SPACE = "[ \\u00A0\\u2009\\u202F]";
const DIGITS = `(?:\\p{Nd}{1,3}(?:${SPACE}\\p{Nd}{3}){1,5}(?!${SPACE}?\\p{Nd})|\\p{Nd}+)`;

/**
 * In this order: white space; (1) addresses, dotted abbreviations, words with inner apostrophes, hyphens and domain dots; (2)
 * numbers with their currency, separators, unit letters and per cent sign (also 12:30, 12.03.2024, 2024-03-12, 10–15,
 * 2024年3月); (3) runs of an unspaced script; runs of dots; any other single character. Parts that may have to be read
 * again are bounded: the time stays linear whatever stands there.
 */
const TOKEN = new RegExp(
  [
    "\\s+",
    `((?:https?://|www\\.)[^\\s<>"”»]{0,2000}[[^\\s<>"”»]--\\p{P}]/?|(?:\\p{Lu}\\.){2,}|${LETTER}${WORD_CHAR}*(?:(?:['’ʼ]|${HYPHEN}|\\.(?=\\p{Ll}))${WORD_CHAR}+)*)`,
    `((?:\\p{Sc}${SPACE}?)?${DIGITS}(?:[.,:·\\/'’\\-\\u2010\\u2011\\u2013]\\p{Nd}+)*(?:[年月日時时分秒億亿万萬千百兆]\\p{Nd}*){0,12}${WORD_CHAR}*(?:${HYPHEN}${WORD_CHAR}+)*(?:${SPACE}?(?:[%‰٪]|\\p{Sc}(?!${SPACE}?\\p{Nd})))?)`,
    `([${UNSPACED}][${UNSPACED}\\p{M}${JOINER}]*)`,
    `\\.{2,}`,
    `[^\\s]`,
  ].join("|"),
  "vy",
);

/** White space and marks without width stand between tokens. */
const GAP = /^(?:\s|[\u00AD\u200B\u2060\uFEFF\u200E\u200F\u202A-\u202E\u2066-\u2069]$)/;

/** Tokens of a text in order. Together with the white space (and invisible marks) between them they tile it. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const plain = plainWordEnd(text, at);
    if (plain > at) tokens.push({ start: at, end: plain, kind: "word", key: text.slice(at, plain) });
    at = plain > at ? plain : pushNext(tokens, text, at);
  }
  return joinDates(text, joinGraphemes(text, tokens, keyOf));
}

const SPACE_CODE = 32;

/**
 * End of the unaccented word at `at` if it is followed by a plain space or comma, else `at`: most words of English text, read
 * five times faster than by the pattern.
 */
function plainWordEnd(text: string, at: number): number {
  let end = at;
  for (
    let code = text.charCodeAt(end) | SPACE_CODE;
    code >= 97 && code <= 122;
    code = text.charCodeAt(end) | SPACE_CODE
  )
    end += 1;
  const after = text.charCodeAt(end);
  return after === SPACE_CODE || after === 44 ? end : at;
}

/** Reads one token by the pattern; returns where it ends (past the white space, if that is what stands there). */
function pushNext(tokens: Token[], text: string, at: number): number {
  // The pattern is sticky and covers every character: it matches at `at`, whatever it read before.
  TOKEN.lastIndex = at;
  const match = TOKEN.exec(text)!;
  const [raw, word, number, run] = match;
  if (word !== undefined) tokens.push(tokenOf(raw, at, "word"));
  else if (number !== undefined) tokens.push(tokenOf(raw, at, "number"));
  else if (run !== undefined) pushRun(tokens, raw, at);
  else if (!GAP.test(raw)) tokens.push(tokenOf(raw, at, "mark"));
  return at + raw.length;
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
