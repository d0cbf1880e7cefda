import type { GoneStretch } from "#model/gone";
import type { ArticleId } from "#model/id";
import type { Memory } from "#model/memory";
import type { VersionHead } from "#model/version";
import { type ArticleHead, headOf } from "./article-head.ts";

/** The text of an earlier version is on the page again and has yet to prove that it stays. */
export interface Returned {
  readonly version: VersionHead;
  /** The latest version, in whose place it is. */
  readonly insteadOf: VersionHead;
  readonly sinceAt: number;
  /** From then on a look that still sees it makes it a version. */
  readonly countsAt: number;
  readonly looks: number;
}

/**
 * Null while the page shows the latest version or a text that was none, and where texts are known to alternate.
 * @param memory of the article that is looked at
 */
export function returnedOf(
  head: Pick<ArticleHead, "versions" | "repeated" | "living">,
  memory: Memory | null,
): Returned | null {
  const away = memory?.away;
  if (!memory || away?.rule !== "return") return null;
  const known = memory.ring.find(({ whole }) => whole === away.text.whole);
  if (!known || known.version === null || known.runs > 0) return null;
  const numbered = (number: number, articleId: ArticleId = head.living) => headOf(head, { articleId, number });
  const [version, insteadOf] = [numbered(known.version), numbered(memory.latest.number)];
  if (!version || !insteadOf) return null;
  const { textSince: sinceAt, decidesAt: countsAt, textLooks: looks } = away;
  return { version, insteadOf, sinceAt, countsAt, looks };
}

/** An article that was gone, and is there again. */
export interface Back {
  /** First and last look that saw it gone, and how many did. */
  readonly goneSince: number;
  readonly goneUntil: number;
  readonly looks: number;
  /** First look that saw its text again. */
  readonly backAt: number;
  /** Version that was there before it went. */
  readonly before: VersionHead;
  /** Whether the text that came back is another one; null while that has to prove itself. */
  readonly edited: boolean | null;
  /** The version that it came back with, or since then became; null while it has none. */
  readonly version: VersionHead | null;
}

/** One look that found nothing may be a fault of the moment. */
const LEAST_LOOKS = 2;

/** @param versions the history, oldest first */
export function backOf(gone: GoneStretch | null, versions: readonly VersionHead[]): Back | null {
  if (!gone || gone.backAt === null || gone.looks < LEAST_LOOKS) return null;
  const { backAt, firstAt: goneSince, lastAt: goneUntil, looks, isSame } = gone;
  const before = versions.findLast(({ firstSeenAt }) => firstSeenAt < goneSince);
  if (!before) return null;
  const facts = { goneSince, goneUntil, looks, backAt, before };
  if (isSame) return { ...facts, edited: false, version: before };
  const after = versions.find(({ firstSeenAt }) => firstSeenAt >= backAt);
  return { ...facts, edited: after ? true : null, version: after ?? null };
}
