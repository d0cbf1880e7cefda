import { sql } from "kysely";
import type { Change } from "#model/change";
import type { ArticleId, ChangeId, SourceId } from "#model/id";
import { articlesById } from "#store/articles/read";
import { beforeOf, limitOf, pageOf } from "#store/page";
import type { ChangeListItem, Page, PageQuery } from "#store/reader";
import { toChange } from "#store/rows";
import type { Db } from "#store/schema";
import { sourcesById } from "#store/sources/read";
import { isShown } from "#store/visible";

/** Of a live page's running entry only the newest change stands in lists. */
const isNewestOfItsEntry = sql<boolean>`(change.running_from is null or not exists (
  select 1 from change as later where later.article_id = change.article_id
    and later.to_number = change.to_number + 1 and later.running_from = change.running_from))`;

export async function changesPage(
  db: Db,
  query: PageQuery & { readonly sourceId?: SourceId | undefined; readonly articleId?: ArticleId | undefined },
): Promise<Page<ChangeListItem>> {
  const limit = limitOf(query);
  let select = db
    .selectFrom("change")
    .innerJoin("article", "article.id", "change.article_id")
    .selectAll("change")
    .where(isShown())
    .where("change.reading_only", "=", 0)
    .where("change.id", "<", beforeOf(query) as ChangeId)
    .orderBy("change.id", "desc")
    .limit(limit + 1);
  if (query.sourceId !== undefined) select = select.where("change.source_id", "=", query.sourceId);
  select =
    query.articleId === undefined
      ? select.where(isNewestOfItsEntry)
      : select.where("change.article_id", "=", query.articleId);
  const changes = (await select.execute()).map(toChange);
  const articles = await articlesById(
    db,
    changes.map((change) => change.articleId),
  );
  const sources = await sourcesById(
    db,
    changes.map((change) => change.sourceId),
  );
  return pageOf(
    changes,
    limit,
    (change) => change.id,
    (change) => ({ change, article: articles.get(change.articleId)!, source: sources.get(change.sourceId)! }),
  );
}

export async function readChange(db: Db, id: ArticleId, from: number, to: number): Promise<Change | null> {
  const row = await db
    .selectFrom("change")
    .selectAll()
    .where("article_id", "=", id)
    .where("from_number", "=", from)
    .where("to_number", "=", to)
    .executeTakeFirst();
  return row ? toChange(row) : null;
}
