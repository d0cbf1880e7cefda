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
 * again are bounded: the time stays linear for every text.
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

/** Where the words of a run without spaces start: `unspacedWordStarts`, or one that remembers the runs it has read. */
export type WordStarts = (run: string) => readonly number[];

/** Tokens of a text in order. Together with the white space (and invisible marks) between them they tile it. */
export function tokenize(text: string, wordStarts: WordStarts = unspacedWordStarts): Token[] {
  const reader: Reader = { text, tokens: [], keyOf: keysOf(text), wordStarts };
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const kind = code < PLAIN.length ? PLAIN[code]! : OTHER;
    if (kind === SPACE_BETWEEN) at += 1;
    else if (kind === MARK && text.charCodeAt(at + 1) !== FULL_STOP) at = pushPlain(reader, at, at + 1, "mark");
    else {
      const end = kind === LETTER_ALONE ? plainWordEnd(text, at) : at;
      at = end > at ? pushPlain(reader, at, end, "word") : pushNext(reader, at);
    }
  }
  return joinDates(text, joinGraphemes(text, reader.tokens, reader.keyOf));
}

/** A text on its way into tokens. */
interface Reader {
  readonly text: string;
  readonly tokens: Token[];
  readonly keyOf: (raw: string) => string;
  readonly wordStarts: WordStarts;
}

/** A text that folds to itself has only parts that do, but for spaces at their ends: folding is closed under cutting. */
function keysOf(text: string): (raw: string) => string {
  const form = text.trim();
  return comparable(form) === form ? (raw) => raw.trim() || raw : (raw) => comparable(raw) || raw;
}

function pushPlain({ text, tokens }: Reader, start: number, end: number, kind: Token["kind"]): number {
  tokens.push({ start, end, kind, key: text.slice(start, end) });
  return end;
}

const FULL_STOP = 46;
const SPACE_CODE = 32;

const OTHER = 0;
const LETTER_ALONE = 1;
const MARK = 2;
const SPACE_BETWEEN = 3;

/** Characters up to the Arabic letters; later ones are left to the pattern. */
const FIRST_CHARACTERS = String.fromCharCode(...Array.from({ length: 0x0700 }, (_, code) => code));
/** Marks that stand for themselves whatever follows, and letters that fold to themselves (not the Greek sign, not the tatweel). */
const PLAIN_MARKS = /[!"#%&'()*+,\-./:;<=>?@[\\\]^_{|}~]/g;
const PLAIN_LETTERS = /[\p{L}--[\u0374\u0640]]/gv;

/** What can be read five times faster than by the pattern: spaces, marks, and letters where words consist of nothing else. */
const PLAIN = new Uint8Array(FIRST_CHARACTERS.length);
PLAIN[SPACE_CODE] = SPACE_BETWEEN;
for (const { index } of FIRST_CHARACTERS.matchAll(PLAIN_MARKS)) PLAIN[index] = MARK;
for (const { index } of FIRST_CHARACTERS.matchAll(PLAIN_LETTERS)) PLAIN[index] = LETTER_ALONE;

/** End of the word of plain letters at `at` if a space or mark follows that cannot go on with it, else `at`. */
function plainWordEnd(text: string, at: number): number {
  let end = at;
  let code = text.charCodeAt(end);
  while (code < PLAIN.length && PLAIN[code] === LETTER_ALONE) code = text.charCodeAt(++end);
  if (end === text.length) return end;
  if (code >= PLAIN.length || PLAIN[code] === OTHER || GOES_ON.includes(text[end]!)) return at;
  // Abbreviations and domains go on after a full stop.
  return code !== FULL_STOP || end + 1 === text.length || text.charCodeAt(end + 1) === SPACE_CODE ? end : at;
}

/** Apostrophes and hyphens inside words, and the colon of an address. */
const GOES_ON = "'-:";

/** Reads one token by the pattern; returns where it ends (past the white space, if it finds that). */
function pushNext(reader: Reader, at: number): number {
  // The pattern is sticky and covers every character: it matches at `at`, whatever it read before.
  TOKEN.lastIndex = at;
  const match = TOKEN.exec(reader.text)!;
  const [raw, word, number, run] = match;
  if (word !== undefined) push(reader, raw, at, "word");
  else if (number !== undefined) push(reader, raw, at, "number");
  else if (run !== undefined) pushRun(reader, raw, at);
  else if (!GAP.test(raw)) push(reader, raw, at, "mark");
  return at + raw.length;
}

function push({ tokens, keyOf }: Reader, raw: string, start: number, kind: Token["kind"]): void {
  tokens.push({ start, end: start + raw.length, kind, key: keyOf(raw) });
}

function pushRun(reader: Reader, run: string, offset: number): void {
  const starts = reader.wordStarts(run);
  for (const [index, start] of starts.entries())
    push(reader, run.slice(start, starts[index + 1] ?? run.length), offset + start, "word");
}
