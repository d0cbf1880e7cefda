import { monthNames, weekdayNames } from "./calendar-names.ts";
import { LANGUAGES, once } from "./languages.ts";

/** Words and zones between the parts of a date. */
const BESIDE =
  "at on um am pm a.m p.m a.m. p.m. uhr h hrs de del à a le il el la the of o the les o\u2019clock ore kl klo godz. ás às г р gmt utc bst est edt cst cdt mst mdt pst pdt et ct mt pt cet cest msk ist jst hkt aest aedt";
const SEPARATORS = /[\s,;()]+/;
/** A number, an ordinal, a date or a time in figures: `#`, `#th`, `#.`, `#/#/#`, `#:#`, `#h#`. */
const FIGURES = /^#(?:st|nd|rd|th|\.|er|[:./\-h]#|º|ª)*(?:[ap]m|h|z)?\.?$/;

/** True for a date, with or without a time of day, in any of the languages, and nothing else. */
export function isDate(shape: string): boolean {
  const words = shape.split(SEPARATORS).filter((word) => word !== "");
  const figures = words.filter((word) => FIGURES.test(word)).length;
  return figures > 0 && words.every((word) => FIGURES.test(word) || dateWords().has(word));
}

/** Is a word, in small letters, one that stands in dates alone: a month, a day of the week, a zone? */
export const isDateWord = (word: string): boolean => dateWords().has(word);

/** Names of months and days of the week, with and without the full stop of an abbreviation. */
const dateWords = once((): ReadonlySet<string> => {
  const words = new Set(BESIDE.split(" "));
  for (const language of LANGUAGES) {
    const months = [...monthNames(language, ownCalendar(language))].map(([name]) => name);
    for (const name of [...months, ...weekdayNames(language)]) {
      const small = name.toLowerCase();
      words.add(small).add(small.replace(/\.$/, ""));
    }
  }
  return words;
});

/** The calendar in which a language usually gives its dates: Persian has one of its own. */
const ownCalendar = (language: string): string => new Intl.DateTimeFormat(language).resolvedOptions().calendar;
