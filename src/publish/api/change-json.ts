import type { VersionHead } from "#model/version";
import type { Unwatched } from "#publish/html/parts/unwatched";
import type { FoundArticle } from "#publish/http/find-article";
import type { Visit } from "#publish/http/visit";
import { articlePath } from "#view/addresses";
import type { Comparison } from "#view/compare/collator";
import { versionHeadJson } from "./article-json.ts";
import { iso } from "./iso.ts";

/**
 * `/articles/:id/changes/A..B.json`: the aligned groups of paragraphs and their edits, as `collate` prints them. Offsets
 * are UTF-16 into the group's paragraphs joined by a line feed; the texts themselves are in the JSON of the two versions.
 */
export const changeComparisonJson = (
  visit: Visit,
  { article }: FoundArticle,
  old: VersionHead,
  now: VersionHead,
  comparison: Comparison,
  hole: Unwatched,
) => ({
  id: `${old.number}..${now.number}`,
  article: { id: article.id, url: article.url, page: visit.origin + articlePath(article.id) },
  old: versionHeadJson(visit, old),
  new: versionHeadJson(visit, now),
  lastSeenOldAt: iso(now.number === old.number + 1 ? now.previousSeenAt : old.lastSeenAt),
  /** Between that and the new version's `firstSeenAt`: when nobody looked, and looks that met no text. */
  gaps: hole.gaps.map(({ cause, fromAt, untilAt }) => ({ cause, from: iso(fromAt), until: iso(untilAt) })),
  failedLooks: hole.failed.map(({ capturedAt, outcome, status, reason }) => ({
    at: iso(capturedAt),
    outcome,
    status,
    reason,
  })),
  /** Counts, labels with their reasons and places, rank: of this pair, whichever versions it joins. */
  summary: comparison.summary,
  collation: comparison.collation,
});
