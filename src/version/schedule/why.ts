import { HOUR_MS, MINUTE_MS } from "#lib/clock";

/** "An hour" from 55 minutes to an hour and a half. */
const HOUR_UP_TO = 1.5;

/** What the page of an article tells of its next look. */
export interface Reasons {
  /** Edits met since the first look. */
  readonly edits: number;
  /** Hours since the first look. */
  readonly watchedHours: number;
  /** Edits to be expected per hour. */
  readonly editsPerHour: number;
  /** Of one request, in hours of delay. */
  readonly price: number;
  /** What such a request costs at other hosts: at a host that gets more requests than it should they are dearer. */
  readonly usualPrice: number;
}

/** Why the next look is when it is, in one sentence without an end. */
export function why({ edits, watchedHours, editsPerHour, price, usualPrice }: Reasons): string {
  const met = edits === 0 ? "no edit" : edits === 1 ? "one edit" : `${numeral(edits)} edits`;
  const since = watchedHours < 0.75 ? "so far" : watchedHours < HOUR_UP_TO ? "in an hour" : `in ${span(watchedHours)}`;
  const cost = `one request weighs as much as ${delay(price)} of delay`;
  const dearer = price > 1.2 * usualPrice ? ", more than elsewhere, because this host gets many" : "";
  return `${met} ${since}; ${expected(editsPerHour)}; ${cost}${dearer}`;
}

function expected(editsPerHour: number): string {
  const everyHours = 1 / editsPerHour;
  if (!(everyHours < 365 * 24)) return "hardly any more is expected";
  return everyHours < 24 * 45
    ? `one is expected every ${span(everyHours)}`
    : `hardly one in ${span(everyHours)} is expected`;
}

/** A delay of some minutes; seconds would promise what no formula knows. */
const delay = (hours: number): string => {
  const minutes = (hours * HOUR_MS) / MINUTE_MS;
  return minutes < 1.5 ? "a minute" : minutes < 90 ? `${Math.round(minutes)} minutes` : span(hours);
};

/** "40 minutes", "hour" (with no article), "two hours", "three days": as roughly as it is known. */
function span(hours: number): string {
  if (hours < 0.92) return `${Math.max(5, 5 * Math.round((hours * 60) / 5))} minutes`;
  if (hours < HOUR_UP_TO) return "hour";
  if (hours < 36) return `${numeral(hours)} hours`;
  if (hours < 24 * 14) return `${numeral(hours / 24)} days`;
  return hours < 24 * 70 ? `${numeral(hours / 168)} weeks` : `${numeral(hours / 730)} months`;
}

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

const numeral = (value: number): string => WORDS[Math.round(value)] ?? String(Math.round(value));
