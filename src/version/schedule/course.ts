import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { Article } from "#model/article";
import type { Habits } from "#model/habits";
import type { Course } from "./activity.ts";
import { powerLeft, USUAL_BURSTS } from "./bursts.ts";
import { ageing } from "./day.ts";

/** An article that names no time of publication was published about so long before it was found. */
const USUAL_LAG_MS = 15 * MINUTE_MS;
/** A feed that lists an old article has a reason to: it is watched as if it were a day old, not as if it were past. */
const MAX_HEAD_START_MS = DAY_MS;

type Found = Pick<Article, "firstSeenAt" | "publishedAt">;

/** When an article began, as far as its edits go by it. */
export function bornAt({ firstSeenAt, publishedAt }: Found): number {
  if (publishedAt === null || publishedAt >= firstSeenAt) return firstSeenAt - USUAL_LAG_MS;
  return Math.max(publishedAt, firstSeenAt - MAX_HEAD_START_MS);
}

export const ageHoursAt = (found: Found, at: number): number => Math.max(0, at - bornAt(found)) / HOUR_MS;

/** Hour of the day, UTC, with its fraction. */
export const hourAt = (at: number): number => (at % DAY_MS) / HOUR_MS;

/** The last edit that was seen. It was made between a look at the old text and a look at the new text. */
export interface LastEdit {
  readonly afterAt: number;
  readonly seenAt: number;
}

/** Of an article of which no more than this is known: whenever it was, the look that met it came soon after. */
export const lastEditOf = ({ lastChangedAt }: Pick<Article, "lastChangedAt">): LastEdit | null =>
  lastChangedAt === null ? null : { afterAt: lastChangedAt, seenAt: lastChangedAt };

/** What watching has shown up to an instant. */
export function courseAt(article: Found, habits: Habits, at: number, edits: number, last: LastEdit | null): Course {
  const now = Math.max(at, article.firstSeenAt);
  const aged = ageing(habits.day, hourAt(bornAt(article)));
  return {
    firstAgeHours: aged(ageHoursAt(article, article.firstSeenAt)),
    ageHours: aged(ageHoursAt(article, now)),
    edits,
    hour: hourAt(now),
    power: last === null ? 0 : powerOf(habits, last, now),
  };
}

const powerOf = ({ bursts = USUAL_BURSTS }: Habits, { afterAt, seenAt }: LastEdit, now: number): number =>
  powerLeft(bursts, Math.max(0, seenAt - afterAt) / HOUR_MS, Math.max(0, now - seenAt) / HOUR_MS);
