import type { AddressClaim } from "#model/address-claim";
import type { Article } from "#model/article";
import { type Capture, isWaiting, type Outcome } from "#model/capture";
import { type Change, type ChangeSummary, LABELLER } from "#model/change";
import type { ClaimedDate, RaisedDate } from "#model/claimed-date";
import type { HiddenBecause } from "#model/hidden";
import type { KeptCollation } from "#model/kept-collation";
import type { LookPlan } from "#model/look-plan";
import type { Manners } from "#model/manners";
import type { ChangedByline, ShownByline } from "#model/shown-byline";
import type { Signal } from "#model/signal";
import type { Feed, Patterns, Source } from "#model/source";
import type { HubStanding, Subscription } from "#model/subscription";
import type { VersionFacts, VersionHead } from "#model/version";
import type { Watched } from "#model/watch";
import { digestHex } from "./bytes.ts";
import { collationColumn } from "./changes/collation-column.ts";
import { labelBits } from "./changes/label-bits.ts";
import { fromLeanJson, leanJson } from "./lean-json.ts";
import { packJson, unpackJson } from "./packed-json.ts";
import { toReason, toReasonOrNull } from "./reasons/column.ts";
import type {
  ArticleRow,
  CaptureRow,
  ChangedBylineRow,
  ChangeRow,
  FeedRow,
  HostRow,
  RaisedDateRow,
  SourceRow,
  SubscriptionRow,
  VersionRow,
} from "./schema.ts";
import type { LeasedHost } from "./writer.ts";

const hexOrNull = (bytes: Uint8Array | null): string | null => (bytes === null ? null : digestHex(bytes));

export const toSource = (row: SourceRow): Source => ({
  id: row.id,
  name: row.name,
  homeUrl: row.home_url,
  patterns: JSON.parse(row.patterns) as Patterns,
  render: row.render,
  createdAt: row.created_at,
  pausedAt: row.paused_at,
  removedAt: row.removed_at,
});

export const toManners = (row: HostRow): Manners => ({
  refusals: row.refusals,
  slowLevel: row.slow_level,
  slowUntil: row.slow_until,
  day: row.day,
  requests: row.day_requests,
  validatorChecks: row.validator_checks,
  validatorLies: row.validator_lies,
  liedAt: row.lied_at,
  notModified: row.not_modified,
});

export const toLeasedHost = (row: HostRow, leasedUntil: number): LeasedHost => ({
  id: row.id,
  key: row.key,
  manners: toManners(row),
  leasedUntil,
});

export const toFeed = (row: FeedRow): Feed => ({
  id: row.id,
  sourceId: row.source_id,
  hostId: row.host_id,
  kind: row.kind,
  url: row.url,
  title: row.title,
  periodMs: row.period_ms,
  dueAt: row.due_at,
  lastPolledAt: row.last_polled_at,
  lastSuccessAt: row.last_success_at,
  failures: row.failures,
  lastError: toReasonOrNull(row.last_error),
  etag: row.etag,
  lastModified: row.last_modified,
  news: row.news,
  hours: row.hours,
});

/** Of a subscription everything but what only a push needs. */
type SubscriptionHead = Omit<SubscriptionRow, "recent" | "push_type" | "push_body" | "heard_at">;

export const toHubStanding = (row: SubscriptionHead): HubStanding => ({
  id: row.id,
  feedId: row.feed_id,
  hubUrl: row.hub_url,
  topicUrl: row.topic_url,
  state: row.state,
  reason: toReasonOrNull(row.reason),
  dueAt: row.due_at,
  failedTries: row.vain,
  activeSince: row.active_since,
  leaseUntil: row.lease_until,
  lastPushAt: row.last_push_at,
  pushes: row.pushes,
  unsigned: row.unsigned,
  announced: { hits: row.hits, misses: row.misses },
});

export const toSubscription = (row: SubscriptionHead): Subscription => ({
  ...toHubStanding(row),
  sourceId: row.source_id,
  hostId: row.host_id,
  base: row.base,
  key: row.key,
  secret: row.secret,
});

export const toSignal = ({ signal_kind, signal_at }: Pick<ArticleRow, "signal_kind" | "signal_at">): Signal | null =>
  signal_kind === null || signal_at === null ? null : { kind: signal_kind, at: signal_at };

/** The columns of what readers and pages need of an article. */
export const ARTICLE_COLUMNS = [
  "article.id",
  "article.source_id",
  "article.host_id",
  "article.url",
  "article.headline",
  "article.status",
  "article.status_reason",
  "article.first_seen_at",
  "article.published_at",
  "article.language",
  "article.version_count",
  "article.last_changed_at",
  "article.last_looked_at",
  "article.next_look_at",
  "article.seed_at",
  "article.signal_kind",
  "article.signal_at",
  "article.look_plan",
  "article.hidden_at",
  "article.hidden_reason",
  "article.hidden_because",
  "article.joined_to",
] as const;

/** The columns of how it is watched, besides. */
export const WATCH_COLUMNS = [
  "article.period_ms",
  "article.edits",
  "article.failures",
  "article.etag",
  "article.last_modified",
  "article.body_digest",
  "article.claimed_date",
  "article.shown_byline",
  "article.not_modified",
  "article.address_claim",
] as const;

type ColumnOf<Name extends string> = Name extends `article.${infer Column extends keyof ArticleRow}` ? Column : never;
export type ArticlePart = Pick<ArticleRow, ColumnOf<(typeof ARTICLE_COLUMNS)[number]>>;
type WatchPart = Pick<ArticleRow, ColumnOf<(typeof WATCH_COLUMNS)[number]>>;

export const toArticle = (row: ArticlePart): Article => ({
  id: row.id,
  sourceId: row.source_id,
  hostId: row.host_id,
  url: row.url,
  headline: row.headline,
  status: row.status,
  statusReason: toReasonOrNull(row.status_reason),
  firstSeenAt: row.first_seen_at,
  publishedAt: row.published_at,
  language: row.language,
  versionCount: row.version_count,
  standingCount: row.version_count,
  lastChangedAt: row.last_changed_at,
  lastLookedAt: row.last_looked_at,
  nextLookAt: row.next_look_at ?? row.seed_at,
  signal: toSignal(row),
  plan: row.look_plan === null ? null : (JSON.parse(row.look_plan) as LookPlan),
  joinedTo: row.joined_to,
  hidden: row.hidden_at !== null,
  hiddenReason: row.hidden_reason,
  hiddenBecause: row.hidden_because === null ? null : (JSON.parse(row.hidden_because) as HiddenBecause),
});

export const toWatched = (row: ArticlePart & WatchPart): Watched => ({
  article: toArticle(row),
  watch: {
    isSeed: row.seed_at !== null,
    periodMs: row.period_ms,
    edits: row.edits,
    failures: row.failures,
    etag: row.etag,
    lastModified: row.last_modified,
    bodyDigest: hexOrNull(row.body_digest),
    claimedDate: row.claimed_date === null ? null : (JSON.parse(row.claimed_date) as ClaimedDate),
    shownByline: row.shown_byline === null ? null : (JSON.parse(row.shown_byline) as ShownByline),
    notModified: row.not_modified,
    addressClaim: row.address_claim === null ? null : (JSON.parse(row.address_claim) as AddressClaim),
  },
});

/** Older programs called a look unchanged that saw another text without a version opening. */
const outcomeOf = ({ outcome, decision }: CaptureRow): Outcome =>
  outcome === "unchanged" && (isWaiting(decision) || decision === "restored") ? "changed" : outcome;

export const toCapture = (row: CaptureRow): Capture => ({
  id: row.id,
  articleId: row.article_id,
  capturedAt: row.captured_at,
  tookMs: row.took_ms,
  outcome: outcomeOf(row),
  status: row.status,
  finalUrl: row.final_url,
  decision: row.decision,
  reason: toReason(row.reason),
  versionNumber: row.version_number,
  bodyDigest: hexOrNull(row.body_digest),
  bodyBytes: row.body_bytes,
});

export const toChangedByline = (row: ChangedBylineRow): ChangedByline => ({
  articleId: row.article_id,
  versionNumber: row.version_number,
  oldNames: JSON.parse(row.old_names) as readonly string[],
  newNames: JSON.parse(row.new_names) as readonly string[],
  oldModifiedAt: row.old_modified_at,
  newModifiedAt: row.new_modified_at,
  lastSeenOldAt: row.last_seen_old_at,
  seenAt: row.seen_at,
});

export const toRaisedDate = (row: RaisedDateRow): RaisedDate => ({
  articleId: row.article_id,
  versionNumber: row.version_number,
  oldModifiedAt: row.old_modified_at,
  newModifiedAt: row.new_modified_at,
  lastSeenOldAt: row.last_seen_old_at,
  seenAt: row.seen_at,
});

/** A change that does nothing: what is not stored of one is as it is here, also what older programs did not count. */
const NO_CHANGE: ChangeSummary = {
  headlineChanged: false,
  standfirstChanged: false,
  correctionAdded: false,
  paragraphsEdited: 0,
  paragraphsAdded: 0,
  paragraphsRemoved: 0,
  paragraphsSplit: 0,
  paragraphsMerged: 0,
  paragraphsMoved: 0,
  wordsAdded: 0,
  wordsRemoved: 0,
  sample: { old: "", new: "" },
  labels: [],
  rank: 0,
  silent: false,
};

/** What is not stored of a version's facts. */
export const NO_FACTS: VersionFacts = {
  section: null,
  credits: [],
  leadImage: null,
  links: [],
  entries: [],
  continuesAt: null,
};

/** The summary is unpacked when it is first asked for: many lists are only asked whether there is something new in them. */
export function toChange(row: ChangeRow): Change {
  let summary: ChangeSummary | undefined;
  return {
    id: row.id,
    articleId: row.article_id,
    sourceId: row.source_id,
    fromArticle: row.from_article_id ?? row.article_id,
    from: row.from_number,
    to: row.to_number,
    seenAt: row.seen_at,
    lastSeenOldAt: row.last_seen_old_at,
    runningFrom: row.running_from,
    labelledBy: row.labelled_by,
    get summary() {
      summary ??= fromLeanJson(row.packed ? unpackJson(row.packed) : row.summary, NO_CHANGE);
      return summary;
    },
  };
}

/** A summary as it is stored: columns of its change. */
export const summaryColumns = (summary: ChangeSummary, collation: KeptCollation | null | undefined) => ({
  summary: "",
  packed: packJson(leanJson(summary, NO_CHANGE)),
  labelled_by: LABELLER,
  label_bits: labelBits(summary.labels),
  rank: Math.round(1000 * summary.rank),
  silent: Number(summary.silent),
  collated: collation ? collationColumn(collation) : null,
});

export const toVersionHead = (row: VersionRow, headline: string | null): VersionHead => ({
  articleId: row.article_id,
  number: row.number,
  place: row.number,
  headline,
  byline: JSON.parse(row.byline) as readonly string[],
  publishedAt: row.published_at,
  modifiedAt: row.modified_at,
  language: row.language,
  extractor: row.extractor,
  firstSeenAt: row.first_seen_at,
  lastSeenAt: row.last_seen_at,
  confirmedAt: row.confirmed_at ?? row.first_seen_at,
  previousSeenAt: row.previous_seen_at,
  textHash: digestHex(row.text_hash),
  chainHash: digestHex(row.chain_hash),
  dateRaised: row.date_raised === null ? null : row.date_raised === 1,
  alternating: row.alternating === 1,
  live: row.live === 1,
  takenBack: toReasonOrNull(row.taken_back),
  continuesAt: row.facts?.includes('"continuesAt"') ? fromLeanJson(row.facts, NO_FACTS).continuesAt : null,
});
