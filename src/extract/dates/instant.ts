import { monthStems } from "#language/months";
import { isUtc, zoneMinutes } from "#language/zones";

/** Fields for machines name months in English, whatever language the page is in. */
const MONTHS = monthStems(["en"], false).flat();

const pad = (value: string | number): string => String(value).padStart(2, "0");

/** The longest form is about fifty characters. */
const MAX_LENGTH = 100;

const YEAR_FIRST = /^(\d{4})(?:-?(\d{2})-?(\d{2})|([/.])(\d{1,2})\4(\d{1,2}))(?!\d)(.*)/;
const WEEKDAY = "(?:[a-z]{3,9}\\.?,?\\s+)?";
const DAY_FIRST = new RegExp(
  `^${WEEKDAY}(\\d{1,2})(?:\\.|st|nd|rd|th)?[\\s-]+([a-z]{3,9})\\.?,?[\\s-]+(\\d{4})(?!\\d)(.*)`,
  "i",
);
const MONTH_FIRST = new RegExp(
  `^${WEEKDAY}([a-z]{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)(.*)`,
  "i",
);

/** As C and Java print a date: "Fri Apr 28 19:20:36 CEST 2023". */
const YEAR_LAST = new RegExp(
  `^${WEEKDAY}([a-z]{3,9})\\s+(\\d{1,2})\\s+(\\d{1,2}:\\d{2}[^\\d]?\\S*(?:\\s\\D\\S*)?)\\s+(\\d{4})$`,
  "i",
);

/**
 * ISO 8601 from the forms that publishers write into machine-readable fields, keeping the zone they claim and inventing none:
 * "2024-05-03 15:47:42+0200" -> "2024-05-03T15:47:42+02:00"; "Fri, 03 May 2024 13:47:00 GMT" -> "2024-05-03T13:47:00Z";
 * "May 3, 2024 at 9:30 AM PDT" -> "2024-05-03T09:30:00-07:00". Null when there is no such date.
 */
export function isoInstant(text: string): string | null {
  const value = text.slice(0, MAX_LENGTH).trim();
  if (/^\d{10}(?:\d{3})?$/.test(value)) return fromEpoch(value);
  const year = YEAR_FIRST.exec(value);
  if (year) return instant(year[1]!, year[2] ?? year[5]!, year[3] ?? year[6]!, year[7]!);
  const day = DAY_FIRST.exec(value);
  if (day) return named(day[3]!, day[2]!, day[1]!, day[4]!);
  const month = MONTH_FIRST.exec(value);
  if (month) return named(month[3]!, month[1]!, month[2]!, month[4]!);
  const last = YEAR_LAST.exec(value);
  return last ? named(last[4]!, last[1]!, last[2]!, ` ${last[3]}`) : null;
}

function named(year: string, month: string, day: string, rest: string): string | null {
  const index = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  return index < 0 ? null : instant(year, String(index + 1), day, rest);
}

const HALF = "(?:\\s*([ap])\\.?m\\.?(?![a-z]))?";
/** After a "T" the colons may be missing; in words a full stop may take their place. */
const ISO_CLOCK = new RegExp(`^T\\s*(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d+)?)?${HALF}\\s*(.*)`, "i");
const CLOCK = new RegExp(
  `^\\D{0,12}?(\\d{1,2})[:.h](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d+)?)?(?!\\d)${HALF}\\s*(?:uhr\\s*)?(.*)`,
  "i",
);

/** The day, with the time that follows it where there is one. */
function instant(year: string, month: string, day: string, rest: string): string | null {
  const date = `${year}-${pad(month)}-${pad(day)}`;
  if (Number(year) < 1900 || Number.isNaN(Date.parse(`${date}T00:00:00Z`))) return null;
  const [, hours, minute, second = "00", half, zone = ""] = ISO_CLOCK.exec(rest) ?? CLOCK.exec(rest) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minute) > 59) return date;
  const hour = half === undefined ? hours : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0);
  const wall = `${date}T${pad(hour)}:${minute}:${Number(second) > 59 ? "59" : second}`;
  return wall + zoneOf(zone, Date.parse(`${wall}Z`));
}

/** "Z", "+02:00", or "" where none is stated. */
function zoneOf(text: string, wall: number): string {
  if (isUtc(text)) return "Z";
  const minutes = zoneMinutes(text, wall);
  if (minutes === null) return "";
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

const fromEpoch = (digits: string): string =>
  new Date(Number(digits) * (digits.length === 10 ? 1000 : 1)).toISOString().replace(".000Z", "Z");
