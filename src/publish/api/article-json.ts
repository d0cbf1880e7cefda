import type { Change } from "#model/change";
import type { RaisedDate } from "#model/claimed-date";
import type { VersionHead } from "#model/version";
import { articlePath, changePath, versionPath } from "../addresses.ts";
import type { FoundArticle } from "../find-article.ts";
import type { Visit } from "../site.ts";

export const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

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
  alternating: head.alternating,
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

/** `/articles/:id.json` */
export function articleJson(
  visit: Visit,
  { article, source, versions }: FoundArticle,
  changes: ReadonlyMap<number, Change>,
  raisedDates: readonly RaisedDate[],
) {
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
    versions: versions.map((head) => versionHeadJson(visit, head)),
    changes: [...changes.values()].sort((a, b) => a.to - b.to).map((change) => changeJson(visit, change)),
    raisedDates: raisedDates.map(raisedDateJson),
  };
}
