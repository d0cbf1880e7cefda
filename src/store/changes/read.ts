import { sql } from "kysely";
import type { Change } from "#model/change";
import type { ArticleId, ChangeId, SourceId } from "#model/id";
import { articlesById } from "#store/articles/read";
import { digestHex } from "#store/bytes";
import { beforeOf, limitOf, pageOf } from "#store/page";
import type { ChangeListItem, Page, PageQuery } from "#store/reader";
import { toChange } from "#store/rows";
import type { Db } from "#store/schema";
import { sourcesById } from "#store/sources/read";
import { isShown } from "#store/visible";
import { runsOf, runWith } from "./running.ts";

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
    .innerJoin("version as before", (join) =>
      join.onRef("before.article_id", "=", "change.article_id").onRef("before.number", "=", "change.from_number"),
    )
    .innerJoin("version as opened", (join) =>
      join.onRef("opened.article_id", "=", "change.article_id").onRef("opened.number", "=", "change.to_number"),
    )
    .leftJoin("paragraph", "paragraph.id", "opened.headline_id")
    .selectAll("change")
    .select([
      "paragraph.text as headline",
      sql<Uint8Array>`coalesce(before.reading_hash, before.text_hash)`.as("old_reading"),
      sql<Uint8Array>`coalesce(opened.reading_hash, opened.text_hash)`.as("new_reading"),
    ])
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
  const rows = await select.execute();
  const articles = await articlesById(
    db,
    rows.map((row) => row.article_id),
  );
  const sources = await sourcesById(
    db,
    rows.map((row) => row.source_id),
  );
  const live = rows.filter((row) => row.running_from !== null).map((row) => row.article_id);
  const runs = await runsOf(db, live);
  return pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => ({
      change: toChange(row),
      article: articles.get(row.article_id)!,
      source: sources.get(row.source_id)!,
      headline: row.headline,
      readings: [digestHex(row.old_reading), digestHex(row.new_reading)],
      running: row.running_from === null ? null : runWith(runs.get(row.article_id), row.to_number),
    }),
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
