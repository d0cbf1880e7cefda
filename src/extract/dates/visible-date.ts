import type { Page, Span } from "#extract/page/page";
import { attribute } from "#extract/page/tree";
import { gregorian, isYear, withoutEras } from "#language/calendars";
import { asciiDigits } from "#language/digits";
import { type MonthOf, monthsOf } from "#language/month-of";

/** Longer lines are sentences that mention a date. */
const MAX_SIZE = 160;
/** Boxes looked at that call themselves a date. */
const MAX_BOXES = 200;

/**
 * A day written out near the headline, which ends before the run `below`; null when there is none. Names of months are those of the page's language.
 * 03/04/2020 is read day first, as most of the world does, unless the page is American.
 */
export function visibleDate(page: Page, head: Span, below: number): string | null {
  const read = dateReader(page.facts.language);
  // A date above a headline may be that of today, as on a newspaper's first page.
  const lines = [...page.runs.slice(below, head.to), ...page.runs.slice(head.from, below)];
  for (const { text, size, box } of lines) {
    if (page.boxes[box]!.marks.comment) continue;
    // A paragraph may open with its day in figures, as agency reports do; a day within it is another matter.
    const line = size <= MAX_SIZE ? text : OPENING.test(text) ? text.slice(0, MAX_OPENING) : "";
    const date = line === "" ? null : read(line);
    if (date) return date;
  }
  return null;
}

const OPENING = /^[\p{Ps}\s]?\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?!\d)/u;
/** Characters of a date at the beginning of a line. */
const MAX_OPENING = 12;

/** "Datum: 19.11.2021", also below the text. */
const LABEL =
  /^(?:datum|date|fecha|data|dato|dátum|veröffentlicht|erschienen|erstellt|gespeichert|stand|published|posted|submitted|publié|publicado|pubblicato|gepubliceerd|geplaatst|publicerad|publisert|opublikowano|vydáno|опубликовано|дата|опубліковано|تاريخ|תאריך|日期|发布|發布|公開|掲載|配信|등록|입력|yayın|tarih|ngày)(?![\p{L}\p{M}])/iu;

/** The day in the first box or line anywhere that calls itself a date. */
export function dateBox(page: Page): string | null {
  const read = dateReader(page.facts.language);
  const labelled = page.runs.filter(({ text, size }) => size <= MAX_NAMED_SIZE && LABEL.test(text));
  for (const { text, box } of labelled.slice(0, MAX_BOXES)) {
    const date = page.boxes[box]!.marks.comment ? null : read(text);
    if (date) return date;
  }
  const named = page.boxes.filter(
    ({ element, marks, from, to }) => to === from + 1 && !marks.comment && NAMED.test(attribute(element, "class")),
  );
  for (const { from } of named.slice(0, MAX_BOXES)) {
    const { text, size } = page.runs[from]!;
    const date = size <= MAX_NAMED_SIZE ? read(text) : null;
    if (date) return date;
  }
  return null;
}

const NAMED =
  /(?:^|[\s_-])(?:date|datum|fecha|data|dato|published|pubdate|posted|submitted|publish)(?:$|[\s_-])|(?:date|datum|time)(?:$|[\s_-])|(?:^|[^a-z])(?:Date|pubDate)/;
/** A box that calls itself a date holds a date, at most with its label and the time. */
const MAX_NAMED_SIZE = 80;

/** Reads a day out of a line of a page that declares that language (empty for none), as `2024-05-03`. */
export function dateReader(declared: string): (text: string) => string | null {
  const language = declared.trim().toLowerCase();
  // Asking Intl for the names takes a millisecond, and most lines have no year: only one that has asks.
  const known = new Map<string, MonthOf>();
  const monthFirst = /^en[-_]us$/.test(language);
  const worded = (line: string) => {
    const spoken = languageOf(line, language);
    const months = known.get(spoken) ?? monthsOf(spoken);
    known.set(spoken, months);
    return wordedDate(line, months);
  };
  return (text) => {
    const line = withoutEras(asciiDigits(text)).replace(CLOCK, " ");
    const hasYear = /\d{4}/.test(line);
    if (!hasYear && !SHORT_YEAR.test(line)) return null;
    if (!hasYear) return shortDate(line);
    const said = MAY_BE_MONTH.test(line) ? worded(line) : null;
    return said ?? numericDate(line, monthFirst) ?? worded(line) ?? shortDate(line);
  };
}

/** The declared language, unless the line is in a script it is not written in: pages from one template declare the template's. */
function languageOf(line: string, declared: string): string {
  const [script, languages] = SCRIPTS.find(([pattern]) => pattern.test(line)) ?? [null, null];
  if (script === null) return declared;
  return languages.find((language) => declared.startsWith(language)) ?? languages[0]!;
}

const SCRIPTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\p{Script=Arabic}{3}/u, ["ar", "fa", "ur", "ps", "ckb"]],
  [/\p{Script=Cyrillic}{3}/u, ["ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg"]],
  [/\p{Script=Greek}{3}/u, ["el"]],
  [/\p{Script=Hebrew}{3}/u, ["he"]],
  [/\p{Script=Devanagari}{2}/u, ["hi", "mr", "ne"]],
  [/\p{Script=Bengali}{2}/u, ["bn"]],
  [/\p{Script=Tamil}{2}/u, ["ta"]],
  [/\p{Script=Telugu}{2}/u, ["te"]],
  [/\p{Script=Gujarati}{2}/u, ["gu"]],
  [/\p{Script=Thai}{2}/u, ["th"]],
  [/\p{Script=Georgian}{3}/u, ["ka"]],
  [/\p{Script=Armenian}{3}/u, ["hy"]],
];

/** A time of day with colons: its minutes may stand before the day of the month. */
const CLOCK = /(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])/g;
/** A time of day with a full stop, or an "h", where a month is a word: there no day is written so. */
const DOTTED_CLOCK = /(?<![\d.])\d{1,2}[.h]\d{2}(?:\.\d{2})?(?![\d.]\d)(?!\d)/gi;

/** "6. svibnja 2026. 11.12": a word, and a year that ends in a full stop. */
const MAY_BE_MONTH = /\p{L}[.,]?\s\d{4}\./u;

/** The same sign twice, so that the time in "6 May 2026 11.12" is no month and day. */
const YEAR_FIRST =
  /(?<!\d)(\d{4})\s*(?:[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})|([./-])\s*(\d{1,2})\s*\4\s*(\d{1,2}))(?!\d)/u;
const YEAR_LAST = /(?<![\d./-])(\d{1,2})([./-]|\s?\|\s?)(\d{1,2})\2(\d{4})(?!\d)/;
const SHORT_YEAR = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{2})(?![\d.])/;
const VIETNAMESE = /(?<!\d)(\d{1,2})\s*(?:tháng|thg)\s*(\d{1,2})\s*,?\s*(?:năm\s*)?(\d{4})(?!\d)/iu;

function numericDate(line: string, monthFirst: boolean): string | null {
  const first = YEAR_FIRST.exec(line);
  const yearFirst = first ? iso(first[1]!, first[2] ?? first[5]!, first[3] ?? first[6]!) : null;
  if (yearFirst) return yearFirst;
  const last = YEAR_LAST.exec(line);
  if (last) {
    const american =
      last[2] !== "." && (Number(last[3]) > 12 || (monthFirst && last[2] === "/" && Number(last[1]) <= 12));
    return iso(last[4]!, last[american ? 1 : 3]!, last[american ? 3 : 1]!);
  }
  const vietnamese = VIETNAMESE.exec(line);
  return vietnamese ? iso(vietnamese[3]!, vietnamese[2]!, vietnamese[1]!) : null;
}

/** "03.05.24", asked after all others: it may be a time of day. */
function shortDate(line: string): string | null {
  const short = SHORT_YEAR.exec(line);
  return short ? iso(`20${short[3]}`, short[2]!, short[1]!) : null;
}

const TOKEN = /\d+|[\p{L}\p{M}]+/gu;
/** Words and numbers of a line that are tried: a line of the size above has fewer. */
const MAX_TOKENS = 60;
/** Words between the parts of a date: "3 de mayo de 2024", "2024. gada 3. maijs", "3 मई, 2024 को". */
const MAX_APART = 3;

/** A month's name with a day next to it and a year close by. */
function wordedDate(line: string, monthOf: MonthOf): string | null {
  const tokens = (line.replace(DOTTED_CLOCK, " ").match(TOKEN) ?? []).slice(0, MAX_TOKENS);
  for (let i = 0; i < tokens.length; i++) {
    const pair = i + 1 < tokens.length ? monthOf(tokens[i]! + tokens[i + 1]!) : 0;
    const month = monthOf(tokens[i]!) || pair;
    if (month === 0) continue;
    const day = nearest(tokens, i, (token) => /^\d{1,2}$/.test(token) && Number(token) >= 1 && Number(token) <= 31);
    const year = nearest(tokens, i, (token) => /^\d{4}$/.test(token) && isYear(Number(token)));
    if (day !== null && year !== null) return iso(year, String(month), day);
  }
  return null;
}

/** The closest token that fits, the one before the month first. */
function nearest(tokens: readonly string[], at: number, fits: (token: string) => boolean): string | null {
  for (let apart = 1; apart <= MAX_APART; apart++) {
    for (const token of [tokens[at - apart], tokens[at + apart]]) if (token !== undefined && fits(token)) return token;
  }
  return null;
}

function iso(year: string, month: string, day: string): string | null {
  const found = gregorian({ year: Number(year), month: Number(month), day: Number(day) });
  if (!found) return null;
  const text = [found.year, found.month, found.day].map((part) => String(part).padStart(2, "0")).join("-");
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === found.day ? text : null;
}
