import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { Trust } from "#model/signal";

/** A feed is not asked more often than this, whatever it brings. */
export const MIN_FEED_WAIT_MS = 5 * MINUTE_MS;
/** Nor less often than this many times its wished period: what comes only once a week still has to be found on its day. */
const LONGEST_PERIODS = 8;
const LONGEST_WAIT_MS = 6 * HOUR_MS;
/** A new article weighs as two announced edits: its first version comes late, and edits before it are lost. */
const NEW_WEIGHT = 2;
/** What happened longer ago counts for half. */
const HALF_LIFE_HOURS = 72;
/** Before a feed has shown its own: one new entry an hour, believed as much as after three hours of watching. */
const [PRIOR_NEWS, PRIOR_HOURS] = [3 * NEW_WEIGHT, 3];
/** When so much of what a feed lists is new, the next poll may come too late for some: entries may have been pushed out. */
const TURNED_OVER = 0.5;

/** A new hub starts with so little trust as if this many polls had found news that it had not announced. */
const PRIOR_UNANNOUNCED = 3;
/** No hub is trusted to announce everything: if we only waited for pushes, we would notice too late that they have stopped. */
const MAX_ANNOUNCED = 0.98;

/** Share of a feed's news that its hub announces, from the polls whose news a push had announced and those without. */
export const announcedShare = ({ hits, misses }: Trust): number =>
  Math.min(hits / (hits + misses + PRIOR_UNANNOUNCED), MAX_ANNOUNCED);

/** How much a feed has brought: hours watched and the weight of the news in them, both with a half-life of three days. */
export interface FeedCourse {
  readonly news: number;
  readonly hours: number;
}

export const NEW_FEED: FeedCourse = { news: 0, hours: 0 };

/** What one poll brought. */
export interface Brought {
  /** Entries listed; 0 when nothing was read because nothing had changed. */
  readonly listed: number;
  /** Of them, articles that were not known; the others are duplicates of earlier polls. */
  readonly fresh: number;
  /** Known articles of which it announced an edit. */
  readonly signals: number;
}

/** @param hours since the poll before; the first poll of a feed says nothing about its pace */
export function afterPoll(before: FeedCourse, { fresh, signals }: Brought, hours: number): FeedCourse {
  if (!(hours > 0)) return before;
  const kept = 0.5 ** (hours / HALF_LIFE_HOURS);
  return { news: kept * before.news + NEW_WEIGHT * fresh + signals, hours: kept * before.hours + hours };
}

/**
 * How long to wait until a feed is polled again: as for articles, sqrt(2c / rate), where the rate is that of new articles and announced
 * edits, so that a delay of one hour weighs the same everywhere; half of it after a poll that brought hardly any duplicates.
 * @param wishedMs the operator's period: never less than half of it, never more than eight times
 * @param price of one request, in hours of delay
 * @param announced share of the news that a hub announces: no polls are needed for it, and the longest wait is then six hours
 */
export function feedWaitMs(
  course: FeedCourse,
  brought: Brought,
  wishedMs: number,
  price: number,
  announced = 0,
): number {
  const rate = ((PRIOR_NEWS + course.news) / (PRIOR_HOURS + course.hours)) * (1 - announced);
  const planned = Math.sqrt((2 * price) / rate) * HOUR_MS;
  const isTurningOver = brought.listed > 0 && brought.fresh > TURNED_OVER * brought.listed && course.hours > 0;
  const waitMs = isTurningOver ? Math.min(planned, wishedMs) / 2 : planned;
  const least = Math.max(MIN_FEED_WAIT_MS, wishedMs / 2);
  const longest = announced > 0 ? LONGEST_WAIT_MS : LONGEST_PERIODS * wishedMs;
  const most = Math.min(Math.max(longest, least), Math.max(LONGEST_WAIT_MS, wishedMs), DAY_MS);
  return Math.round(Math.min(Math.max(waitMs, least), Math.max(most, wishedMs)));
}
