import { isoInstant } from "./instant.ts";
import type { Run } from "./page.ts";

/** First three or four letters of the months, in the languages of most pages without machine-readable dates. */
const MONTHS: readonly string[] = [
  "jan|ene|gen|sty|янв|січ|oca|一月",
  "feb|fév|fev|lut|фев|лют|şub",
  "mar|mär|maa|mrt|мар|бер",
  "apr|avr|abr|kwi|апр|кві|nis",
  "may|mai|maj|mei|mag|май|мая|тра",
  "jun|juin|giu|cze|июн|чер|haz",
  "jul|juil|lug|lip|июл|лип|tem",
  "aug|août|aou|ago|sie|авг|сер|ağu",
  "sep|set|wrz|сен|вер|eyl",
  "oct|okt|ott|out|paź|окт|жов|eki",
  "nov|lis|ноя|лис|kas",
  "dec|dez|déc|dic|gru|дек|гру|ara",
];

const MONTH_OF: readonly RegExp[] = MONTHS.map((names) => new RegExp(`^(?:${names})`, "iu"));

const NUMERIC = /(?<!\d)(\d{1,2})[./](\d{1,2})[./](20\d{2}|19\d{2})(?!\d)/;
const DAY_FIRST = /(?<!\d)(\d{1,2})(?:\.|º|er|\s+de)?\s+(\p{L}{3,10})\.?,?(?:\s+de)?\s+((?:20|19)\d{2})(?!\d)/u;
const MONTH_FIRST = /(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:20|19)\d{2})(?!\d)/u;
const CJK = /((?:20|19)\d{2})\s*[年년.\-/]\s*(\d{1,2})\s*[月월.\-/]\s*(\d{1,2})\s*[日일]?/;

/** Longer lines are sentences that mention a date. */
const MAX_SIZE = 160;

/** A day written out near the headline; null when there is none. 03/04/2020 is read day first, as most of the world does. */
export function visibleDate(runs: readonly Run[]): string | null {
  for (const { text, size } of runs) {
    const date = size <= MAX_SIZE ? dateIn(text) : null;
    if (date) return date;
  }
  return null;
}

function dateIn(text: string): string | null {
  const cjk = CJK.exec(text);
  if (cjk) return day(cjk[1]!, Number(cjk[2]), cjk[3]!);
  const numeric = NUMERIC.exec(text);
  if (numeric) {
    const monthFirst = Number(numeric[2]) > 12;
    return day(numeric[3]!, Number(numeric[monthFirst ? 1 : 2]), numeric[monthFirst ? 2 : 1]!);
  }
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return day(dayFirst[3]!, monthOf(dayFirst[2]!), dayFirst[1]!);
  const monthFirst = MONTH_FIRST.exec(text);
  return monthFirst ? day(monthFirst[3]!, monthOf(monthFirst[1]!), monthFirst[2]!) : null;
}

const monthOf = (name: string): number => MONTH_OF.findIndex((month) => month.test(name)) + 1;

const day = (year: string, month: number, date: string): string | null =>
  month < 1 || month > 12 ? null : isoInstant(`${year}-${String(month).padStart(2, "0")}-${date.padStart(2, "0")}`);
