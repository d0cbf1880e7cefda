import type { HiddenBecause } from "./hidden.ts";
import type { ArticleId, HostId, SourceId } from "./id.ts";
import type { LookPlan } from "./look-plan.ts";
import type { Reason } from "./reason.ts";
import type { Signal } from "./signal.ts";

/**
 * - `watched`: has a next look.
 * - `quiet`: so few edits are to be expected that it is left alone until a signal reports one; some are audited.
 * - `gone`: the publisher answers 404 or 410.
 * - `refused`: robots.txt or the address guard forbids looking.
 * - `not-article`: the page is not an article.
 * - `joined`: the same article is looked at under another of its addresses.
 */
export type ArticleStatus = "watched" | "quiet" | "gone" | "refused" | "not-article" | "joined";

/** The work at one source: one canonical URL and many known URLs. How it is watched is in `Watch`. */
export interface Article {
  readonly id: ArticleId;
  readonly sourceId: SourceId;
  readonly hostId: HostId;
  /** Canonical URL: declared canonical, else final URL, normalised; until the first capture the URL it was found under. */
  readonly url: string;
  /** Latest known: of the latest version, else as announced by the feed. */
  readonly headline: string | null;
  readonly status: ArticleStatus;
  /** Null while `watched`. */
  readonly statusReason: Reason | null;
  readonly firstSeenAt: number;
  /** As claimed by the publisher, epoch ms; null when unknown. */
  readonly publishedAt: number | null;
  readonly language: string | null;
  /** Number of the latest version; 0 before the first. */
  readonly versionCount: number;
  /** Versions without those that were taken back; what was taken back is left out only of articles as readers see them. */
  readonly standingCount: number;
  readonly lastChangedAt: number | null;
  readonly lastLookedAt: number | null;
  readonly nextLookAt: number | null;
  /** A signal reported an edit, and no look has answered it yet. */
  readonly signal: Signal | null;
  /** What the next look was computed from; null before the first one, and while a rule decides about it. */
  readonly plan: LookPlan | null;
  /** The elder article that this one was joined to; null for that one, and for an article that was not joined. */
  readonly joinedTo: ArticleId | null;
  readonly hidden: boolean;
  /** In the operator's words; null while it is hidden for `hiddenBecause` alone, and the operator has yet to say what is to become of it. */
  readonly hiddenReason: string | null;
  readonly hiddenBecause: HiddenBecause | null;
}
