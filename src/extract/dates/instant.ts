import { monthStems } from "#language/months";

/** Fields for machines name months in English, whatever language the page is in. */
const MONTHS = monthStems(["en"], false).flat();

const pad = (value: string | number): string => String(value).padStart(2, "0");

/** The longest form is about fifty characters. */
const MAX_LENGTH = 100;

/**
 * ISO 8601 from the forms that publishers write into machine-readable fields, keeping the zone they claim and inventing none:
 * "2024-05-03 15:47:42+0200" -> "2024-05-03T15:47:42+02:00"; "Fri, 03 May 2024 13:47:00 GMT" -> "2024-05-03T13:47:00Z";
 * "May 3, 2024" -> "2024-05-03". Null when there is no such date.
 */
export function isoInstant(text: string): string | null {
  const value = text.slice(0, MAX_LENGTH).trim();
  if (/^\d{10}(?:\d{3})?$/.test(value)) return fromEpoch(value);
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T\s]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(.*))?/.exec(value);
  if (iso) return build(iso[1]!, iso[2]!, iso[3]!, iso[4], iso[5], iso[6], iso[7]);
  const slashed = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(.*))?/.exec(value);
  if (slashed) return build(slashed[1]!, slashed[2]!, slashed[3]!, slashed[4], slashed[5], slashed[6], slashed[7]);
  const dayFirst = /^(?:[a-z]{3,9}\.?,?\s+)?(\d{1,2})\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})(.*)/i.exec(value);
  if (dayFirst) return named(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!, dayFirst[4]!);
  const monthFirst = /^(?:[a-z]{3,9}\.?,?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(.*)/i.exec(value);
  if (monthFirst) return named(monthFirst[3]!, monthFirst[1]!, monthFirst[2]!, monthFirst[4]!);
  return null;
}

function named(year: string, month: string, day: string, rest: string): string | null {
  const index = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  if (index < 0) return null;
  const time = /(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?\s*(.*)/i.exec(rest);
  if (!time) return build(year, pad(index + 1), day);
  const late = /^p/i.test(time[4] ?? "");
  const hour = time[4] ? (Number(time[1]) % 12) + (late ? 12 : 0) : Number(time[1]);
  return build(year, pad(index + 1), day, pad(hour), time[2], time[3], time[5]);
}

function build(
  year: string,
  month: string,
  day: string,
  hour?: string,
  minute?: string,
  second?: string,
  zone?: string,
): string | null {
  const date = `${year}-${pad(month)}-${pad(day)}`;
  if (Number(year) < 1900 || Number.isNaN(Date.parse(`${date}T00:00:00Z`))) return null;
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return date;
  return `${date}T${pad(hour)}:${minute}:${second ?? "00"}${zoneOf(zone ?? "")}`;
}

function zoneOf(text: string): string {
  const zone = text.trim();
  if (/^(?:z|gmt|utc)(?![+-])/i.test(zone)) return "Z";
  const offset = /^(?:gmt|utc)?([+-])(\d{2}):?(\d{2})?/i.exec(zone);
  return offset ? `${offset[1]}${offset[2]}:${offset[3] ?? "00"}` : "";
}

const fromEpoch = (digits: string): string =>
  new Date(Number(digits) * (digits.length === 10 ? 1000 : 1)).toISOString().replace(".000Z", "Z");
