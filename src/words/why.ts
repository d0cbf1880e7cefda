import { HOUR_MS } from "#lib/clock";
import type { Article } from "#model/article";
import type { SignalKind } from "#model/signal";

/** "An hour" from 55 minutes to an hour and a half. */
const HOUR_FROM = 0.92;
const HOUR_UP_TO = 1.5;
/** Dearer than this, and it is worth a word. */
const CROWDED = 1.2;

const TOLD: Readonly<Record<SignalKind, string>> = {
  updated: "a feed says that it was updated",
  lastmod: "the sitemap says that it was changed",
  headline: "a list shows another headline",
  push: "the publisher's hub sent word of it",
};

/** Why the next look is when it is, as one sentence without an end; null while something else than reckoning decides. */
export function why({ plan, signal, versionCount, firstSeenAt, lastLookedAt }: Article): string | null {
  if (plan === null || lastLookedAt === null) return null;
  const { editsPerHour, price, crowding } = plan;
  const watched = met(Math.max(0, versionCount - 1), (lastLookedAt - firstSeenAt) / HOUR_MS);
  const dearer = crowding > CROWDED ? ", more than usual, because its host is asked much" : "";
  const cost = `a request costs as much as ${delay(price)} of delay${dearer}`;
  return [...(signal ? [TOLD[signal.kind]] : []), watched, expected(editsPerHour), cost].join("; ");
}

function met(edits: number, hours: number): string {
  const what = edits === 0 ? "no edit" : edits === 1 ? "one edit" : `${numeral(edits)} edits`;
  if (hours < HOUR_FROM) return `${what} so far`;
  return `${what} in ${hours < HOUR_UP_TO ? "an hour" : span(hours)}`;
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
  const minutes = Math.round(hours * 60);
  return minutes < 2 ? "a minute" : minutes < 90 ? `${numeral(minutes)} minutes` : span(hours);
};

/** "40 minutes", "hour" (with no article), "two hours", "three days": as roughly as it is known. */
function span(hours: number): string {
  if (hours < HOUR_FROM) return `${Math.max(5, 5 * Math.round((hours * 60) / 5))} minutes`;
  if (hours < HOUR_UP_TO) return "hour";
  if (hours < 36) return `${numeral(hours)} hours`;
  if (hours < 24 * 14) return `${numeral(hours / 24)} days`;
  return hours < 24 * 70 ? `${numeral(hours / 168)} weeks` : `${numeral(hours / 730)} months`;
}

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

const numeral = (value: number): string => WORDS[Math.round(value)] ?? String(Math.round(value));
