import { DAY_MS } from "#lib/clock";

/**
 * An article is left alone once the edits still to be expected of it, each weighed with so many hours, cost less than one
 * request. Less than the longest delay that counts; simulated, the requests that a smaller number saves on old articles show more edits when
 * they are spent on young ones (`npm run bench -- schedule`).
 */
const STOP_HOURS = 15;

/** @param remaining edits to be expected ever after */
export const isSpent = (remaining: number, price: number): boolean => remaining * STOP_HOURS < price;

/** One article in so many is looked at again after it was left alone, to know what stopping misses. */
const AUDITED_ONE_IN = 100;
const AUDIT_AGES_MS = [30 * DAY_MS, 90 * DAY_MS, 365 * DAY_MS] as const;

/** A scrambled number, so that articles added together are not audited together (Knuth's multiplicative hash). */
const scramble = (id: number): number => Math.imul(id, 0x9e3779b1) >>> 0;

/** Whether an article is among those that are audited: always the same ones. */
export const isAudited = (articleId: number): boolean =>
  scramble(articleId) < Math.floor(0x1_0000_0000 / AUDITED_ONE_IN);

/** When to audit an article that was left alone; null when it is not audited, or has been for the last time. */
export function nextAuditAt(articleId: number, publishedAt: number, now: number): number | null {
  if (!isAudited(articleId)) return null;
  const age = AUDIT_AGES_MS.find((ageMs) => publishedAt + ageMs > now);
  return age === undefined ? null : publishedAt + age;
}
