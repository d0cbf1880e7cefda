import { DAY_MS } from "#lib/clock";

/** A day in the Gregorian calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Years that a page of our time may write in its own calendar; outside them a number is no year. */
const GREGORIAN = { from: 1900, to: 2100 };
const BUDDHIST = { from: 2443, to: 2643, before: 543 };
const SOLAR_HIJRI = { from: 1350, to: 1479 };

const within = ({ from, to }: { readonly from: number; readonly to: number }, year: number): boolean =>
  year >= from && year <= to;

export const isYear = (year: number): boolean =>
  within(GREGORIAN, year) || within(BUDDHIST, year) || within(SOLAR_HIJRI, year);

/** A day as written; its year shows the calendar: Gregorian, Thai Buddhist (543 years ahead), or Persian. */
export function gregorian({ year, month, day }: Day): Day | null {
  if (within(BUDDHIST, year)) return { year: year - BUDDHIST.before, month, day };
  if (within(SOLAR_HIJRI, year)) return fromPersian({ year, month, day });
  return within(GREGORIAN, year) ? { year, month, day } : null;
}

/**
 * The Persian year begins at the spring equinox; its first six months have 31 days, the next five 30. Which day that is in
 * the Gregorian calendar is asked of Intl for the few days around the estimate.
 */
function fromPersian({ year, month, day }: Day): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const passed = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  const estimate = Date.UTC(year + 621, 2, 21) + (passed + day - 1) * DAY_MS;
  const persian = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    timeZone: "UTC",
  });
  for (const shift of [0, -1, 1, -2, 2]) {
    const at = estimate + shift * DAY_MS;
    const parts = new Map(persian.formatToParts(at).map(({ type, value }) => [type, Number.parseInt(value, 10)]));
    if (parts.get("month") === month && parts.get("day") === day) {
      const date = new Date(at);
      return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    }
  }
  return null;
}

/** First years of the eras that Japanese and Taiwanese dates count from. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2019, 平成: 1989, 昭和: 1926, 民國: 1912, 民国: 1912 };

/** "令和6年5月3日" -> "2024年5月3日"; the first year of an era is written 元年. */
export const withoutEras = (text: string): string =>
  text.replace(
    /(令和|平成|昭和|民國|民国)\s*(\d{1,3}|元)\s*年/gu,
    (_, era: string, year: string) => `${ERAS[era]! + (year === "元" ? 1 : Number(year)) - 1}年`,
  );
