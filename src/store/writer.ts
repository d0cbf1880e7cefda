import type { AddressClaim, AddressDecided } from "#model/address-claim";
import type { ArchivePlace } from "#model/archive";
import type { ArticleStatus } from "#model/article";
import type { Decision, Outcome } from "#model/capture";
import type { ChangeSummary } from "#model/change";
import type { ClaimedDate, RaisedDate } from "#model/claimed-date";
import type { FoundArticle, FoundFeed } from "#model/found";
import type { HiddenBecause } from "#model/hidden";
import type { ArticleId, FeedId, HostId, SourceId, SubscriptionId } from "#model/id";
import type { Join, JoinCause } from "#model/join";
import type { KeptCollation } from "#model/kept-collation";
import type { MarkedLabel } from "#model/label-mark";
import type { LookPlan } from "#model/look-plan";
import type { Gap, Manners } from "#model/manners";
import type { Memory } from "#model/memory";
import type { Reason } from "#model/reason";
import type { ChangedByline, ShownByline } from "#model/shown-byline";
import type { Patterns, RenderMode } from "#model/source";
import type { VariantSighting } from "#model/variant";
import type { VersionFacts, VersionText } from "#model/version";
import type { LabelledAgain } from "#store/changes/earlier";
import type { SubscriptionWriter } from "#store/hubs/subscriptions";
import type { Crossing } from "#store/joins/history";
import type { Proved, ScheduleWriter } from "#store/schedule/schedule";
import type { LookLearned, ReplacedReadings, SiteWriter } from "#store/sites/site";
import type { ChoreId, RobotsRecord } from "./reader.ts";
import type { TokenKind } from "./schema-upkeep.ts";

export interface NewSource {
  readonly name: string;
  readonly homeUrl: string;
  readonly patterns: Patterns;
  /** "plain" when absent. */
  readonly render?: RenderMode;
}

export interface FeedResult {
  readonly polledAt: number;
  readonly ok: boolean;
  readonly error: Reason | null;
  /** Next poll. */
  readonly dueAt: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Left as they are when absent. */
  readonly course?: { readonly news: number; readonly hours: number };
  /** Of the pushes for the feed; absent where none come. */
  readonly pushes?: PushesUsed;
}

/** What a poll did with the pushes for its feed. */
export interface PushesUsed {
  /** Subscriptions with the pushes that each had had when the poll began: these are used now. */
  readonly seen: readonly { readonly id: SubscriptionId; readonly pushes: number }[];
  /** Whether a push had announced what the poll brought; absent if it brought nothing. */
  readonly announced?: boolean;
  /** Next poll, should another push have come meanwhile. */
  readonly againAt: number;
}

/** When articles from before have their turn. */
export interface SeedTurns {
  readonly now: number;
  /** From one to the next at a host. */
  readonly stepMs: number;
}

/** How an article stands after a look. */
export interface ArticleState {
  readonly status: ArticleStatus;
  readonly statusReason: Reason | null;
  readonly nextLookAt: number | null;
  readonly periodMs: number;
  readonly failures: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly bodyDigest: string | null;
  /** Left as it is when absent, like `plan`. */
  readonly edits?: number;
  readonly plan?: LookPlan | null;
  /** Left as it is when absent. */
  readonly claimedDate?: ClaimedDate | null;
  readonly shownByline?: ShownByline | null;
  /** New canonical URL when the look taught one; other known URLs stay known. */
  readonly url?: string;
  /** Not taken over, like `url`, where another article has the address already: merge before. */
  readonly alsoKnownAs?: readonly string[];
  /** Left as it is when absent. */
  readonly addressClaim?: AddressClaim | null;
  /**
   * True for an article that waited to be taken in from before: `nextLookAt` is its next turn. If it was named as news meanwhile, it
   * stays watched.
   */
  readonly isSeed?: boolean;
}

export interface NewVersion {
  /** Latest number that the caller saw: the version becomes `after` + 1. Anything else stored meanwhile refuses the record. */
  readonly after: number;
  readonly text: VersionText;
  readonly textHash: string;
  /** When the text was first met, if an earlier capture than this one met it (a text that had to prove itself). */
  readonly firstSeenAt?: number;
  readonly byline: readonly string[];
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  /** Null when it cannot be told; absent means null. */
  readonly dateRaised?: boolean | null;
  readonly language: string | null;
  readonly extractor: string;
  /** The page was a live one; absent means it was not. */
  readonly live?: boolean;
  readonly facts?: VersionFacts;
  /** Absent for version 1. */
  readonly summary?: ChangeSummary;
  /** Of the same two texts; without it lists make it again. */
  readonly collation?: KeptCollation | null;
}

/** What a decision learned that is not in the version it opened. */
export interface LookDecided {
  /** Latest version that the decision knew, 0 for none: when another one stands, the record is refused as stale. */
  readonly after: number;
  readonly memory: Memory;
  /** All texts of the article that are no versions; those that are not named here are forgotten. */
  readonly variants: readonly VariantSighting[];
  /** The text that this look met, when it is one of them. */
  readonly met?: { readonly hash: string; readonly text: VersionText };
}

/** A body to keep: its bytes, already compressed by the caller (zstd), or where they stand on the disk already. */
export type KeptBody = { readonly digest: string; readonly contentType: string | null } & (
  | { readonly zstd: Uint8Array }
  | { readonly place: ArchivePlace }
);

/** One look, recorded whole: capture, kept bytes, paragraphs, version, change and the article's new state are one transaction. */
export interface LookRecord {
  readonly articleId: ArticleId;
  readonly capturedAt: number;
  readonly tookMs: number;
  readonly outcome: Outcome;
  readonly status: number | null;
  readonly finalUrl: string;
  readonly decision: Decision;
  readonly reason: Reason;
  readonly bodyDigest: string | null;
  readonly bodyBytes: number;
  /** Kept when given. */
  readonly raw?: KeptBody;
  /** Known version whose text was seen; its `lastSeenAt` moves on. */
  readonly sawVersion?: number;
  /** Absent when the look taught nothing that deciding does not know. */
  readonly decided?: LookDecided;
  /** The text flips between the latest version and `sawVersion`, or a variant: mark the versions as alternating. */
  readonly alternating?: boolean;
  readonly version?: NewVersion;
  /** Written before anything else of the look, and refused with it. */
  readonly reread?: ReplacedReadings;
  /** With the first version: the article is hidden from now on. */
  readonly startsHidden?: HiddenBecause;
  /** This look proved that the publisher raised its date over the text of `sawVersion`. */
  readonly raisedDate?: Omit<RaisedDate, "articleId" | "versionNumber">;
  /** This look proved that the publisher changed the names over the text of `sawVersion`. */
  readonly changedByline?: Omit<ChangedByline, "articleId" | "versionNumber">;
  /** This look proved that the raised date of `sawVersion` came after its text: it counts as raised after all. */
  readonly lateDate?: true;
  /** What it taught about its site; absent for a look that met no text. */
  readonly learned?: LookLearned;
  /** It answered the article's signal, if there was one: what that proved. The signal is forgotten; absent leaves it. */
  readonly proved?: readonly Proved[];
  /** What it decided about another address, for the log; a refused one is no address of the article any more. */
  readonly addressDecided?: AddressDecided;
  readonly state: ArticleState;
}

/** A look that found its article to be another one: what it saw, and nothing about how either stands. */
export type MergedLook = Pick<
  LookRecord,
  "capturedAt" | "tookMs" | "outcome" | "status" | "finalUrl" | "decision" | "reason" | "bodyDigest" | "bodyBytes"
>;

/** What an article without versions is joined on. */
export interface Merging {
  /** The look that proved it: it becomes one of the original, a millisecond later if that or the duplicate has one at its instant. */
  readonly look?: MergedLook;
  /** Where the original is looked at from now on, and soon; absent leaves that. */
  readonly address?: string;
  readonly why?: JoinCause;
  /** Null, or absent, where there was no text to compare. */
  readonly share?: number | null;
  readonly at?: number;
}

export interface NewJoin {
  readonly articles: readonly [ArticleId, ArticleId];
  /** Which of the two is looked at from now on. */
  readonly living: ArticleId;
  readonly at: number;
  readonly why: JoinCause;
  readonly share: number;
  /** The steps from one to the other, with what each changed. */
  readonly crossings: readonly SummedCrossing[];
  /** The look that proved it, and whose it is. */
  readonly look?: MergedLook & { readonly articleId: ArticleId };
}

export interface SummedCrossing extends Crossing {
  readonly summary: ChangeSummary;
  readonly collation?: KeptCollation | null;
}

/**
 * - `joined`: it is recorded now, or was before.
 * - `stale`: another version, or another join, was recorded since the caller read.
 * - `refused`: one of them is hidden or of another source, or the operator separated the two.
 */
export type Joined = "joined" | "stale" | "refused";

export type Recorded =
  | {
      readonly kind: "recorded";
      readonly versionNumber: number | null;
      /** The look ended a fault of the whole site: what failed since then is worth another look. */
      readonly siteFailedSince?: number;
    }
  /** Another process recorded a version since the caller read; nothing was written: read again and decide again. */
  | { readonly kind: "stale" }
  /** This very capture (article and instant) is stored already; nothing was written. */
  | { readonly kind: "repeated" };

export interface LeasedHost {
  readonly id: HostId;
  readonly key: string;
  /** As they stood when it was leased. */
  readonly manners: Manners;
  readonly leasedUntil: number;
}

/** What a turn at a host showed, as far as politeness depends on it. */
export interface HostTurn {
  /** Epoch day (UTC) of the requests. */
  readonly day: number;
  readonly requests: number;
  /** As they stand now; see `Manners`. */
  readonly refusals: number;
  readonly slowLevel: number;
  readonly slowUntil: number;
  /** A forced full fetch showed whether "not modified" would have been the truth. */
  readonly validators?: { readonly lied: boolean; readonly at: number };
  /** Its answer to a look was "not modified". */
  readonly notModified?: boolean;
  /** The host is left alone for longer than its gap. */
  readonly gap?: Omit<Gap, "hostId">;
}

/** A sign-in link or session of the operator. */
export interface NewToken {
  readonly kind: TokenKind;
  /** SHA-256 (hex) of its secret. */
  readonly hash: string;
  readonly expiresAt: number;
  /** Family of the browser; null for a link, or when it did not say. */
  readonly browser: string | null;
}

/** How a chore ended. */
export interface ChoreDone {
  readonly doneAt: number;
  /** Next time; null when there is none, and its row goes. */
  readonly dueAt: number | null;
  /** Null after a success. */
  readonly error: string | null;
}

/**
 * Everything that is written. Every method is one transaction; when it resolves, the change is on the disk (leases and
 * gaps excepted, which a power failure may take back). Throws a FailureError: with advice `stop` when the store cannot be
 * written (`store-full`, `store-locked`, `store-readonly`, `store-io`), `never` for ids that do not exist.
 */
export interface Writer extends SiteWriter, ScheduleWriter, SubscriptionWriter {
  /** Returns the existing one when a source with this home page (any spelling) is known. */
  addSource(source: NewSource, now: number): Promise<{ readonly id: SourceId; readonly added: boolean }>;
  setPatterns(id: SourceId, patterns: Patterns): Promise<void>;
  renameSource(id: SourceId, name: string): Promise<void>;
  /** False when another source has this home page. */
  setHome(id: SourceId, homeUrl: string): Promise<boolean>;
  /** What is due of it is put off from now on. */
  pauseSource(id: SourceId, at: number): Promise<void>;
  /** Ends a pause or a removal: its feeds are due, and what was put off. Hidden articles stay hidden. */
  resumeSource(id: SourceId, now: number): Promise<void>;
  /** Nothing is asked for it any more. */
  removeSource(id: SourceId, at: number): Promise<void>;
  /** Of a removed source: plans no look at some of its articles, and hides them if there is a reason; the last of them, or null. */
  retireArticles(
    id: SourceId,
    batch: { readonly after: number; readonly hideFor: string | null; readonly at: number },
  ): Promise<ArticleId | null>;
  removeFeed(id: FeedId, at: number): Promise<void>;
  setRender(id: SourceId, render: RenderMode): Promise<void>;
  addFeed(
    sourceId: SourceId,
    feed: FoundFeed,
    periodMs: number,
    dueAt: number,
  ): Promise<{ readonly id: FeedId; readonly added: boolean }>;
  setFeedPeriod(id: FeedId, periodMs: number): Promise<void>;
  /** Already known URLs (any spelling) are left alone but get a headline if they had none. Returns what was new. */
  addArticles(
    sourceId: SourceId,
    found: readonly FoundArticle[],
    now: number,
    /** First look; absent means `now`, null that none is planned. */
    dueAt?: number | null,
  ): Promise<readonly ArticleId[]>;
  /** The same for articles that are taken in from before: none is news, and each waits for its turn at its host. */
  addSeeds(sourceId: SourceId, found: readonly FoundArticle[], turns: SeedTurns): Promise<readonly ArticleId[]>;
  putOffSeed(id: ArticleId, at: number): Promise<void>;
  recordPoll(id: FeedId, result: FeedResult): Promise<void>;
  /** What an undated sitemap has listed by now, in place of what it had. */
  saveListing(id: FeedId, listed: Uint32Array): Promise<void>;
  recordLook(look: LookRecord): Promise<Recorded>;
  /**
   * `duplicate`, which has no version, proved to be `original` under another URL: a join that needs no steps. The original is the one that
   * is looked at. Throws a FailureError (`has-versions`) when the duplicate has versions: see `joinArticles`.
   */
  mergeArticles(duplicate: ArticleId, original: ArticleId, merging?: Merging): Promise<void>;
  /** Records that two articles which both have versions are one. Nothing of either is rewritten; see `Joined`. */
  joinArticles(join: NewJoin): Promise<Joined>;
  /** After texts of joined articles were read again: which of them repeat. */
  settleTexts(id: ArticleId): Promise<void>;
  /** Takes back the join of this younger article. Returns it; null when none holds. */
  separate(younger: ArticleId, now: number): Promise<Join | null>;
  /** The two were compared and are different: the clue is not followed again until one of them has another text. */
  answerClue(pair: readonly [ArticleId, ArticleId], now: number): Promise<void>;
  /**
   * Takes back a decision about an address: the article goes by its earlier one again and looks at it now, and the other is not taken
   * again. False when there is no such decision of the article that stands.
   */
  undoAddress(id: ArticleId, decision: number, now: number): Promise<boolean>;
  /** Sets the next look to `at` and revives `quiet` and `gone` articles. */
  scheduleLook(id: ArticleId, at: number): Promise<void>;
  /** The same for some articles at once; a look that is to come earlier stays. */
  bringForward(ids: readonly ArticleId[], at: number): Promise<void>;
  schedulePoll(id: FeedId, at: number): Promise<void>;
  hide(id: ArticleId, reason: string, now: number): Promise<void>;
  unhide(id: ArticleId): Promise<void>;
  saveRobots(record: RobotsRecord): Promise<void>;

  /** Up to `limit` free hosts with something due, leased to `owner` until `now + leaseMs`. */
  leaseHosts(owner: string, now: number, leaseMs: number, limit: number): Promise<readonly LeasedHost[]>;
  /**
   * Keeps those of the hosts until `until` that are leased to `owner` still and were not promised to anyone since (`reserveHost`):
   * another worker may have taken one over. Returns those.
   */
  renewLeases(ids: readonly HostId[], owner: string, until: number, now: number): Promise<readonly HostId[]>;
  /** Ends the lease; the host is free for anyone from `freeAt` on (politeness gap). What the requests showed is added to its manners. */
  releaseHost(id: HostId, owner: string, freeAt: number, turn?: HostTurn): Promise<void>;
  /** A stretch without looks, for the log; it continues the latest one of the same cause that touches it. */
  saveGap(gap: Gap): Promise<void>;
  /**
   * At start: ends the leases of owners that are certainly dead. Returns how many. Each host is left alone until the lease would
   * have ended, unless no gap is kept anywhere (`gapMs` 0).
   */
  releaseLeases(isDead: (owner: string) => boolean, gapMs: number): Promise<number>;
  /** Keeps a sign-in link or session of the operator by the hash (hex) of its secret. */
  /**
   * Writes this labeller's labels over those of an earlier one, with its name. Changes whose texts were read again since are left
   * alone. Gives the number written; ids and instants stay, and no one is notified.
   */
  relabel(labeller: string, changes: readonly LabelledAgain[]): Promise<number>;
  /** Marks a label as wrong, or takes that back where `at` is null. False when there is no such change. */
  markLabel(label: MarkedLabel, at: number | null): Promise<boolean>;
  saveToken(token: NewToken, now: number): Promise<void>;
  /** True when it was known and its time not over; it is gone afterwards, so that of two who ask one gets it. */
  takeToken(kind: TokenKind, hash: string, now: number): Promise<boolean>;
  noteToken(hash: string, notice: string | null): Promise<void>;
  /** The session was used at `now`. */
  useToken(hash: string, now: number): Promise<void>;
  /** All of a kind. */
  dropTokens(kind: TokenKind): Promise<void>;
  /**
   * The authority in the ids of feed entries: the one that the installation has, or `otherwise` from now on if it has none yet
   * (a database of an older program, whose ids came from a setting).
   */
  settleAuthority(otherwise: string): Promise<string>;
  /** Makes a chore known, due at `dueAt`; one that is known keeps its instant. */
  ensureChore(chore: ChoreId, dueAt: number): Promise<void>;
  /** Has a chore that is known be due at `dueAt`, and free for anyone at `freeAt`, at the latest. */
  hastenChore(chore: ChoreId, dueAt: number, freeAt: number): Promise<void>;
  /**
   * The most overdue chore with one of these names that is free, leased to `owner` until `now + leaseMs`; null when there is
   * none.
   */
  leaseChore(names: readonly string[], owner: string, now: number, leaseMs: number): Promise<ChoreId | null>;
  /** Ends the lease; nothing happens when it is another's by now. */
  finishChore(chore: ChoreId, owner: string, done: ChoreDone): Promise<void>;
  /** Reserves the host for one request outside the loop (`add`, `check`), and counts it: returns when it may be sent. */
  reserveHost(key: string, now: number, gapMs: number): Promise<number>;
}
