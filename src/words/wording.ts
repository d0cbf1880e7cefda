import type { ArticleStatus } from "#model/article";
import type { ChangeSummary } from "#model/change";
import type { FeedKind } from "#model/source";

/**
 * The words for numbers, times and states. All that depends on English grammar is in `words/`, so a second language
 * replaces this folder and the sentences of the pages, and nothing else.
 */

const NUMBER = new Intl.NumberFormat("en-GB");
export const number = (n: number): string => NUMBER.format(n);

/** `plural(1, "edit")` is "1 edit", `plural(1200, "edit")` is "1,200 edits". */
export const plural = (n: number, one: string, many = `${one}s`): string => `${number(n)} ${n === 1 ? one : many}`;

const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Small numbers as words, for running text: "changed three times". */
export const inLetters = (n: number): string => SMALL[n] ?? number(n);

/** "one split into two", "two merged into one": of paragraphs. */
export const divided = (what: {
  readonly kind: "split" | "merged";
  readonly old: number;
  readonly new: number;
}): string => `${inLetters(what.old)} ${what.kind} into ${inLetters(what.new)}`;

export const times = (n: number): string => (n === 1 ? "once" : n === 2 ? "twice" : `${inLetters(n)} times`);

/** "six times in three stretches"; if each stretch is one look, only "six times". */
export const timesSeen = (looks: number, runs: number): string =>
  runs === 1 || runs === looks ? times(looks) : `${times(looks)} in ${inLetters(runs)} stretches`;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Lengths of time up to `below`, in a fixed wording or counted in a unit, rounded. */
interface Scale {
  readonly below: number;
  readonly unit: number | null;
  readonly words: (count: number) => string;
}

const SCALES: readonly Scale[] = [
  { below: MINUTE, unit: null, words: () => "less than a minute" },
  { below: 50 * MINUTE, unit: MINUTE, words: (n) => plural(n, "minute") },
  { below: 90 * MINUTE, unit: null, words: () => "about an hour" },
  { below: 23.5 * HOUR, unit: HOUR, words: (n) => `about ${plural(n, "hour")}` },
  { below: 36 * HOUR, unit: null, words: () => "about a day" },
  { below: 45 * DAY, unit: DAY, words: (n) => plural(n, "day") },
  { below: 320 * DAY, unit: 30.44 * DAY, words: (n) => `about ${plural(n, "month")}` },
  { below: 550 * DAY, unit: null, words: () => "about a year" },
  { below: Number.POSITIVE_INFINITY, unit: 365.25 * DAY, words: (n) => `about ${plural(n, "year")}` },
];

const scaleOf = (span: number): Scale => SCALES.find(({ below }) => span < below)!;

/** A length of time in everyday words: "less than a minute", "12 minutes", "about 2 hours", "3 days", "about 5 months". */
export function duration(ms: number): string {
  const span = Math.abs(ms);
  const { unit, words } = scaleOf(span);
  return words(unit === null ? 1 : Math.round(span / unit));
}

/** A length of time in few letters, for a drawing: "12 min", "2 h", "3 d". */
export function shortDuration(ms: number): string {
  const span = Math.abs(ms);
  if (span < 50 * MINUTE) return `${Math.max(1, Math.round(span / MINUTE))} min`;
  if (span < 36 * HOUR) return `${Math.max(1, Math.round(span / HOUR))} h`;
  return `${number(Math.round(span / DAY))} d`;
}

export const later = (ms: number): string => `${duration(ms)} later`;

/** An instant relative to `now`: "in 12 minutes", "about 2 hours ago". */
export function relative(at: number, now: number): string {
  if (Math.abs(at - now) < MINUTE) return at > now ? "in less than a minute" : "just now";
  return at < now ? `${duration(now - at)} ago` : `in ${duration(at - now)}`;
}

/** When `relative(at, now)` comes to say something else, for a clock that goes on from `now`. */
export function relativeUntil(at: number, now: number): number {
  const span = Math.abs(at - now);
  const scale = scaleOf(span);
  const { below, unit } = scale;
  const count = unit === null ? 0 : Math.round(span / unit);
  if (at <= now) return Math.ceil(at + (unit === null ? below : Math.min(below, (count + 0.5) * unit)));
  const from = SCALES[SCALES.indexOf(scale) - 1]?.below ?? 1;
  return Math.floor(at - (unit === null ? from : Math.max(from, (count - 0.5) * unit))) + 1;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MONTHS_LONG = "January February March April May June July August September October November December".split(" ");
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const two = (n: number): string => String(n).padStart(2, "0");

/** "14:02", in UTC. */
export const clockTime = (at: number): string => {
  const d = new Date(at);
  return `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`;
};

/** "21 Nov 2026", in UTC. */
export const shortDate = (at: number): string => {
  const d = new Date(at);
  return `${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]} ${d.getUTCFullYear()}`;
};

/** "21 Nov 2026, 14:02 UTC": the full form of every instant. */
export const absolute = (at: number): string => `${shortDate(at)}, ${clockTime(at)} UTC`;

/** "Saturday 21 November 2026": the heading over a day's changes. */
export const longDay = (at: number): string => {
  const d = new Date(at);
  return `${WEEKDAYS[d.getUTCDay()]} ${d.getUTCDate()} ${MONTHS_LONG[d.getUTCMonth()]} ${d.getUTCFullYear()}`;
};

/** "Tue", in UTC. */
export const weekday = (at: number): string => WEEKDAYS[new Date(at).getUTCDay()]!.slice(0, 3);

/** "a, b and c". */
export function list(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** Longest wording quoted in a list, in characters: a line and a half. */
const MAX_QUOTED = 140;

/** The first words of a text, with an ellipsis where it goes on. */
export function clipped(text: string, limit = MAX_QUOTED): string {
  if (text.length <= limit) return text;
  return `${text
    .slice(0, limit)
    .replace(/[\p{L}\p{M}\p{N}\uD800-\uDBFF]{0,24}$/u, "")
    .trimEnd()}…`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * What a change did, in one line: "Headline rewritten, two paragraphs edited and one added". If every word stayed and
 * paragraphs were only split, merged or moved, the line says so.
 */
export function changeLine(s: ChangeSummary): string {
  const parts: string[] = [];
  const words = s.wordsAdded + s.wordsRemoved + s.paragraphsAdded + s.paragraphsRemoved;
  const sameWords = words === 0 && s.sample.old === "" && s.sample.new === "";
  if (s.headlineChanged) parts.push("headline rewritten");
  if (s.standfirstChanged) parts.push("standfirst rewritten");
  if (s.correctionAdded) parts.push("correction note added");
  const counts: [number, string][] = [
    [s.paragraphsEdited, "edited"],
    [s.paragraphsAdded, "added"],
    [s.paragraphsRemoved, "removed"],
    [s.paragraphsSplit, "split"],
    [s.paragraphsMerged, "merged"],
    [s.paragraphsMoved, "moved"],
  ];
  let named = false;
  for (const [n, done] of counts) {
    if (n === 0) continue;
    if (done === "merged" && !named)
      parts.push(n === 1 ? "paragraphs merged" : `paragraphs merged in ${inLetters(n)} places`);
    else
      parts.push(named ? `${inLetters(n)} ${done}` : `${inLetters(n)} ${n === 1 ? "paragraph" : "paragraphs"} ${done}`);
    named = true;
  }
  if (parts.length === 0) return sameWords ? "Quotation marks, dashes or spaces changed" : "Wording changed";
  return capital(list(parts)) + (sameWords && !s.correctionAdded ? ", no word changed" : "");
}

/** "live page, 14 versions since 09:00"; with the day if it is not today. */
export function runningLine(
  { versions, since }: { readonly versions: number; readonly since: number },
  now: number,
): string {
  const day = shortDate(since) === shortDate(now) ? "" : `${shortDate(since)}, `;
  return `live page, ${plural(versions, "version")} since ${day}${clockTime(since)}`;
}

/** "34 words in, 12 out"; empty when only the order changed. */
export function wordCounts(s: ChangeSummary): string {
  if (s.wordsAdded + s.wordsRemoved === 0) return "";
  if (s.wordsRemoved === 0) return `${plural(s.wordsAdded, "word")} in`;
  if (s.wordsAdded === 0) return `${plural(s.wordsRemoved, "word")} out`;
  return `${plural(s.wordsAdded, "word")} in, ${number(s.wordsRemoved)} out`;
}

export const STATUSES: Readonly<Record<ArticleStatus, string>> = {
  watched: "watched",
  quiet: "no longer checked",
  gone: "gone",
  refused: "access not allowed",
  "not-article": "not an article",
  joined: "part of another article",
};

export const FEED_KINDS: Readonly<Record<FeedKind, string>> = {
  rss: "RSS feed",
  atom: "Atom feed",
  rdf: "RDF feed",
  json: "JSON Feed",
  sitemap: "Sitemap",
  "news-sitemap": "News sitemap",
  "sitemap-index": "Sitemap index",
  page: "Section page",
};
