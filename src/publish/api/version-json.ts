import type { Version } from "#model/version";
import { articlePath } from "../addresses.ts";
import type { FoundArticle } from "../find-article.ts";
import type { Visit } from "../site.ts";
import { versionHeadJson } from "./article-json.ts";

/** `/articles/:id/versions/:n.json` */
export const versionJson = (visit: Visit, { article }: FoundArticle, version: Version) => ({
  article: { id: article.id, url: article.url, page: visit.origin + articlePath(article.id) },
  ...versionHeadJson(visit, version),
  standfirst: version.text.standfirst,
  corrections: version.text.corrections,
  blocks: version.text.blocks,
  /** What else the page stated; null for versions that were opened before it was kept. */
  facts: version.facts,
});
