import { AGO_UNITS, type AgoUnit, type QueryDate } from "#model/query";

const DATE = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2})(?:[Tt](\d{1,2}):(\d{2}))?)?)?$/;
/** 9,999 years ago is before all writing. */
const AGO = /^-?(\d{1,4})([a-z])$/i;

/** "2026-03-01T08:10", "2026/3/1", "2026-03", "2026", "7d", "yesterday"; null for what is no date, or none that exists. */
export function readDate(typed: string): QueryDate | null {
  const text = typed.normalize("NFKC");
  const name = text.toLowerCase();
  if (name === "today" || name === "yesterday") return { kind: "day", name };
  const ago = AGO.exec(text);
  if (ago) {
    const unit = ago[2]!.toLowerCase() as AgoUnit;
    return AGO_UNITS.includes(unit) ? { kind: "ago", count: Number(ago[1]), unit } : null;
  }
  const [, year, month, day, hour, minute] = DATE.exec(text) ?? [];
  if (year === undefined) return null;
  const number = (part: string | undefined) => (part === undefined ? null : Number(part));
  const time = hour === undefined ? null : Number(hour) * 60 + Number(minute);
  const date = { kind: "date", year: Number(year), month: number(month), day: number(day), minute: time } as const;
  return exists(date) && (hour === undefined || (Number(hour) < 24 && Number(minute) < 60)) ? date : null;
}

/** Years before 1000 would be taken for another century by the calendar, and nothing was published in them. */
const FIRST_YEAR = 1000;

function exists({ year, month, day }: Extract<QueryDate, { kind: "date" }>): boolean {
  if (year < FIRST_YEAR) return false;
  const date = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  return date.getUTCMonth() + 1 === (month ?? 1) && date.getUTCDate() === (day ?? 1);
}

const two = (part: number): string => String(part).padStart(2, "0");

export function printDate(date: QueryDate): string {
  if (date.kind === "day") return date.name;
  if (date.kind === "ago") return `${date.count}${date.unit}`;
  const { year, month, day, minute } = date;
  const parts = [month, day].filter((part) => part !== null).map((part) => `-${two(part)}`);
  const time = minute === null ? "" : `T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  return `${year}${parts.join("")}${time}`;
}

/** Of any date but one of the calendar: it is another one tomorrow. */
export const isRelative = (date: QueryDate | null): boolean => date !== null && date.kind !== "date";

const RANGE = /^(.*?)\.\.(.*)$/;

/** "2026-03..2026-05", "2026-03..", "..7d" and a date alone: from then, if it is so long ago, else the whole of it. */
export function readRange(typed: string): { readonly from: QueryDate | null; readonly until: QueryDate | null } | null {
  const range = RANGE.exec(typed);
  if (!range) {
    const date = readDate(typed);
    return date && { from: date, until: date.kind === "ago" ? null : date };
  }
  const [from, until] = [range[1]!, range[2]!].map((part) => (part === "" ? null : readDate(part)));
  const isRead = (range[1] === "" || from !== null) && (range[2] === "" || until !== null);
  return isRead && (from || until) ? { from: from ?? null, until: until ?? null } : null;
}

export function printRange(from: QueryDate | null, until: QueryDate | null): string {
  const [first, last] = [from, until].map((date) => (date === null ? "" : printDate(date))) as [string, string];
  return first === last && from?.kind !== "ago" ? first : `${first}..${last}`;
}
