import { articlesById } from "#store/articles/read";
import { runsOf, runWith } from "#store/changes/running";
import { placesOf, wholeArticles } from "#store/joins/whole";
import { beforeOf, limitOf, pageOf } from "#store/page";
import type { Page, PageQuery, SearchHit } from "#store/reader";
import type { Db } from "#store/schema";
import { sourcesById } from "#store/sources/read";
import { paragraphTexts, versionHeadsById } from "#store/versions/read";
import { excerptOf } from "./excerpt.ts";
import type { SearchIndex } from "./search-index.ts";
import { parseQuery } from "./terms.ts";

export async function search(db: Db, index: SearchIndex, text: string, query: PageQuery): Promise<Page<SearchHit>> {
  const terms = parseQuery(text);
  if (terms.length === 0) return { items: [], next: null };
  const limit = limitOf(query);
  const found = await index.find(db, terms, beforeOf(query), limit + 1);
  const ids = found.map((hit) => hit.articleId);
  const places = await placesOf(db, ids);
  const articles = await wholeArticles(db, [...(await articlesById(db, ids)).values()]);
  const sources = await sourcesById(
    db,
    [...articles.values()].map((article) => article.sourceId),
  );
  const versions = await versionHeadsById(
    db,
    found.map((hit) => hit.versionId),
  );
  const texts = await paragraphTexts(
    db,
    found.map((hit) => hit.paragraphId),
  );
  const runs = await runsOf(
    db,
    [...versions.values()].filter((version) => version.live),
  );
  return pageOf(
    found,
    limit,
    (hit) => hit.versionId,
    (hit) => {
      const article = articles.get(hit.articleId)!;
      const found = versions.get(hit.versionId)!;
      const version = { ...found, place: places.placeOf(found.articleId, found.number) };
      const excerpt = excerptOf(texts.get(hit.paragraphId)!, terms);
      return {
        article,
        source: sources.get(article.sourceId)!,
        version,
        current: version.place === article.versionCount,
        excerpt: excerpt.text,
        marks: excerpt.marks,
        running: version.live ? runWith(runs.get(version.articleId), version.number) : null,
      };
    },
  );
}
