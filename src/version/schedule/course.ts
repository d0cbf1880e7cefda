import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { Article } from "#model/article";
import type { Course } from "./activity.ts";

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

/** What watching has shown up to an instant. */
export const courseAt = (article: Found, at: number, edits: number): Course => ({
  firstAgeHours: ageHoursAt(article, article.firstSeenAt),
  ageHours: ageHoursAt(article, Math.max(at, article.firstSeenAt)),
  edits,
});
