import type { Article } from "#model/article";
import type { Change } from "#model/change";
import type { RaisedDate } from "#model/claimed-date";
import type { Variant } from "#model/variant";
import type { VersionHead } from "#model/version";
import type { FoundArticle } from "#publish/http/find-article";
import type { Visit } from "#publish/http/visit";
import { articlePath, changePath, versionPath } from "#view/addresses";
import type { Alternation, Unread } from "#view/beside";
import type { Running } from "#view/running";
import { why } from "#words/why";
import { iso } from "./iso.ts";
import { variantHeadJson } from "./variant-json.ts";

export const versionHeadJson = (visit: Visit, head: VersionHead) => ({
  number: head.number,
  url: visit.origin + versionPath(head.articleId, head.number),
  headline: head.headline,
  byline: head.byline,
  publishedAt: head.publishedAt,
  modifiedAt: head.modifiedAt,
  /** Whether the publisher raised its date with this text; null where that cannot be told. */
  dateRaised: head.dateRaised,
  language: head.language,
  firstSeenAt: iso(head.firstSeenAt),
  lastSeenAt: iso(head.lastSeenAt),
  /** The old text was last met then: the edit was made between this and `firstSeenAt`. */
  previousSeenAt: iso(head.previousSeenAt),
  /** A later look than the first, when the text had to be met again before it counted. */
  confirmedAt: iso(head.confirmedAt),
  alternating: head.alternating,
  live: head.live,
  textHash: head.textHash,
  chainHash: head.chainHash,
  extractor: head.extractor,
});

export const changeJson = (visit: Visit, change: Change) => ({
  id: `${change.from}..${change.to}`,
  url: visit.origin + changePath(change.articleId, change.from, change.to),
  from: change.from,
  to: change.to,
  lastSeenOldAt: iso(change.lastSeenOldAt),
  seenAt: iso(change.seenAt),
  /** On a live page: the version with which its running entry begins. */
  runningFrom: change.runningFrom,
  summary: change.summary,
});

/** The date was raised between `lastSeenOldAt` and `seenAt`, two looks that met the same text. */
const raisedDateJson = (raised: RaisedDate) => ({
  version: raised.versionNumber,
  oldModifiedAt: iso(raised.oldModifiedAt),
  newModifiedAt: iso(raised.newModifiedAt),
  lastSeenOldAt: iso(raised.lastSeenOldAt),
  seenAt: iso(raised.seenAt),
});

/** What a page of an article is made from beside the article itself. */
export interface ArticleParts {
  /** By the number of the version that each opened. */
  readonly changes: ReadonlyMap<number, Change>;
  readonly raised: readonly RaisedDate[];
  readonly variants: readonly Variant[];
  readonly alternation: Alternation | null;
  readonly unread: Unread | null;
  readonly running: Running | null;
}

/** `/articles/:id.json` */
export function articleJson(visit: Visit, { article, source, versions }: FoundArticle, parts: ArticleParts) {
  return {
    id: article.id,
    url: article.url,
    page: visit.origin + articlePath(article.id),
    source: { id: source.id, name: source.name, homeUrl: source.homeUrl },
    headline: article.headline,
    language: article.language,
    status: article.status,
    statusReason: article.statusReason,
    publishedAt: iso(article.publishedAt),
    firstSeenAt: iso(article.firstSeenAt),
    lastLookedAt: iso(article.lastLookedAt),
    lastChangedAt: iso(article.lastChangedAt),
    nextLookAt: iso(article.nextLookAt),
    /** Why the next look is when it is; null while something else than reckoning decides. */
    nextLook: nextLookJson(article),
    /** What stands in place of the text, with the evidence; null while the text can be read. */
    unread: parts.unread && unreadJson(parts.unread),
    /** Of a live page: the versions in a row that are one entry in lists. */
    running: parts.running && { ...parts.running, since: iso(parts.running.since) },
    versions: versions.map((head) => versionHeadJson(visit, head)),
    changes: [...parts.changes.values()].sort((a, b) => a.to - b.to).map((change) => changeJson(visit, change)),
    raisedDates: parts.raised.map(raisedDateJson),
    /** Texts that stand or stood there and are no versions. */
    variants: parts.variants.map((variant) => variantHeadJson(visit, variant)),
    /** Texts that the page shows, or showed, in turn; null while it shows one at a time. */
    alternation: parts.alternation && alternationJson(parts.alternation),
  };
}

function nextLookJson(article: Article) {
  const { plan, signal } = article;
  if (plan === null) return null;
  const { editsPerHour, price, crowding } = plan;
  const told = signal && { kind: signal.kind, at: iso(signal.at) };
  return { why: why(article), editsPerHour, priceHours: price, crowding, signal: told };
}

const alternationJson = ({ headlinesOnly, present, texts }: Alternation) => ({
  headlinesOnly,
  present,
  texts: texts.map(({ headline, version, variant, met, lastSeenAt }) => ({
    headline,
    version,
    variant: variant?.hash ?? null,
    /** Of a variant all looks that met it; of a version those that met it while it was not the latest. */
    looks: met?.looks ?? null,
    stretches: met?.runs ?? null,
    lastSeenAt: iso(lastSeenAt),
  })),
});

const unreadJson = ({ since, looks, latest }: Unread) => ({
  since: iso(since),
  looks,
  outcome: latest.outcome,
  status: latest.status,
  reason: latest.reason,
});
