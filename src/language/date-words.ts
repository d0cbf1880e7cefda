import { LANGUAGES, once } from "#language/languages";

/** What stands between the parts of a date, and zones. */
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

const dateWords = once((): ReadonlySet<string> => {
  const words = new Set(BESIDE.split(" "));
  for (const language of LANGUAGES)
    for (const length of ["long", "short"] as const) for (const word of namesIn(language, length)) words.add(word);
  return words;
});

/** Names of months and of days of the week, within a date and alone: many languages have other forms there. */
function namesIn(language: string, length: "long" | "short"): readonly string[] {
  const zone = { timeZone: "UTC" } as const;
  const formats = [
    new Intl.DateTimeFormat(language, { ...zone, month: length, day: "numeric", weekday: length }),
    new Intl.DateTimeFormat(language, { ...zone, month: length }),
  ];
  // Seven days in a row in the first, and a day of each month.
  const days = Array.from({ length: 18 }, (_, i) => Date.UTC(2026, Math.max(0, i - 6), Math.min(i, 6) + 1));
  return formats
    .flatMap((format) => days.flatMap((day) => format.formatToParts(day)))
    .filter(({ type }) => type === "month" || type === "weekday")
    .flatMap(({ value }) => [value.toLowerCase(), value.toLowerCase().replace(/\.$/, "")]);
}
