import { HOUR_MS } from "#lib/clock";
import type { Article } from "#model/article";
import type { Habits } from "#model/habits";
import type { LookPlan } from "#model/look-plan";
import type { Trust, TrustedThing } from "#model/signal";
import type { Watch } from "#model/watch";
import { expectedAfter, ownEditsSeen } from "./activity.ts";
import { ageHoursAt, bornAt, courseAt, type LastEdit, lastEditOf } from "./course.ts";
import { expectedWithin, planLook } from "./plan.ts";
import { BASE_PRICE } from "./price.ts";
import { ageClass, announcedIn, recallAt } from "./signals.ts";
import { spread } from "./spread.ts";
import { nextAuditAt } from "./stop.ts";

/** What is known of an article's source and host. */
export interface Outlook {
  readonly habits: Habits;
  readonly trust: ReadonlyMap<TrustedThing, Trust>;
  /** How many times dearer the host's requests are; 1 usually. */
  readonly crowding: number;
}

/** The wait after a look that met the article's text. */
export interface Wait {
  /** Null when it is left alone. */
  readonly waitMs: number | null;
  /** When it is looked at all the same, to know what leaving alone misses. */
  readonly auditAt: number | null;
  readonly plan: LookPlan | null;
}

type Found = Pick<Article, "id" | "firstSeenAt" | "publishedAt" | "lastChangedAt">;

/**
 * @param edits seen so far
 * @param last edit that was seen, if this look saw it
 */
export function waitAfter(
  article: Found,
  edits: number,
  { habits, trust, crowding }: Outlook,
  now: number,
  last: LastEdit | null = lastEditOf(article),
): Wait {
  const course = courseAt(article, habits, now, edits, last);
  const price = BASE_PRICE * crowding;
  const recall = recallAt(announcedIn(trust), ageHoursAt(article, now));
  const planned = planLook({ habits, course, price, recall });
  if (planned.waitMs === null)
    return { waitMs: null, auditAt: nextAuditAt(article.id, bornAt(article), now), plan: null };
  return {
    waitMs: spread(planned.waitMs, `${article.id} ${now}`),
    auditAt: null,
    plan: { editsPerHour: planned.editsPerHour, price, crowding },
  };
}

/**
 * Edits met, after one more change was.
 * @param lastSeenAt last look at the text before
 */
export function editsAfter(
  article: Found & Pick<Watch, "edits">,
  { habits }: Outlook,
  lastSeenAt: number,
  now: number,
): number {
  const before = courseAt(article, habits, lastSeenAt, article.edits, lastEditOf(article));
  const { own, following } = expectedAfter(habits, before);
  const hours = (now - lastSeenAt) / HOUR_MS;
  return article.edits + ownEditsSeen(own(hours), following(hours));
}

/** Edits to be expected of an article since it was looked at last, as if the last edit were long ago. */
export const expectedNow = (
  article: Pick<Article, "firstSeenAt" | "publishedAt"> & Pick<Watch, "edits">,
  habits: Habits,
  lastLookedAt: number,
  now: number,
): number => {
  const before = courseAt(article, habits, lastLookedAt, article.edits, null);
  return expectedWithin(habits, before, Math.max(0, now - lastLookedAt) / HOUR_MS);
};

/** What a look proved of the signal before it, and of signals as such; null when it proved nothing. */
export function provedBy(
  article: Found & Pick<Article, "signal">,
  changed: boolean,
  now: number,
): readonly { readonly thing: TrustedThing; readonly hit: boolean }[] | null {
  const { signal } = article;
  const answered = signal ? [{ thing: signal.kind, hit: changed }] : [];
  if (!changed) return signal ? answered : null;
  return [...answered, { thing: ageClass(ageHoursAt(article, now)), hit: signal !== null }];
}
