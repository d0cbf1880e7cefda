import { monthInDate } from "#language/month-of";
import { zoneMinutes } from "#language/zones";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";

/** Before this, dates in feeds are placeholders (0001-01-01, 1970-01-01), not news on the web. */
const EARLIEST_AT = Date.UTC(1990, 0, 1);
/** A wrong time zone puts a date at most 14 hours ahead; what lies further ahead is scheduled or wrong. */
const TOLERANCE_MS = DAY_MS;
/** No written date is longer; keeps the expressions below off hostile text. */
const MAX_DATE_CHARS = 80;

/**
 * An instant as feeds, sitemaps and pages write it, in epoch ms: ISO 8601 and W3CDTF in all precisions, RFC 822/2822 with
 * every known mistake, asctime, "May 5, 2024 3:04 PM", epoch seconds or milliseconds. Without a zone it is taken as UTC.
 * Null when unreadable, a placeholder, or more than a day after `now`.
 */
export function readDate(raw: string, now = Number.POSITIVE_INFINITY): number | null {
  const text = raw.trim().replace(/\s+/g, " ");
  if (text === "" || text.length > MAX_DATE_CHARS) return null;
  const at = readIso(text) ?? readEpoch(text) ?? readNamedMonth(text) ?? readSlashed(text);
  return at === null || at < EARLIEST_AT || at > now + TOLERANCE_MS ? null : at;
}

const ISO =
  /^(\d{4})(?:-(\d{3})(?!\d)|-?(\d{2})(?:-?(\d{2}))?)?(?:(?:[T_ ]| ?T ?|, )(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,:]\d+)?)?)? ?(.*)$/i;

function readIso(text: string): number | null {
  const m = ISO.exec(text.replace(/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, padIso));
  if (!m) return null;
  const [, year, ordinal, month, day, hour, minute, second, zone] = m;
  if (hour === undefined && zone !== "" && !ZONE_ONLY.test(zone!)) return null;
  const offset = readZone(zone ?? "");
  if (offset === null) return null;
  const date = ordinal === undefined ? civil(+year!, +(month ?? 1), +(day ?? 1)) : civil(+year!, 1, 1, +ordinal);
  return date === null ? null : atTime(date, hour, minute, second, offset);
}

const padIso = (_: string, year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
const ZONE_ONLY = /^(?:z|utc|gmt)$/i;

/** Seconds (10 digits) or milliseconds (13) since 1970. */
function readEpoch(text: string): number | null {
  if (/^\d{10}$/.test(text)) return Number(text) * 1000;
  return /^\d{13}$/.test(text) ? Number(text) : null;
}

const MONTH_NAME = "([\\p{L}]{3,12})\\.?";
const TIME = "(\\d{1,2})[:.h](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d+)?)? ?([ap]\\.?m\\.?(?![a-z]))?";
const SPACE = "[ ,/_-]+";
/** "Thu, 01 Jan 2004 19:48:21 GMT", "1. Jan 04", "01-Jan-2004 19:48". */
const DAY_FIRST = new RegExp(
  `(?:^|[^\\d])(\\d{1,2})(?:\\.|st|nd|rd|th)?(?:${SPACE}| )(?:de )?${MONTH_NAME}${SPACE}(?:de )?(\\d{4}|\\d{2})(?!\\d)(.*)$`,
  "iu",
);
/** "Jan 1, 2004 7:48 PM". */
const MONTH_FIRST = new RegExp(`${MONTH_NAME}${SPACE}(\\d{1,2})(?:st|nd|rd|th)?,?${SPACE}(\\d{4})(?!\\d)(.*)$`, "iu");
/** "Thu Jan 1 19:48:21 2004", "Thu Jan 1 19:48:21 EST 2004". */
const ASCTIME = new RegExp(`${MONTH_NAME} (\\d{1,2}) ${TIME} ?([a-z+:0-9-]*) (\\d{4})$`, "iu");
const CLOCK = new RegExp(`^[ ,T]*(?:at |um |à )?${TIME} ?(.*)$`, "iu");

function readNamedMonth(text: string): number | null {
  const c = ASCTIME.exec(text);
  if (c) return assemble(c[8]!, c[1]!, c[2]!, `${c[3]}:${c[4]}:${c[5] ?? "00"} ${c[7]}`);
  const d = DAY_FIRST.exec(text);
  if (d && monthInDate(d[2]!) > 0) return assemble(d[3]!, d[2]!, d[1]!, d[4]!);
  const m = MONTH_FIRST.exec(text);
  return m ? assemble(m[3]!, m[1]!, m[2]!, m[4]!) : null;
}

/** "5/17/2024 3:04 PM" as in the United States, "17/5/2024" and "17.05.2024" where only that can be meant. */
function readSlashed(text: string): number | null {
  const m = /^(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4})(?!\d)(.*)$/.exec(text);
  if (!m) return null;
  const [first, second] = [Number(m[1]), Number(m[3])];
  const monthFirst = m[2] === "/" ? first <= 12 : second > 12;
  const date = monthFirst ? civil(Number(m[4]), first, second) : civil(Number(m[4]), second, first);
  return date === null ? null : withClock(date, m[5]!);
}

function assemble(year: string, monthName: string, day: string, rest: string): number | null {
  const month = monthInDate(monthName);
  if (month === 0) return null;
  const fullYear = year.length === 2 ? Number(year) + (Number(year) >= 90 ? 1900 : 2000) : Number(year);
  const date = civil(fullYear, month, Number(day));
  return date === null ? null : withClock(date, rest);
}

function withClock(date: number, rest: string): number | null {
  const m = CLOCK.exec(rest);
  if (!m) return date;
  const [, hour, minute, second, half, zone] = m;
  const hours = half ? (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hour);
  return atTime(date, String(hours), minute, second, readZone(zone ?? "", date) ?? 0);
}

function civil(year: number, month: number, day: number, ordinal?: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > 31 || (ordinal !== undefined && (ordinal < 1 || ordinal > 366))) {
    return null;
  }
  const at = Date.UTC(year, month - 1, ordinal ?? day);
  return year < 100 ? null : at;
}

/** `date` is midnight UTC. A leap second and 24:00 are the start of the next minute and day. */
function atTime(date: number, hour = "0", minute = "0", second = "0", offsetMs = 0): number | null {
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return date;
  return date + Number(hour) * HOUR_MS + Number(minute) * MINUTE_MS + Number(second) * 1000 - offsetMs;
}

/** Offset east of UTC in ms of the time `wall`; 0 for none or an unknown name; null when the text is no zone at all. */
function readZone(raw: string, wall = 0): number | null {
  const text = raw.trim().replace(/\s*\(.*$/, "");
  if (text === "") return 0;
  const minutes = zoneMinutes(text, wall);
  if (minutes !== null) return minutes * MINUTE_MS;
  return /^[a-z]{1,5}\b/i.test(text) ? 0 : null;
}
