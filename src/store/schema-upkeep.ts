import type { Generated } from "kysely";
import type { ArticleId, FeedId, HostId, SourceId, SubscriptionId } from "#model/id";
import type { GapCause } from "#model/manners";
import type { TrustedThing } from "#model/signal";
import type { SubscriptionState } from "#model/subscription";
import type { LeafKind } from "#store/ledger/tree";

// Tables that belong to no article: what was learned of sites and sources, chores, the ledger, secrets, hubs, the installation.

/** What was learned of a site, and the rules that people gave it. */
export interface SiteTable {
  key: string;
  memory: Uint8Array | null;
  rules: string;
  generation: number;
  revision: number;
}

/** How articles are edited; source 0 stands for all, section "" for the whole source. */
export interface HabitsTable {
  source_id: SourceId;
  section: string;
  /** JSON of `Habits`. */
  fit: string;
  articles: number;
  fitted_at: number;
}

/** How often signals of a source proved true, and how many edits they announced. */
export interface SignalTrustTable {
  source_id: SourceId;
  thing: TrustedThing;
  hits: number;
  misses: number;
}

/** A chore that falls due by the clock and belongs to no host. */
export interface ChoreTable {
  name: string;
  /** Which of several; empty for a chore that has one row. */
  key: Generated<string>;
  due_at: number;
  lease_owner: string | null;
  /** 0 when free. */
  lease_until: Generated<number>;
  done_at: number | null;
  /** In a row. */
  failures: Generated<number>;
  last_error: string | null;
}

/** What was recorded between two closings; never written again. */
export interface LedgerDayTable {
  number: number;
  closed_at: number;
  /** Highest number of a version that belongs to this day or an earlier one; `capture_high` is the same for captures. */
  version_high: number;
  versions: number;
  versions_root: Uint8Array;
  capture_high: number;
  captures: number;
  captures_root: Uint8Array;
  root: Uint8Array;
}

/** The first bytes of each leaf of a day, so that what does not match can be named. */
export interface LedgerPartTable {
  day: number;
  kind: LeafKind;
  part: number;
  marks: Uint8Array;
}

export type TokenKind = "link" | "session";

/** A secret of the operator's, by its hash. */
export interface TokenTable {
  /** SHA-256. */
  hash: Uint8Array;
  kind: TokenKind;
  expires_at: number;
  notice: string | null;
  made_at: Generated<number>;
  used_at: number | null;
  /** Family of the browser that a session belongs to, such as "Firefox"; null when it did not say. */
  browser: string | null;
}

/** What is true of the installation as a whole, by name. */
export interface InstallationTable {
  name: string;
  value: string;
}

/** A feed's subscription at a hub. */
export interface SubscriptionTable {
  id: Generated<SubscriptionId>;
  feed_id: FeedId;
  source_id: SourceId;
  /** The hub's. */
  host_id: HostId;
  hub_url: string;
  topic_url: string;
  base: string | null;
  key: string;
  secret: string;
  state: SubscriptionState;
  reason: Generated<string>;
  due_at: number | null;
  vain: Generated<number>;
  /** When the hub last called to verify or to deny. */
  heard_at: number | null;
  active_since: number | null;
  lease_until: number | null;
  last_push_at: number | null;
  pushes: Generated<number>;
  unsigned: Generated<number>;
  /** Polls that brought something that a push had announced; `misses` counts those that no push had announced. */
  hits: Generated<number>;
  misses: Generated<number>;
  /** Marks of the latest pushes, parted by blanks. */
  recent: Generated<string>;
  push_type: string | null;
  /** The latest push, until a poll has used it. */
  push_body: Uint8Array | null;
}

export interface RobotsTable {
  origin: string;
  status: number | null;
  text: string;
  fetched_at: number;
}

export interface RawBodyTable {
  digest: Uint8Array;
  zstd: Uint8Array;
  content_type: string | null;
}

export interface ArchiveFileTable {
  id: Generated<number>;
  name: string;
}

/** A period without looks at the host, or at any host (null), although something was due. */
export interface GapTable {
  id: Generated<number>;
  host_id: HostId | null;
  cause: GapCause;
  from_at: number;
  until_at: number;
}

/** How an article was read at its last look. */
export interface ArticleTraceTable {
  article_id: ArticleId;
  source_id: Generated<SourceId>;
  trace: string;
}

/** Looks of a source per hour, counted as they happen: the health page and the total never scan captures. */
export interface LookTallyTable {
  source_id: SourceId;
  /** Epoch hours. */
  hour: number;
  looks: number;
  failed: number;
}

/** Kept bytes that stand in a file of the archive. */
export interface ArchivedBodyTable {
  digest: Uint8Array;
  file_id: number;
  start: number;
  length: number;
  content_type: string | null;
}
