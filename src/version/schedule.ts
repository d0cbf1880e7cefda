import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { ArticleStatus } from "#model/article";
import type { LookPlan } from "#model/look-plan";
import type { Reason } from "#model/reason";
import type { Wait } from "#version/schedule/after-look";

/** What could not be reached is asked again after half an hour, then after twice as long, up to its usual wait ... */
const FIRST_RETRY_MS = 30 * MINUTE_MS;
/** ... which grows by a fifth with every retry beyond ... */
const GROWTH = 1.2;
/** ... up to forty days. Then an article that never showed a text is left alone; one with versions is asked every forty days. */
export const LAST_PERIOD_MS = 40 * DAY_MS;

/** A page that answered 404 or 410 is asked again after an hour and after a day before it counts as gone. */
const GONE_RETRIES_MS = [HOUR_MS, DAY_MS] as const;
/** A refusal (robots.txt) is asked again after a week at the earliest: it rarely changes sooner ... */
const REFUSED_PERIOD_MS = 7 * DAY_MS;
/** ... but of an article with versions after a day, then after twice as long: its site let us in before, and may have erred. */
const FIRST_REFUSED_MS = DAY_MS;
/** The other side shut the door on us: stay away for a day (429, 403 and challenges). */
const BLOCKED_PERIOD_MS = DAY_MS;
/** A page that is no article is asked again after so long, and then left alone: faults of a whole site last hours, and rarely days. */
const NOT_ARTICLE_RETRIES_MS = [HOUR_MS, 2 * HOUR_MS, DAY_MS / 2, DAY_MS, DAY_MS, DAY_MS, DAY_MS] as const;

/** An article that is taken in from before is asked again so much later while no text is seen ... */
const SEED_RETRIES_MS = [DAY_MS, 3 * DAY_MS, 9 * DAY_MS] as const;
/** ... but only once where the answer leaves little hope of one. */
const IS_FINAL: ReadonlySet<Met> = new Set<Met>(["gone", "not-article", "refused"]);

/** What a look met, as far as it decides about the next one. */
export type Met =
  | "changed"
  | "unchanged"
  | "walled"
  | "failed"
  | "gone"
  | "blocked"
  | "refused"
  | "forbidden"
  | "not-article";

export interface Standing {
  /** Wait that was planned last; 0 before the first. */
  readonly periodMs: number;
  /** Looks in a row that met no article text. */
  readonly failures: number;
  /** The look before this one; null or absent when there was none. Looks asked for by hand come early and prove little. */
  readonly lastLookedAt?: number | null;
  /** True for an article whose text was seen: whatever stands at its address now, it is looked for again. */
  readonly hasVersions?: boolean;
  /** True for an article that waits to be taken in from before. */
  readonly isSeed?: boolean;
}

/** A look that deciding asks for, because a text has to prove itself: it leaves the period as it was. */
export const askedLook = (before: Standing, at: number): NextLook => ({
  status: "watched",
  statusReason: null,
  nextLookAt: at,
  periodMs: before.periodMs || FIRST_RETRY_MS,
  failures: 0,
  plan: null,
});

export interface NextLook extends Omit<Standing, "lastLookedAt" | "hasVersions" | "isSeed"> {
  readonly status: ArticleStatus;
  /** Null while watched. */
  readonly statusReason: Reason | null;
  readonly nextLookAt: number | null;
  /** What the wait was computed from; absent leaves it as it is, null if a fixed rule set the wait. */
  readonly plan?: LookPlan | null;
}

/**
 * When to look at an article again. Pure; the only place that knows the rule.
 * @param met what this look met
 * @param before how the article stood
 * @param now instant of this look, epoch ms
 * @param wait what was computed for a look that saw the text, changed or not
 * @param notBeforeMs wait that the server asked for (Retry-After), 0 when none
 * @param why what showed that it is gone; absent: the publisher's word
 */
export function nextLook(met: Met, before: Standing, now: number, wait: Wait, notBeforeMs = 0, why?: Reason): NextLook {
  if (before.isSeed) return seed(met, before, now, notBeforeMs, why);
  switch (met) {
    case "changed":
    case "unchanged":
      return computed(before, now, wait, notBeforeMs);
    case "walled":
      return walled(before, now, wait, notBeforeMs);
    case "failed":
      return failed(before, now, notBeforeMs);
    case "blocked":
      return watched(
        now,
        before.periodMs || FIRST_RETRY_MS,
        before.failures + 1,
        Math.max(notBeforeMs, BLOCKED_PERIOD_MS),
      );
    case "gone":
      return gone(before, now, why);
    case "refused":
      return refused(before, now);
    case "forbidden":
      return ended("refused", { code: "address-refused" }, before);
    case "not-article":
      return before.hasVersions ? failed(before, now, notBeforeMs) : notArticle(before, now);
  }
}

function watched(now: number, periodMs: number, failures: number, waitMs: number): NextLook {
  const nextLookAt = now + Math.max(periodMs, waitMs);
  return { status: "watched", statusReason: null, nextLookAt, periodMs, failures };
}

function ended(status: ArticleStatus, statusReason: Reason, before: Standing): NextLook {
  return { status, statusReason, nextLookAt: null, periodMs: before.periodMs, failures: before.failures };
}

/** Whether this look comes less than `waitMs` after the one before. */
const isEarly = ({ lastLookedAt }: Standing, now: number, waitMs: number): boolean =>
  typeof lastLookedAt === "number" && now - lastLookedAt < waitMs;

function computed(before: Standing, now: number, { waitMs, auditAt, plan }: Wait, notBeforeMs: number): NextLook {
  if (waitMs !== null) return { ...watched(now, waitMs, 0, notBeforeMs), plan };
  return { ...ended("quiet", { code: "few-edits-expected" }, { ...before, failures: 0 }), nextLookAt: auditAt, plan };
}

/** A stumble is asked again sooner than a quiet page would be, with doubling waits up to its usual period. */
function failed(before: Standing, now: number, notBeforeMs: number): NextLook {
  const failures = before.failures + 1;
  const longer = Math.round((before.periodMs || FIRST_RETRY_MS) * GROWTH);
  if (longer > LAST_PERIOD_MS && !before.hasVersions) {
    return ended("quiet", { code: "long-unreachable", days: LAST_PERIOD_MS / DAY_MS }, { ...before, failures });
  }
  const usual = Math.min(longer, LAST_PERIOD_MS);
  // The period grows only once the retries have caught up with it, so that one bad night does not slow a busy article.
  const retryMs = FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 12);
  const periodMs = retryMs < usual ? before.periodMs || FIRST_RETRY_MS : usual;
  const nextLookAt = now + Math.max(Math.min(retryMs, usual), notBeforeMs);
  return { status: "watched", statusReason: null, nextLookAt, periodMs, failures };
}

/**
 * A wall shows nothing of the text: the wait is as computed, but it is no proof that few edits are to come. So an article with
 * versions goes on being asked, a fifth later each time, until a look sees its text.
 */
function walled(before: Standing, now: number, wait: Wait, notBeforeMs: number): NextLook {
  if (!before.hasVersions) return computed(before, now, wait, notBeforeMs);
  const { plan } = wait;
  const longerMs = Math.min(Math.max(DAY_MS, Math.round(before.periodMs * GROWTH)), LAST_PERIOD_MS);
  return { ...watched(now, wait.waitMs ?? longerMs, before.failures + 1, notBeforeMs), plan };
}

function refused(before: Standing, now: number): NextLook {
  const doubledMs = FIRST_REFUSED_MS * 2 ** Math.min(before.failures, 12);
  const waitMs = before.hasVersions ? Math.min(doubledMs, REFUSED_PERIOD_MS) : REFUSED_PERIOD_MS;
  const nextLookAt = now + (before.hasVersions ? waitMs : Math.max(before.periodMs, waitMs));
  const statusReason: Reason = before.hasVersions ? { code: "robots-for-now" } : { code: "robots-weekly" };
  return { status: "refused", statusReason, nextLookAt, periodMs: before.periodMs, failures: before.failures + 1 };
}

/** A page that was led elsewhere is gone in another way than one of which the publisher says so. */
const LED: ReadonlySet<string> = new Set(["front-page", "section-page", "another-article", "another-text"]);

function gone(before: Standing, now: number, why: Reason | undefined): NextLook {
  const waited = !isEarly(before, now, GONE_RETRIES_MS[before.failures - 1] ?? 0);
  const failures = before.failures + (waited ? 1 : 0);
  const retryMs = GONE_RETRIES_MS[failures - 1];
  if (retryMs !== undefined) {
    return { status: "watched", statusReason: null, nextLookAt: now + retryMs, periodMs: before.periodMs, failures };
  }
  // The period is kept: a page that comes back is watched as before it went.
  const waitMs = Math.round(DAY_MS * GROWTH ** (failures - GONE_RETRIES_MS.length));
  const nextLookAt = waitMs <= LAST_PERIOD_MS ? now + waitMs : null;
  const statusReason: Reason = why && LED.has(why.code) ? why : { code: "gone-for-good" };
  return { status: "gone", statusReason, nextLookAt, periodMs: before.periodMs, failures };
}

function notArticle(before: Standing, now: number): NextLook {
  const failures = before.failures + 1;
  const retryMs = NOT_ARTICLE_RETRIES_MS[failures - 1];
  if (retryMs !== undefined) return watched(now, before.periodMs || FIRST_RETRY_MS, failures, retryMs);
  return { ...ended("not-article", { code: "no-article" }, before), failures };
}

/** Its text is wanted once: then it is left alone. A page without one is asked again a few times, since thousands of others wait. */
function seed(met: Met, before: Standing, now: number, notBeforeMs: number, why: Reason | undefined): NextLook {
  if (met === "changed" || met === "unchanged" || before.hasVersions)
    return { ...ended("quiet", { code: "taken-in" }, { ...before, failures: 0 }), plan: null };
  const failures = before.failures + 1;
  const retryMs = (IS_FINAL.has(met) ? SEED_RETRIES_MS.slice(0, 1) : SEED_RETRIES_MS)[before.failures];
  if (retryMs !== undefined && met !== "forbidden")
    return watched(now, before.periodMs, failures, Math.max(retryMs, notBeforeMs));
  const after = { ...before, failures };
  if (met === "forbidden") return ended("refused", { code: "address-refused" }, after);
  if (met === "gone") return ended("gone", why && LED.has(why.code) ? why : { code: "gone-for-good" }, after);
  if (met === "not-article") return ended("not-article", { code: "no-article" }, after);
  return ended("quiet", { code: "not-taken-in", looks: failures }, after);
}
