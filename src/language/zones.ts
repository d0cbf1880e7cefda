import { MINUTE_MS } from "#lib/clock";

const OFFSET = /^(?:gmt|utc|z)?\s*([+\u2212-])\s?(\d{1,2})(?::?(\d{2}))?(?!\d)/i;
/** Kiribati is 14 hours ahead of UTC; no zone is further away. */
const MOST_MINUTES = 14 * 60;
const NAME = /^\(?([a-z]{1,5})(?![\p{L}\d])/iu;

/**
 * Minutes east of UTC of a zone as it is written after a time: "+02:00", "+2:00", "GMT+2", "PST".
 * `wall` is the time before it, in epoch ms as if it were UTC: it decides between winter and summer where a name does not ("ET").
 * Null for what is no zone, or one that is not known.
 */
export function zoneMinutes(text: string, wall: number): number | null {
  const zone = text.trim();
  const offset = OFFSET.exec(zone);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    if (minutes > MOST_MINUTES) return null;
    return offset[1] === "+" ? minutes : -minutes;
  }
  const name = NAME.exec(zone)?.[1]?.toUpperCase();
  if (name === undefined) return null;
  const region = REGIONS.get(name);
  if (region !== undefined) return minutesIn(region, wall);
  const hours = HOURS.get(name);
  return hours === undefined ? null : hours * 60;
}

/** True for the names of UTC itself. */
export const isUtc = (text: string): boolean => /^\s*\(?(?:z|gmt|utc)(?![+\u2212\p{L}\d-])/iu.test(text);

/** Names that leave open whether it is summer time. */
const REGIONS: ReadonlyMap<string, string> = new Map([
  ["ET", "America/New_York"],
  ["CT", "America/Chicago"],
  ["MT", "America/Denver"],
  ["PT", "America/Los_Angeles"],
]);

function minutesIn(region: string, wall: number): number {
  const parts = new Intl.DateTimeFormat("en-u-hc-h23", {
    timeZone: region,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(wall);
  const of = (type: string) => Number(parts.find((part) => part.type === type)!.value);
  // Off by the hours of the zone itself, which matters only in the night in which the clocks change.
  const there = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"));
  return Math.round((there - Math.floor(wall / MINUTE_MS) * MINUTE_MS) / MINUTE_MS);
}

/** Hours east of UTC. Ambiguous names (BST, IST, CST) as English-language news means them: Britain, India, Chicago. */
const HOURS: ReadonlyMap<string, number> = new Map([
  ["Z", 0],
  ["UTC", 0],
  ["GMT", 0],
  ["WET", 0],
  ["EST", -5],
  ["EDT", -4],
  ["CST", -6],
  ["CDT", -5],
  ["MST", -7],
  ["MDT", -6],
  ["PST", -8],
  ["PDT", -7],
  ["AKST", -9],
  ["AKDT", -8],
  ["HST", -10],
  ["AST", -4],
  ["ADT", -3],
  ["NST", -3.5],
  ["NDT", -2.5],
  ["BRT", -3],
  ["ART", -3],
  ["CLT", -4],
  ["COT", -5],
  ["PET", -5],
  ["BST", 1],
  ["WEST", 1],
  ["WAT", 1],
  ["CET", 1],
  ["MEZ", 1],
  ["CEST", 2],
  ["MESZ", 2],
  ["CAT", 2],
  ["EET", 2],
  ["SAST", 2],
  ["IDT", 3],
  ["EEST", 3],
  ["MSK", 3],
  ["TRT", 3],
  ["EAT", 3],
  ["IRST", 3.5],
  ["GST", 4],
  ["PKT", 5],
  ["IST", 5.5],
  ["NPT", 5.75],
  ["ICT", 7],
  ["WIB", 7],
  ["WITA", 8],
  ["SGT", 8],
  ["HKT", 8],
  ["MYT", 8],
  ["PHT", 8],
  ["AWST", 8],
  ["WIT", 9],
  ["JST", 9],
  ["KST", 9],
  ["ACST", 9.5],
  ["ACDT", 10.5],
  ["AEST", 10],
  ["AEDT", 11],
  ["NZST", 12],
  ["NZDT", 13],
]);
