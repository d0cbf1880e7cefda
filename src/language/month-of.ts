/** First three or four letters of the months, for pages that declare no language. */
const STEMS: readonly RegExp[] = [
  "jan|ene|gen|sty|янв|січ|oca|led",
  "feb|fév|fev|lut|фев|лют|şub|úno",
  "mar|mär|maa|mrt|мар|бер|bře",
  "apr|avr|abr|kwi|апр|кві|nis|dub",
  "may|mai|maj|mei|mag|май|мая|тра",
  "jun|juin|giu|cze|июн|чер|haz",
  "jul|juil|lug|lip|июл|лип|tem",
  "aug|août|aou|ago|sie|авг|сер|ağu",
  "sep|set|wrz|сен|вер|eyl",
  "oct|okt|ott|out|paź|окт|жов|eki",
  "nov|ноя|kas",
  "dec|dez|déc|dic|gru|дек|гру|ara",
].map((names) => new RegExp(`^(?:${names})`, "iu"));

/** Number of a month (1 to 12) by its name; 0 for any other word. */
export type MonthOf = (word: string) => number;

const FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { month: "long" },
  { month: "short" },
  { month: "long", day: "numeric" },
  { month: "short", day: "numeric" },
];

/** Names of Persian months, which pages in Persian use with years of their own calendar. */
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
  const names = new Map<string, number>();
  for (const locale of [...(VARIANTS[primary] ?? [primary]), "en"]) {
    if (locale === "" || Intl.DateTimeFormat.supportedLocalesOf(locale).length === 0) continue;
    for (const calendar of CALENDARS[primary] ?? ["gregory"])
      for (const [name, month] of namesIn(locale, calendar)) if (!names.has(name)) names.set(name, month);
  }
  return (word) =>
    names.get(key(word)) ??
    names.get(key(word).replace(IN, "")) ??
    (primary === "" || primary === "en" ? stem(word) : 0);
}

const stem = (word: string): number => STEMS.findIndex((month) => month.test(word)) + 1;

function* namesIn(locale: string, calendar: string): Generator<readonly [string, number]> {
  for (const form of FORMS) {
    const format = new Intl.DateTimeFormat(`${locale}-u-ca-${calendar}`, { ...form, timeZone: "UTC" });
    for (let month = 1; month <= 12; month++) {
      // The middle of each Persian month lies early in a Gregorian one, three months on.
      const at = calendar === "persian" ? Date.UTC(2024, month + 2, 5) : Date.UTC(2024, month - 1, 15);
      const name = format.formatToParts(at).find(({ type }) => type === "month")?.value ?? "";
      if (/^\D+$/u.test(name)) yield [key(name), month];
    }
  }
}
