import { HOUR_MS } from "#lib/clock";
import type { Article } from "#model/article";
import type { SignalKind } from "#model/signal";

/** "An hour" from 55 minutes to an hour and a half. */
const HOUR_FROM = 0.92;
const HOUR_UP_TO = 1.5;
/** Above this, the page says that the host is busy. */
const CROWDED = 1.2;

const SIGNALS: Readonly<Record<SignalKind, string>> = {
  updated: "a feed says that it was updated",
  lastmod: "the sitemap says that it has changed",
  headline: "a list shows a different headline",
  push: "the publisher's hub announced a change",
};

/** Why the next look is when it is, as a sentence without its full stop; null while a rule, not the estimate, decides. */
export function why({ plan, signal, versionCount, firstSeenAt, lastLookedAt }: Article): string | null {
  if (plan === null || lastLookedAt === null) return null;
  const { editsPerHour, price, crowding } = plan;
  const seen = editsSeen(Math.max(0, versionCount - 1), (lastLookedAt - firstSeenAt) / HOUR_MS);
  const busier = crowding > CROWDED ? ", more than usual because its host is busy" : "";
  const cost = `one look costs as much as a delay of about ${delay(price)}${busier}`;
  return [...(signal ? [SIGNALS[signal.kind]] : []), seen, expected(editsPerHour), cost].join("; ");
}

function editsSeen(edits: number, hours: number): string {
  const what = edits === 0 ? "no edit" : edits === 1 ? "one edit" : `${numeral(edits)} edits`;
  if (hours < HOUR_FROM) return `${what} so far`;
  return `${what} in ${hours < HOUR_UP_TO ? "an hour" : span(hours)}`;
}

function expected(editsPerHour: number): string {
  const everyHours = 1 / editsPerHour;
  if (!(everyHours < 365 * 24)) return "few further edits are expected";
  return everyHours < 24 * 45
    ? `one is expected every ${span(everyHours)}`
    : `about one in ${span(everyHours)} is expected`;
}

/** A delay in minutes at the finest: the estimate is not exact to the second. */
const delay = (hours: number): string => {
  const minutes = Math.round(hours * 60);
  return minutes < 2 ? "a minute" : minutes < 90 ? `${numeral(minutes)} minutes` : span(hours);
};

/** "40 minutes", "hour" (without "an"), "two hours", "three days": no finer than the estimate. */
function span(hours: number): string {
  if (hours < HOUR_FROM) return `${Math.max(5, 5 * Math.round((hours * 60) / 5))} minutes`;
  if (hours < HOUR_UP_TO) return "hour";
  if (hours < 36) return `${numeral(hours)} hours`;
  if (hours < 24 * 14) return `${numeral(hours / 24)} days`;
  return hours < 24 * 70 ? `${numeral(hours / 168)} weeks` : `${numeral(hours / 730)} months`;
}

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

const numeral = (value: number): string => WORDS[Math.round(value)] ?? String(Math.round(value));
