import type { Version } from "#model/version";
import type { FoundArticle } from "#publish/http/find-article";
import type { Visit } from "#publish/http/visit";
import type { ArchivedBody, EarlierReading } from "#store/public-reader";
import { articlePath } from "#view/addresses";
import { versionHeadJson } from "./article-json.ts";
import { iso } from "./iso.ts";

/** `/articles/:id/versions/:n.json` */
export const versionJson = (
  visit: Visit,
  { article }: FoundArticle,
  version: Version,
  earlier: readonly EarlierReading[],
  archived: ArchivedBody | null,
) => ({
  article: { id: article.id, url: article.url, page: visit.origin + articlePath(article.id) },
  ...versionHeadJson(visit, version),
  standfirst: version.text.standfirst,
  corrections: version.text.corrections,
  blocks: version.text.blocks,
  /** What else the page stated; null for versions that were opened before it was kept. */
  facts: version.facts,
  /** The record of the archive that holds the page it was read from, and the page's SHA-256; null where it stands in none. */
  archive: archived,
  /** Read otherwise before, from the same kept page; number and instants stayed. Oldest first. */
  earlierReadings: earlier.map(({ extractor, textHash, readUntil, text }) => ({
    extractor,
    textHash,
    readUntil: iso(readUntil),
    ...text,
  })),
});
