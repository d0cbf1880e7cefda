import type { QueryDate } from "#model/query";

/** From `start` up to, not including, `end`; epoch ms. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** When someone asks, and where their days begin. */
export interface Asked {
  readonly now: number;
  /** IANA name, such as "Europe/Vienna". */
  readonly zone: string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Says what clocks of the zone show. */
type Clock = Intl.DateTimeFormat;

interface Wall {
  readonly year: number;
  /** 1-12. */
  readonly month: number;
  readonly day: number;
  /** After midnight. */
  readonly minute: number;
}

/** What a date of a query covers. A past hour is 60 minutes long; past days, weeks, months and years are the days on which they began. */
export function stretchOf(date: QueryDate, asked: Asked): Stretch {
  const { now } = asked;
  const zone = clockOf(asked.zone);
  if (date.kind === "date") return ofDate(date, zone);
  if (date.kind === "ago" && date.unit === "h") {
    const start = now - date.count * HOUR_MS;
    return { start, end: start + HOUR_MS };
  }
  const today = wallOf(now, zone);
  const back = date.kind === "day" ? { unit: "d", count: date.name === "today" ? 0 : 1 } : date;
  return dayOf(before(today, back.unit, back.count), zone);
}

function ofDate({ year, month, day, minute }: Extract<QueryDate, { kind: "date" }>, zone: Clock): Stretch {
  const first = { year, month: month ?? 1, day: day ?? 1, minute: minute ?? 0 };
  const start = instantOf(first, zone);
  if (minute !== null) return { start, end: start + MINUTE_MS };
  if (day !== null) return dayOf(first, zone);
  const next = month === null ? { ...first, year: year + 1 } : { ...first, month: month + 1 };
  return { start, end: instantOf(next, zone) };
}

const dayOf = (wall: Wall, zone: Clock): Stretch => ({
  start: instantOf({ ...wall, minute: 0 }, zone),
  end: instantOf({ ...wall, day: wall.day + 1, minute: 0 }, zone),
});

/** A month before 31 March is the end of February. */
function before(wall: Wall, unit: string, count: number): Wall {
  if (unit === "d" || unit === "w") return { ...wall, day: wall.day - count * (unit === "w" ? 7 : 1) };
  const months = wall.year * 12 + wall.month - 1 - count * (unit === "y" ? 12 : 1);
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { ...wall, year, month, day: Math.min(wall.day, last) };
}

/** The first instant at which clocks of the zone show this, or more: an hour that is left out in spring begins when it would end. */
function instantOf({ year, month, day, minute }: Wall, zone: Clock): number {
  const wall = utc(year, month, day, minute);
  // Clocks change by some hours at most; one of the offsets of the days around is right.
  const [earlier, later] = [offsetAt(wall - 24 * HOUR_MS, zone), offsetAt(wall + 24 * HOUR_MS, zone)];
  const tries = [wall - Math.max(earlier, later), wall - Math.min(earlier, later)];
  return tries.find((at) => at + offsetAt(at, zone) === wall) ?? turn(tries[0]!, tries[1]!, wall, zone);
}

/** Where the clocks jump past `wall`, to the minute. */
function turn(from: number, to: number, wall: number, zone: Clock): number {
  for (let at = from; at < to; at += MINUTE_MS) if (at + offsetAt(at, zone) >= wall) return at;
  return to;
}

/** Milliseconds that clocks of the zone are ahead of UTC. */
function offsetAt(at: number, zone: Clock): number {
  const { year, month, day, minute } = wallOf(at, zone);
  return utc(year, month, day, minute) - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}

/** `Date.UTC` takes the years before 100 for those of the last century. */
const utc = (year: number, month: number, day: number, minute: number): number =>
  new Date(0).setUTCFullYear(year, month - 1, day) + minute * MINUTE_MS;

function wallOf(at: number, zone: Clock): Wall {
  const parts = zone.formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)!.value);
  const isBefore = parts.some(({ type, value }) => type === "era" && value.startsWith("B"));
  const year = isBefore ? 1 - of("year") : of("year");
  return { year, month: of("month"), day: of("day"), minute: of("hour") * 60 + of("minute") };
}

/** Takes a while to make. */
const clockOf = (zone: string): Clock =>
  new Intl.DateTimeFormat("en-u-ca-gregory-hc-h23", {
    timeZone: zone,
    era: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
