import type { ArchivedCapture } from "#archive/history";
import type { DrivenClock } from "#lib/clock";
import type { Decision, Outcome } from "#model/capture";
import type { Result } from "#model/failure";
import type { ArticleId, FeedId, SourceId } from "#model/id";
import type { Reason } from "#model/reason";
import type { Patterns, RenderMode } from "#model/source";

export interface AddOptions {
  /** Name of the source; taken from the page or feed when absent. */
  readonly name?: string;
  readonly patterns?: Patterns;
  readonly periodMs?: number;
  /** How its pages are read; as before, or "plain", when absent. */
  readonly render?: RenderMode;
  /** Takes in what its sitemaps list from before, too, if the answer to the preview is yes; absent: only what is news. */
  readonly all?: (preview: SeedPreview) => Promise<boolean>;
  /** Called with a sentence per step, for a person who waits. */
  readonly onStep?: (text: string) => void;
  /** Stops it: then the failure is `aborted`, and nothing was stored. */
  readonly signal?: AbortSignal;
}

/** What it would mean to take in what sitemaps list from before. */
export interface SeedPreview {
  /** Addresses that they list, news and what the patterns leave out not counted. */
  readonly listed: number;
  /** Those of them that are known. */
  readonly known: number;
  /** Those that would be added. */
  readonly fresh: number;
  /** Added earlier at the same hosts, and not yet looked at. */
  readonly waiting: number;
  /** Sitemaps that were read, and that could not be. */
  readonly sitemaps: number;
  readonly unread: number;
  /** They list more than is taken in at once. */
  readonly isCut: boolean;
  /** Looks at articles from before on one day. */
  readonly perDay: number;
  /** When the last of them has its turn, if nothing comes in between. */
  readonly untilAt: number;
}

export interface AddedSource {
  readonly id: SourceId;
  readonly name: string;
  readonly homeUrl: string;
  /** False when it was known already. */
  readonly added: boolean;
  readonly feeds: readonly { readonly url: string; readonly kind: string; readonly added: boolean }[];
  /** Newly found articles. */
  readonly articles: number;
  /** Articles from before, if they were asked for. */
  readonly seeds?: number;
}

export interface AddReport {
  readonly sources: readonly AddedSource[];
}

export interface LookReport {
  readonly articleId: ArticleId;
  readonly outcome: Outcome;
  readonly decision: Decision;
  readonly reason: Reason;
  readonly versionNumber: number | null;
  readonly nextLookAt: number | null;
}

/** What became of a capture that others made. */
export type Replayed =
  | { readonly kind: "look"; readonly report: LookReport; readonly isNewArticle: boolean }
  /** This very capture is stored already. */
  | { readonly kind: "repeated" }
  /** It is older than what is known of the article: recorded as a capture, and no version can come of it. */
  | { readonly kind: "late" }
  | { readonly kind: "skipped"; readonly reason: Reason };

export interface PollReport {
  readonly feedId: FeedId;
  readonly ok: boolean;
  readonly error: Reason | null;
  /** Newly found articles. */
  readonly found: number;
}

/** What came of a request to a hub; whether it pushes shows when it calls back. */
export interface HubReport {
  readonly isTaken: boolean;
  /** Null when it took the request. */
  readonly reason: Reason | null;
}

export type WorkEvent =
  | { readonly kind: "hub"; readonly url: string; readonly report: HubReport }
  | { readonly kind: "look"; readonly url: string; readonly report: LookReport }
  | { readonly kind: "poll"; readonly url: string; readonly report: PollReport };

export interface CheckReport {
  readonly polls: number;
  readonly looks: number;
  readonly newArticles: number;
  readonly newVersions: number;
  readonly failed: number;
}

export interface WorkOptions {
  readonly onEvent?: (event: WorkEvent) => void;
  readonly signal?: AbortSignal;
}

/** What happens in a simulated world of its own accord. */
export interface World {
  /** The next instant at which something does; null when nothing will. */
  nextAt(): number | null;
  /** Lets happen what is due by the clock, and resolves when it has. */
  happen(): Promise<void>;
}

export interface DriveOptions extends WorkOptions {
  readonly world?: World;
}

/** The order of things: one article's way from address to change, and the loop that keeps all of them going. */
export interface Engine {
  /** Takes a site, section, feed, sitemap, article or OPML address and stores what it finds. */
  add(url: string, options?: AddOptions): Promise<Result<AddReport>>;
  /** The same for the content of an OPML file. */
  addOpml(opml: string, options?: AddOptions): Promise<Result<AddReport>>;
  /** One look now (politeness gap of the host still holds). If the signal interrupts it, it fails with `aborted` and leaves no record. */
  look(id: ArticleId, signal?: AbortSignal): Promise<Result<LookReport>>;
  /** The same for a feed. */
  poll(id: FeedId, signal?: AbortSignal): Promise<Result<PollReport>>;
  /** A capture that someone else made, at its own instant; give them in the order of their instants. Sends no request. */
  replay(capture: ArchivedCapture): Promise<Result<Replayed>>;
  /** At start: takes over what workers of this machine held when they died. Returns how many hosts that were. */
  recover(): Promise<number>;
  /** Does everything that is due, waiting out politeness gaps, until nothing is due any more. */
  checkDue(options?: WorkOptions): Promise<CheckReport>;
  /** Watches until the signal aborts; finishes what it began. */
  run(options?: WorkOptions): Promise<void>;
  /** Drives the clock from due instant to due instant up to `at`, doing the work on the way: simulations. */
  driveTo(clock: DrivenClock, at: number, options?: DriveOptions): Promise<CheckReport>;
  /** Ends the worker threads. The store and fetcher belong to the caller. */
  close(): Promise<void>;
}
