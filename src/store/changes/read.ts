import { sql } from "kysely";
import type { Change } from "#model/change";
import type { ArticleId, ChangeId, SourceId } from "#model/id";
import { articlesById } from "#store/articles/read";
import { digestHex } from "#store/bytes";
import { strandsOf } from "#store/joins/read";
import { placesOf, wholeArticles } from "#store/joins/whole";
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
    .where("change.repeats", "=", 0)
    .where("change.id", "<", beforeOf(query) as ChangeId)
    .orderBy("change.id", "desc")
    .limit(limit + 1);
  if (query.sourceId !== undefined) select = select.where("change.source_id", "=", query.sourceId);
  select =
    query.articleId === undefined
      ? select.where(isNewestOfItsEntry)
      : select.where("change.article_id", "in", await strandsOf(db, query.articleId));
  const rows = await select.execute();
  const ids = rows.map((row) => row.article_id);
  const places = await placesOf(db, ids);
  const elders = await articlesById(db, ids.map(places.elderOf));
  const articles = await wholeArticles(db, [...elders.values()]);
  const sources = await sourcesById(
    db,
    rows.map((row) => row.source_id),
  );
  const texts = await textsOf(
    db,
    rows.map((row) => row.id),
  );
  return pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => ({
      change: toChange(row),
      places: {
        from: places.placeOf(row.from_article_id ?? row.article_id, row.from_number),
        to: places.placeOf(row.article_id, row.to_number),
      },
      article: articles.get(places.elderOf(row.article_id))!,
      source: sources.get(row.source_id)!,
      ...texts.get(row.id)!,
    }),
  );
}

/**
 * Of changes that are listed already: joined to a list that is still being searched, the two versions would be read for every
 * change of a live page that the list passes over.
 */
async function textsOf(
  db: Db,
  ids: readonly ChangeId[],
): Promise<ReadonlyMap<ChangeId, Pick<ChangeListItem, "headline" | "readings" | "running">>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("change")
    .innerJoin("version as before", (join) =>
      join
        .on(sql<boolean>`before.article_id = coalesce(change.from_article_id, change.article_id)`)
        .onRef("before.number", "=", "change.from_number"),
    )
    .innerJoin("version as opened", (join) =>
      join.onRef("opened.article_id", "=", "change.article_id").onRef("opened.number", "=", "change.to_number"),
    )
    .leftJoin("version as began", (join) =>
      join.onRef("began.article_id", "=", "change.article_id").onRef("began.number", "=", "change.running_from"),
    )
    .leftJoin("paragraph", "paragraph.id", "opened.headline_id")
    .select([
      "change.id",
      "change.running_from as from",
      "change.to_number as to",
      "began.first_seen_at as since",
      "paragraph.text as headline",
      sql<Uint8Array>`coalesce(before.reading_hash, before.text_hash)`.as("old_reading"),
      sql<Uint8Array>`coalesce(opened.reading_hash, opened.text_hash)`.as("new_reading"),
    ])
    .where("change.id", "in", ids)
    .execute();
  return new Map(
    rows.map(({ id, headline, old_reading, new_reading, from, to, since }) => [
      id,
      {
        headline,
        readings: [digestHex(old_reading), digestHex(new_reading)] as const,
        running: from === null || since === null ? null : { from, since, versions: to - from + 1 },
      },
    ]),
  );
}

/** Newest first, without what a list says around each. */
export async function changesOf(db: Db, id: ArticleId, limit: number): Promise<readonly Change[]> {
  const rows = await db
    .selectFrom("change")
    .selectAll()
    .where("article_id", "in", await strandsOf(db, id))
    .where("reading_only", "=", 0)
    .where("repeats", "=", 0)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(toChange);
}

export async function readChange(db: Db, id: ArticleId, from: number, to: number): Promise<Change | null> {
  const row = await db
    .selectFrom("change")
    .selectAll()
    .where("article_id", "=", id)
    .where("from_article_id", "is", null)
    .where("from_number", "=", from)
    .where("to_number", "=", to)
    .executeTakeFirst();
  return row ? toChange(row) : null;
}
