/**
 * Days on which programs begin to count: a field that was never filled says one of them. Spreadsheets (1899-12-30), databases (1900),
 * Mac OS (1904), Unix (1970, and the day before it west of Greenwich), DOS (1980).
 */
const FIRST_DAYS: ReadonlySet<string> = new Set([
  "1899-12-30",
  "1899-12-31",
  "1900-01-01",
  "1904-01-01",
  "1969-12-31",
  "1970-01-01",
  "1980-01-01",
]);

/** True for a day or instant (`1970-01-01`, `1970-01-01T01:00:00+01:00`) that stands for "no date". */
export const isPlaceholder = (instant: string): boolean => FIRST_DAYS.has(instant.slice(0, 10));
