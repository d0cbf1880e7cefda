import type { Generated, Kysely, Selectable, Transaction } from "kysely";
import type { ArticleStatus } from "#model/article";
import type { Decision, Outcome } from "#model/capture";
import type { ArticleId, CaptureId, ChangeId, FeedId, HostId, SourceId } from "#model/id";
import type { HoldRule } from "#model/memory";
import type { SignalKind } from "#model/signal";
import type { FeedKind, RenderMode } from "#model/source";
import type { VariantState } from "#model/variant";
import type { AddressDecisionTable } from "./schema-addresses.ts";
import type { ArticleJoinTable, ClueTable, KnownNameTable } from "./schema-joins.ts";
import type { LabelMarkTable } from "./schema-labels.ts";
import type {
  ArchivedBodyTable,
  ArchiveFileTable,
  ArticleTraceTable,
  ChoreTable,
  GapTable,
  HabitsTable,
  InstallationTable,
  LedgerDayTable,
  LedgerPartTable,
  LookTallyTable,
  RawBodyTable,
  RobotsTable,
  SignalTrustTable,
  SiteTable,
  SubscriptionTable,
  TokenTable,
} from "./schema-upkeep.ts";

/**
 * The tables as both databases have them. Instants are epoch milliseconds, durations milliseconds, hashes raw bytes,
 * JSON is text. `source_id` stands in rows that could do without it: it is what a sharded database spreads by.
 */
export interface Tables {
  host: HostTable;
  gap: GapTable;
  source: SourceTable;
  feed: FeedTable;
  listing: ListingTable;
  article: ArticleTable;
  article_url: ArticleUrlTable;
  address_decision: AddressDecisionTable;
  capture: CaptureTable;
  look_tally: LookTallyTable;
  raw_body: RawBodyTable;
  archive_file: ArchiveFileTable;
  archived_body: ArchivedBodyTable;
  paragraph: ParagraphTable;
  version: VersionTable;
  occurrence: OccurrenceTable;
  change: ChangeTable;
  raised_date: RaisedDateTable;
  changed_byline: ChangedBylineTable;
  label_mark: LabelMarkTable;
  deciding: DecidingTable;
  variant: VariantTable;
  robots: RobotsTable;
  site: SiteTable;
  habits: HabitsTable;
  signal_trust: SignalTrustTable;
  article_trace: ArticleTraceTable;
  reading: ReadingTable;
  reading_paragraph: ReadingParagraphTable;
  article_join: ArticleJoinTable;
  clue: ClueTable;
  known_name: KnownNameTable;
  job: ChoreTable;
  ledger_day: LedgerDayTable;
  ledger_part: LedgerPartTable;
  token: TokenTable;
  subscription: SubscriptionTable;
  installation: InstallationTable;
}

export type Db = Kysely<Tables>;
export type Trx = Transaction<Tables>;

/** Internal number of a paragraph or version row; never leaves the store, except as an opaque paging key. */
export type RowId = number;

interface HostTable {
  id: Generated<HostId>;
  key: string;
  /** No request to the host before this instant (politeness). */
  next_free_at: Generated<number>;
  /** max(next_free_at, earliest due instant of its articles and feeds), null when nothing is due ever; exact after each transaction. */
  ready_at: number | null;
  lease_owner: string | null;
  /** 0 when free. */
  lease_until: Generated<number>;
  refusals: Generated<number>;
  slow_level: Generated<number>;
  slow_until: Generated<number>;
  /** Epoch day that `day_requests` counts. */
  day: Generated<number>;
  day_requests: Generated<number>;
  validator_checks: Generated<number>;
  validator_lies: Generated<number>;
  lied_at: number | null;
  /** Answers "not modified" since its validators were last put to the test. */
  not_modified: Generated<number>;
  /** How many times dearer its requests are because it has too much to do. */
  crowding: Generated<number>;
  crowding_at: Generated<number>;
}

interface SourceTable {
  id: Generated<SourceId>;
  name: string;
  home_url: string;
  home_key: string;
  patterns: string;
  created_at: number;
  last_success_at: number | null;
  render: Generated<RenderMode>;
  /** When the operator paused it, or removed it; null while neither. */
  paused_at: number | null;
  removed_at: number | null;
  /** First of the looks in a row that saw no text of it; null while its texts are seen. */
  fault_since: number | null;
  /** What the latest of them saw. */
  fault_reason: string | null;
  /** Articles that they were at. */
  fault_articles: Generated<number>;
}

/** What an undated sitemap listed so far, as 32-bit hashes, the lowest byte first. */
interface ListingTable {
  feed_id: FeedId;
  hashes: Uint8Array;
}

interface FeedTable {
  id: Generated<FeedId>;
  source_id: SourceId;
  host_id: HostId;
  kind: FeedKind;
  url: string;
  url_key: string;
  title: string | null;
  period_ms: number;
  due_at: number | null;
  last_polled_at: number | null;
  last_success_at: number | null;
  failures: Generated<number>;
  last_error: string | null;
  etag: string | null;
  last_modified: string | null;
  /** News it brought, and hours in which it did, both with a half-life. */
  news: Generated<number>;
  hours: Generated<number>;
  /** When the operator took it away; null while it is read. */
  removed_at: number | null;
}

interface ArticleTable {
  id: Generated<ArticleId>;
  source_id: SourceId;
  host_id: HostId;
  url: string;
  headline: string | null;
  status: ArticleStatus;
  status_reason: Generated<string>;
  first_seen_at: number;
  published_at: number | null;
  language: string | null;
  version_count: Generated<number>;
  latest_version_id: RowId | null;
  last_changed_at: number | null;
  last_looked_at: number | null;
  next_look_at: number | null;
  /** 1 while it stands for what a sitemap listed from before, and no feed has named it as news. */
  seeded: Generated<number>;
  /** When such an article has its turn; null when it has none to wait for. */
  seed_at: number | null;
  period_ms: Generated<number>;
  failures: Generated<number>;
  etag: string | null;
  last_modified: string | null;
  body_digest: Uint8Array | null;
  /** JSON of `ClaimedDate`. */
  claimed_date: string | null;
  /** JSON of `ShownByline`. */
  shown_byline: string | null;
  /** Looks in a row that were answered with 304. */
  not_modified: Generated<number>;
  /** Edits met since the first look, those counted that must have fallen together. */
  edits: Generated<number>;
  /** A signal that no look has answered yet. */
  signal_kind: SignalKind | null;
  signal_at: number | null;
  /** Number of the feed that listed it first, and a fingerprint of the title it has there. */
  announced: string | null;
  /** JSON of `LookPlan`. */
  look_plan: string | null;
  hidden_at: number | null;
  hidden_reason: string | null;
  /** JSON of `HiddenBecause`. */
  hidden_because: string | null;
  /** The elder of all articles that it was joined with; null for that one, and for an article that was not joined. */
  joined_to: ArticleId | null;
  /** JSON of `AddressClaim`. */
  address_claim: string | null;
}

/** Rows that only PostgreSQL has a place for the source in say so with this type: SQLite is never spread over machines. */
type SpreadBy = Generated<SourceId>;

interface ArticleUrlTable {
  /** First 16 bytes of SHA-256 of the URL key. */
  key_hash: Uint8Array;
  article_id: ArticleId;
  source_id: SpreadBy;
  url: string;
}

interface CaptureTable {
  id: Generated<CaptureId>;
  article_id: ArticleId;
  source_id: SourceId;
  captured_at: number;
  took_ms: number;
  outcome: Outcome;
  status: number | null;
  final_url: string;
  decision: Decision;
  reason: string;
  version_number: number | null;
  body_digest: Uint8Array | null;
  body_bytes: number;
}

interface ParagraphTable {
  id: Generated<RowId>;
  /** First 16 bytes of SHA-256 of the canonical text: equal for paragraphs that differ only cosmetically. */
  hash: Uint8Array;
  /** Empty when the text is its own canonical form, else the first 16 bytes of SHA-256 of the text as printed. */
  variant: Uint8Array;
  text: string;
}

interface VersionTable {
  id: Generated<RowId>;
  article_id: ArticleId;
  source_id: SourceId;
  number: number;
  headline_id: RowId | null;
  /** The paragraphs in order; see `version-text.ts`. */
  text: string;
  byline: string;
  published_at: string | null;
  modified_at: string | null;
  language: string | null;
  extractor: string;
  first_seen_at: number;
  last_seen_at: number;
  previous_seen_at: number | null;
  text_hash: Uint8Array;
  chain_hash: Uint8Array;
  alternating: Generated<number>;
  date_raised: number | null;
  /** The look that opened it, when that was a later one than the first that met it. */
  confirmed_at: number | null;
  live: Generated<number>;
  /** JSON of `VersionFacts`. */
  facts: string | null;
  /** JSON of a `Reason`; null for nearly every version. */
  taken_back: string | null;
  /** Fingerprint of the text as it is read now; null while that is the text of `text_hash`, which was published. */
  reading_hash: Generated<Uint8Array | null>;
  /** Highest paragraph number when the version opened: bounds the search for a page of hits. */
  paragraph_high: RowId;
  /** 1 when another article, with which this one was joined, had the text before. */
  repeats: Generated<number>;
}

/** One row per stretch of neighbouring versions of an article that have the paragraph: how removed text stays findable. */
interface OccurrenceTable {
  paragraph_id: RowId;
  article_id: ArticleId;
  source_id: SourceId;
  first_version_id: RowId;
  /** Null while the latest version has it. */
  last_version_id: RowId | null;
}

interface ChangeTable {
  id: Generated<ChangeId>;
  article_id: ArticleId;
  source_id: SourceId;
  from_number: number;
  to_number: number;
  seen_at: number;
  last_seen_old_at: number;
  /** JSON of the change's summary; empty where it is packed. */
  summary: string;
  packed: Uint8Array | null;
  /** 1 when both versions read the same since they were read again: only the extractor had told them apart. */
  reading_only: Generated<number>;
  running_from: number | null;
  /** 1 when it led to a version that repeats, or from an article that is separate again. */
  repeats: Generated<number>;
  /** How the two texts lie against each other, as `collation-column.ts` writes it; null where it has to be made again. */
  collated: string | null;
  /** Who labelled it (`LABELLER`); empty for changes from before this was noted. */
  labelled_by: Generated<string>;
  /** Kinds of the labels, see `label-bits.ts`; null until it is labelled again, as for the two below. */
  label_bits: number | null;
  /** 0-1000. */
  rank: number | null;
  silent: number | null;
  /** The article that `from_number` is a version of, where that is another one than this: a change over a join. */
  from_article_id: ArticleId | null;
}

/** What deciding remembers of an article; none before its first version. */
interface DecidingTable {
  article_id: ArticleId;
  source_id: SpreadBy;
  /** JSON of `Memory`. */
  memory: string;
}

/** A text that was seen but is not a version. */
interface VariantTable {
  id: Generated<number>;
  article_id: ArticleId;
  source_id: SourceId;
  /** First 8 bytes of the fingerprint. */
  hash: Uint8Array;
  state: VariantState;
  rule: HoldRule;
  version_number: number;
  /** JSON; see `variant-text.ts`. */
  text: string;
  cut: number;
  first_seen_at: number;
  last_seen_at: number;
  looks: number;
  runs: number;
  decides_at: number | null;
}

/** The publisher raised its date over the same text. */
interface RaisedDateTable {
  id: Generated<number>;
  article_id: ArticleId;
  source_id: SourceId;
  version_number: number;
  old_modified_at: number;
  new_modified_at: number;
  last_seen_old_at: number;
  seen_at: number;
}

/** The publisher changed the names over the same text; names are JSON lists. */
interface ChangedBylineTable {
  id: Generated<number>;
  article_id: ArticleId;
  source_id: SourceId;
  version_number: number;
  old_names: string;
  new_names: string;
  old_modified_at: number | null;
  new_modified_at: number | null;
  last_seen_old_at: number;
  seen_at: number;
}

/** What a version said until it was read again. */
interface ReadingTable {
  id: Generated<number>;
  article_id: ArticleId;
  source_id: SourceId;
  number: number;
  extractor: string;
  text_hash: Uint8Array;
  headline_id: RowId | null;
  text: string;
  read_until: number;
}

/** Paragraphs that only an earlier reading of the article has. */
interface ReadingParagraphTable {
  paragraph_id: RowId;
  article_id: ArticleId;
  source_id: SpreadBy;
}

export type ArticleRow = Selectable<ArticleTable>;
export type CaptureRow = Selectable<CaptureTable>;
export type ChangeRow = Selectable<ChangeTable>;
export type FeedRow = Selectable<FeedTable>;
export type HostRow = Selectable<HostTable>;
export type RaisedDateRow = Selectable<RaisedDateTable>;
export type ChangedBylineRow = Selectable<ChangedBylineTable>;
export type SubscriptionRow = Selectable<SubscriptionTable>;
export type SourceRow = Selectable<SourceTable>;
export type VersionRow = Selectable<VersionTable>;
