import { monthNames } from "./calendar-names.ts";
import { LANGUAGES_WITH_MONTHS, monthStems } from "./months.ts";

/** Number of a month (1 to 12) by its name; 0 for any other word. */
export type MonthOf = (word: string) => number;

/** For pages that declare no language. */
const STEMS: readonly RegExp[] = monthStems(LANGUAGES_WITH_MONTHS, false).map(
  (stems) => new RegExp(`^(?:${stems.join("|")})`, "iu"),
);

/** Calendars whose months a language uses. Pages in Persian give years of their own calendar. */
const CALENDARS: Readonly<Record<string, readonly string[]>> = { fa: ["gregory", "persian"], ar: ["gregory"] };

/** Some countries have other names in the same language. */
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  ar: ["ar-EG", "ar-SY"],
  de: ["de", "de-AT"],
  sr: ["sr", "sr-Latn"],
  no: ["nb", "nn"],
};

/** Hebrew writes "in" as a letter before the word. */
const IN = /^ב/u;

const key = (name: string): string =>
  name
    .toLowerCase()
    .normalize("NFC")
    .replace(/^(?:de |d['’])/u, "")
    .replace(/[.\s]+/gu, "");

/** Reads month names of a page's language, in every form Intl has for it, and English; by their stems where none is declared. */
export function monthsOf(language: string): MonthOf {
  const primary = /^[a-z]{2,3}(?![a-z])/.exec(language)?.[0] ?? "";
  const known = KNOWN.get(primary);
  if (known) return known;
  const reader = readerOf(primary);
  if (KNOWN.size < MAX_KNOWN) KNOWN.set(primary, reader);
  return reader;
}

/** Asking Intl for the names of a language takes as long as reading a page. */
const KNOWN = new Map<string, MonthOf>();
/** More languages than the world's news has. */
const MAX_KNOWN = 300;

function readerOf(primary: string): MonthOf {
  const names = new Map<string, number>();
  for (const locale of [...(VARIANTS[primary] ?? [primary]), "en"]) {
    if (locale === "" || Intl.DateTimeFormat.supportedLocalesOf(locale).length === 0) continue;
    for (const calendar of CALENDARS[primary] ?? ["gregory"])
      for (const [name, month] of monthNames(locale, calendar)) if (!names.has(key(name))) names.set(key(name), month);
  }
  return (word) =>
    names.get(key(word)) ??
    names.get(key(word).replace(IN, "")) ??
    (primary === "" || primary === "en" ? byStem(word) : 0);
}

const byStem = (word: string): number => STEMS.findIndex((month) => month.test(word)) + 1;

/** Languages whose months are read in feeds. */
const FEED_LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "nb"] as const;

const withoutAccents = (word: string): string => word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

const FEED_STEMS = monthStems(FEED_LANGUAGES, true).map((stems) => stems.map(withoutAccents));

/** For a text that is a date and nothing else, whose language is not declared, with or without its accents. */
export function monthInDate(word: string): number {
  const plain = withoutAccents(word);
  return FEED_STEMS.findIndex((stems) => stems.some((stem) => plain.startsWith(stem))) + 1;
}
