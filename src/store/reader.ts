import type { AddressDecision, SiteMove } from "#model/address-claim";
import type { ArchivePlace } from "#model/archive";
import type { Article } from "#model/article";
import type { Capture } from "#model/capture";
import type { Change } from "#model/change";
import type { RaisedDate } from "#model/claimed-date";
import type { GoneStretch } from "#model/gone";
import type { ArticleId, FeedId, HostId, SourceId } from "#model/id";
import type { Join, VersionKey } from "#model/join";
import type { KeptCollation } from "#model/kept-collation";
import type { LabelMark } from "#model/label-mark";
import type { LedgerDay, VersionProof } from "#model/ledger";
import type { Gap, Manners } from "#model/manners";
import type { Memory } from "#model/memory";
import type { Running } from "#model/running";
import type { ChangedByline } from "#model/shown-byline";
import type { SiteFault } from "#model/site-fault";
import type { Feed, Source } from "#model/source";
import type { HubStanding } from "#model/subscription";
import type { Variant } from "#model/variant";
import type { Version, VersionHead, VersionText } from "#model/version";
import type { WaitingSeeds } from "#model/waiting";
import type { Watched } from "#model/watch";
import type { EarlierLabelled, Labelling } from "#store/changes/earlier";
import type { DueTask } from "#store/hosts/due-task";
import type { SubscriptionReader } from "#store/hubs/subscriptions";
import type { Clue, Crossing, History } from "#store/joins/history";
import type { ScheduleReader } from "#store/schedule/schedule";
import type { SiteReader } from "#store/sites/site";
import type { TokenKind } from "./schema-upkeep.ts";

/** A stretch of a list; `next` is the key to ask for the following one, null at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: number | null;
}

export interface PageQuery {
  /** `next` of the page before; absent for the first. */
  readonly before?: number | undefined;
  /** 1-200. */
  readonly limit: number;
}

export interface ChangeListItem {
  readonly change: Change;
  /** The places of its versions in the history of the article: their numbers, unless it was joined with another. */
  readonly places: { readonly from: number; readonly to: number };
  readonly article: Article;
  readonly source: Source;
  /** Of the version that the change led to; the article's may be another by now. */
  readonly headline: string | null;
  /** Fingerprints (hex) of the two texts as they are read now: what is made from them stays right while these stay. */
  readonly readings: readonly [old: string, next: string];
  /** Of a live page: the run of versions that the change belongs to, up to the one that it led to. */
  readonly running: Running | null;
}

/** Two versions between which there is a change: neighbours, or the ends of two articles that were joined. */
export interface ChangedPair {
  readonly from: VersionKey;
  readonly to: VersionKey;
}

/** What a change did to the text, without what it left alone. */
export interface Difference {
  readonly change: Change;
  /** Fingerprints (hex) of the two texts as they are read now. */
  readonly readings: readonly [old: string, next: string];
  readonly collation: KeptCollation;
  /** The two texts; a paragraph that the collation does not name is empty. */
  readonly old: VersionText;
  readonly new: VersionText;
}

export interface HiddenText {
  readonly articleId: ArticleId;
  readonly text: VersionText;
}

export interface ArticleListItem {
  readonly article: Article;
  readonly source: Source;
}

export interface SourceWaiting extends WaitingSeeds {
  readonly source: Pick<Source, "id" | "name">;
}

/** One article that matches, at its newest matching version. */
export interface SearchHit {
  readonly article: Article;
  readonly source: Source;
  readonly version: VersionHead;
  /** The words stand in the latest version too; false when they were edited away since. */
  readonly current: boolean;
  /** Plain text around the match, with each matched stretch as [start, end) UTF-16 offsets into it. */
  readonly excerpt: string;
  readonly marks: readonly (readonly [number, number])[];
  /** Of a live page: the run of versions that the one found belongs to. */
  readonly running: Running | null;
}

export interface SourceHealth {
  readonly source: Source;
  readonly feeds: readonly Feed[];
  /** Of its feeds. */
  readonly hubs: readonly HubStanding[];
  readonly articles: number;
  /** Of these: those that wait to be taken in from before. */
  readonly waiting: WaitingSeeds;
  readonly articlesToday: number;
  readonly changesToday: number;
  readonly looksToday: number;
  readonly failedLooksToday: number;
  /** What is wrong with the site as a whole; null while its texts are seen. */
  readonly fault: SiteFault | null;
  /** Latest successful poll of a feed or look at an article. */
  readonly lastSuccessAt: number | null;
  /** Latest article found. */
  readonly lastArticleAt: number | null;
  /** Hours without a new article when longer than `SILENT_AFTER_MS`, else null. */
  readonly silentSince: number | null;
}

/** Enough of a source to find it by name. */
export type SourceName = Pick<Source, "id" | "name" | "homeUrl">;

/** Whether a source is well, without its figures: cheap, so that thousands can be put in order. */
export interface SourceState extends SourceName {
  /** Feeds that failed too often in a row, and feeds that failed last time and not so often. */
  readonly brokenFeeds: number;
  readonly failingFeeds: number;
  readonly lastArticleAt: number | null;
  /** The operator paused it then: that it is silent is no wonder. */
  readonly pausedAt: number | null;
  /** Both as in `SourceHealth`. */
  readonly fault: SiteFault | null;
  readonly silentSince: number | null;
}

/** A source that found nothing new for this long shows as silent: two missed days of a daily paper. */
export const SILENT_AFTER_MS = 48 * 3_600_000;

/** What a host's robots.txt said when it was last asked. */
export interface RobotsRecord {
  readonly origin: string;
  /** HTTP status; null when it could not be reached. */
  readonly status: number | null;
  /** Body, capped; empty unless status is 2xx. */
  readonly text: string;
  readonly fetchedAt: number;
}

/** Kept bytes in the archive; `digest` is the SHA-256 (hex) of the decoded body. */
export interface ArchivedBody extends ArchivePlace {
  readonly digest: string;
}

/** A chore, and for which of its keys it is done ("desk-7"); empty for one that has a single row. */
export interface ChoreId {
  readonly name: string;
  readonly key: string;
}

/** How a chore stands. */
export interface ChoreState extends ChoreId {
  readonly dueAt: number;
  /** Last success; null before the first. */
  readonly doneAt: number | null;
  /** In a row. */
  readonly failures: number;
  readonly lastError: string | null;
}

/** A host at which a source is read. */
export interface HostOfSource {
  readonly id: HostId;
  /** Registrable domain. */
  readonly key: string;
  /** No request before this instant. */
  readonly nextFreeAt: number;
  readonly manners: Manners;
}

export interface GapQuery {
  readonly hostIds: readonly HostId[];
  /** Gaps that reach into this stretch. */
  readonly fromAt: number;
  readonly untilAt: number;
  readonly limit: number;
}

/** Looks of a source in one hour. */
export interface TallyHour {
  readonly startAt: number;
  readonly looks: number;
  /** Of these, the ones that met no page of the publisher's. */
  readonly failed: number;
}

/** A sign-in link or session that is known, and whose time is not over. */
export interface TokenState {
  /** SHA-256 (hex) of its secret. */
  readonly hash: string;
  readonly madeAt: number;
  readonly expiresAt: number;
  /** Null before the first use that was noted. */
  readonly usedAt: number | null;
  /** Family of the browser, such as "Firefox"; null when it is not known. */
  readonly browser: string | null;
  readonly notice: string | null;
}

export interface Counts {
  readonly sources: number;
  readonly feeds: number;
  readonly articles: number;
  readonly versions: number;
  readonly captures: number;
  readonly changes: number;
}

/**
 * Everything that is read, for the engine and the commands of the operator. Hidden articles are absent from every list, from
 * search and from counts; what is asked by an article's number still returns them. Pages, feeds and JSON get a `PublicReader`.
 */
export interface Reader extends SiteReader, ScheduleReader, SubscriptionReader {
  /**
   * Names what can be read at this moment: as long as two answers are equal nothing was written in between, by any process. It says
   * nothing about which of two is the later one, and only this reader's answers can be compared. Costs next to nothing.
   */
  revision(): Promise<string>;
  counts(): Promise<Counts>;

  sources(): Promise<readonly Source[]>;
  source(id: SourceId): Promise<Source | null>;
  /** By home page or by the URL of one of its feeds (any spelling). */
  sourceByUrl(url: string): Promise<Source | null>;
  feeds(sourceId?: SourceId): Promise<readonly Feed[]>;
  /** Hashes of what an undated sitemap listed so far; null before its first reading. */
  listing(id: FeedId): Promise<Uint32Array | null>;
  feed(id: FeedId): Promise<Feed | null>;
  /** Names of all sources, in the order of their numbers. */
  sourceNames(): Promise<readonly SourceName[]>;
  sourceCount(): Promise<number>;
  /** Of all sources, in the order of their numbers. */
  sourceStates(now: number): Promise<readonly SourceState[]>;
  /** Of all sources, or of some; in the order of their numbers. "Today" means the last 24 hours. */
  health(now: number, of?: readonly SourceId[]): Promise<readonly SourceHealth[]>;

  article(id: ArticleId): Promise<Article | null>;
  /** The same with how it is watched. */
  watched(id: ArticleId): Promise<Watched | null>;
  /** Through any known URL of it: found, redirected, canonical, with or without www and scheme. */
  articleByUrl(url: string): Promise<Article | null>;
  /** Places in the list of the addresses (any spelling) that lead to no article yet, each address once. */
  unknownAmong(urls: readonly string[]): Promise<readonly number[]>;
  /** Articles that wait to be taken in from before at the host. */
  waitingSeeds(hostKey: string): Promise<WaitingSeeds>;
  /** Newest first, without those that wait to be taken in from before; with `onlyNews` without those that were, too. */
  articles(
    query: PageQuery & { readonly sourceId?: SourceId | undefined; readonly onlyNews?: boolean },
  ): Promise<Page<ArticleListItem>>;
  /** Sources of which articles wait to be taken in from before, in the order of their numbers. */
  waitingBySource(): Promise<readonly SourceWaiting[]>;
  hiddenArticles(): Promise<readonly ArticleListItem[]>;
  /** Texts of the articles of a source that were hidden last, at most so many articles. */
  hiddenTexts(id: SourceId, articles: number): Promise<readonly HiddenText[]>;
  /** Articles of a source that have, or had, this headline. */
  headlineUses(id: SourceId, headline: string): Promise<number>;
  /** Whether there is such an article, and readers may see it. */
  isShown(id: ArticleId): Promise<boolean>;
  articleUrls(id: ArticleId): Promise<readonly string[]>;
  /** What was decided about addresses of the article, latest first, at most 100. */
  addressDecisions(id: ArticleId): Promise<readonly AddressDecision[]>;
  /** The decision about this address of the article that was made last; null when there is none. */
  addressDecision(id: ArticleId, url: string): Promise<AddressDecision | null>;
  /** Sites that articles of the source went to from another site, at least `SITE_MOVE_ARTICLES` of them; latest first. */
  siteMoves(id: SourceId): Promise<readonly SiteMove[]>;
  /** Newest first; `before` is a `capturedAt`. */
  captures(id: ArticleId, query: PageQuery): Promise<Page<Capture>>;
  /** The latest time when looks saw it gone; null if none did. */
  goneStretch(id: ArticleId): Promise<GoneStretch | null>;
  /** Of an article and of all that were joined to it, each text once, in the order of first sight. */
  history(id: ArticleId): Promise<History>;
  /** As readers see it: with what was joined to it. */
  wholeArticle(id: ArticleId): Promise<Article | null>;
  /** The elder of all that the article was joined with, first, and all of these. */
  strands(id: ArticleId): Promise<readonly ArticleId[]>;
  /** All joins that touch it or what it was ever joined with, undone ones too; oldest first. */
  joins(id: ArticleId): Promise<readonly Join[]>;
  /** Articles that may be the same and were not compared yet. */
  clues(id: ArticleId): Promise<readonly Clue[]>;
  /** The steps between strands that joining the two at `at` would make. */
  crossings(pair: readonly [ArticleId, ArticleId], at: number): Promise<readonly Crossing[]>;
  /** All of its own, oldest first. */
  versions(id: ArticleId): Promise<readonly VersionHead[]>;
  /** Texts that stood on the page and are no versions: held, passing, alternating; last seen first, at most a handful. */
  variants(id: ArticleId): Promise<readonly Variant[]>;
  /** What deciding remembers; null before the first version, and for an article that an older program recorded. */
  memory(id: ArticleId): Promise<Memory | null>;
  /** The same, with the last look that met the latest version; null before the first. */
  remembered(id: ArticleId): Promise<Remembered | null>;
  /** Dates of modification that the publisher raised over the same text, oldest first; those of all that it was joined with, too. */
  raisedDates(id: ArticleId): Promise<readonly RaisedDate[]>;
  /** Names over the article that the publisher changed over the same text, oldest first. */
  changedBylines(id: ArticleId): Promise<readonly ChangedByline[]>;
  version(id: ArticleId, number: number): Promise<Version | null>;
  /** Latest first, at most `limit`: what the version step compares a new text with. */
  recentTextHashes(
    id: ArticleId,
    limit: number,
  ): Promise<readonly { readonly number: number; readonly textHash: string }[]>;

  /**
   * Newest first, keyed by change id. Without `articleId` the changes of a running live page are one item, at the newest of
   * them (`Change.runningFrom`).
   */
  changes(
    query: PageQuery & { readonly sourceId?: SourceId | undefined; readonly articleId?: ArticleId | undefined },
  ): Promise<Page<ChangeListItem>>;
  /** The latest changes of one article and of those that were joined to it, newest first, at most `limit`. */
  changesOf(id: ArticleId, limit: number): Promise<readonly Change[]>;
  /** Fingerprints (hex) of these versions as they are read now; null when one does not exist or its article is hidden. */
  readingHashes(versions: readonly VersionKey[]): Promise<readonly string[] | null>;
  /** In the order of `pairs`; null where no collation is kept with the change, and for changes of hidden articles. */
  differences(pairs: readonly ChangedPair[]): Promise<readonly (Difference | null)[]>;
  change(id: ArticleId, from: number, to: number): Promise<Change | null>;
  /** Labels that the operator calls wrong, the newest first; of one change alone where it is given. */
  labelMarks(change?: Pick<Change, "id">): Promise<readonly LabelMark[]>;
  /** How far the labelling of earlier changes by this labeller has come. */
  labelling(labeller: string): Promise<Labelling>;
  /** Changes that another labeller labelled, hidden ones too, newest first, at most `limit`. */
  labelledEarlier(labeller: string, limit: number): Promise<readonly EarlierLabelled[]>;

  /**
   * Full text over headline, standfirst, corrections and body of all versions, newest version first. All words must
   * stand in one paragraph, in any order; "quoted words" as a phrase; scripts without spaces by substring. Never throws on odd input.
   * Each article comes once. Exact up to 4,000 matching paragraphs (PostgreSQL: 2,000); beyond, the newest so many are looked at, and deep
   * pages may repeat an article or miss one.
   */
  search(text: string, query: PageQuery): Promise<Page<SearchHit>>;

  /** Where the bytes with this digest stand in the archive; null when they do not. */
  archivePlace(digest: string): Promise<ArchivePlace | null>;
  /** All files of the archive that hold kept bytes, sorted. */
  archiveFiles(): Promise<readonly string[]>;
  /** How many bytes each of them has to have at least, for everything that is cited. */
  archiveLengths(): Promise<ReadonlyMap<string, number>>;
  /** The same as `archivePlace` of a version. */
  archivedBody(id: ArticleId, number: number): Promise<ArchivedBody | null>;
  /** Bytes of a capture's body that the store itself keeps, decompressed, by digest; null when it does not. */
  rawBody(digest: string): Promise<{ readonly bytes: Uint8Array; readonly contentType: string | null } | null>;

  /** Closed days of the ledger, newest first, keyed by their number. */
  ledger(query: PageQuery): Promise<Page<LedgerDay>>;
  /** Null when there is no such version, or when the day it was recorded in is not closed yet. */
  versionProof(id: ArticleId, number: number): Promise<VersionProof | null>;
  /** Whether there would be a proof, without the work of making it. */
  isSealed(id: ArticleId, number: number): Promise<boolean>;
  jobs(): Promise<readonly ChoreState[]>;
  /** When the first of the chores with these names is due and free; null when there are none. */
  nextChoreAt(names: readonly string[]): Promise<number | null>;
  /** By the hash (hex) of its secret. */
  token(kind: TokenKind, hash: string, now: number): Promise<TokenState | null>;
  /** All of a kind whose time is not over, last made first, at most 100. */
  tokens(kind: TokenKind, now: number): Promise<readonly TokenState[]>;

  robots(origin: string): Promise<RobotsRecord | null>;
  /** How the host with this key has to be treated; `NO_MANNERS` for an unknown one. */
  manners(key: string): Promise<Manners>;
  hostsOfSource(id: SourceId): Promise<readonly HostOfSource[]>;
  /** Articles of a source whose looks since then showed no text, the newest first. */
  failedSince(id: SourceId, sinceAt: number, limit: number): Promise<readonly ArticleId[]>;
  /** Articles at a host whose latest look was answered "not modified", the newest first. */
  notModifiedAt(id: HostId, limit: number): Promise<readonly ArticleId[]>;
  /** Stretches without looks, newest first, those of all hosts among them. */
  gaps(query: GapQuery): Promise<readonly Gap[]>;
  /** Looks of a source by the hour, oldest first; hours without a look are left out. */
  tally(id: SourceId, fromAt: number, untilAt: number): Promise<readonly TallyHour[]>;
  /** Earliest instant at which a free host has something due (a leased one is free when its lease ends); null when nothing is scheduled. */
  nextDueAt(now: number): Promise<number | null>;
  /** Feeds, subscriptions and articles that are due at `at`, whether their hosts are free or not. */
  dueCount(at: number): Promise<number>;
  /** The most overdue subscription, feed or article of a host, or null; in this order. */
  nextTask(hostId: HostId, now: number): Promise<DueTask | null>;
}

export interface Remembered {
  readonly memory: Memory | null;
  readonly latestSeenAt: number;
}
