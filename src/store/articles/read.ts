import { promisify } from "node:util";
import { zstdDecompress } from "node:zlib";
import type { Article } from "#model/article";
import type { Capture } from "#model/capture";
import type { ArticleId, SourceId } from "#model/id";
import type { Watched } from "#model/watch";
import { digestBytes } from "#store/bytes";
import { strandsOf } from "#store/joins/read";
import { wholeArticles } from "#store/joins/whole";
import { urlKeyHash } from "#store/keys";
import { beforeOf, limitOf, pageOf } from "#store/page";
import type { ArticleListItem, Page, PageQuery } from "#store/reader";
import { ARTICLE_COLUMNS, type ArticlePart, toArticle, toCapture, toWatched, WATCH_COLUMNS } from "#store/rows";
import type { Db } from "#store/schema";
import { sourcesById } from "#store/sources/read";
import { hiddenAt, isHidden, isShown } from "#store/visible";

export async function readArticle(db: Db, id: ArticleId): Promise<Article | null> {
  const row = await db.selectFrom("article").select(ARTICLE_COLUMNS).where("id", "=", id).executeTakeFirst();
  return row ? toArticle(row) : null;
}

export async function readWatched(db: Db, id: ArticleId): Promise<Watched | null> {
  const columns = [...ARTICLE_COLUMNS, ...WATCH_COLUMNS] as const;
  const row = await db.selectFrom("article").select(columns).where("id", "=", id).executeTakeFirst();
  return row ? toWatched(row) : null;
}

/** Whether there is such an article, and it is not hidden. */
export async function isArticleShown(db: Db, id: ArticleId): Promise<boolean> {
  const row = await db.selectFrom("article").select("id").where("id", "=", id).where(isShown()).executeTakeFirst();
  return row !== undefined;
}

export async function articleByUrl(db: Db, url: string): Promise<Article | null> {
  const row = await db
    .selectFrom("article_url")
    .innerJoin("article", "article.id", "article_url.article_id")
    .select(ARTICLE_COLUMNS)
    .where("article_url.key_hash", "=", urlKeyHash(url))
    .executeTakeFirst();
  return row ? toArticle(row) : null;
}

export async function articlesById(db: Db, ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, Article>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("article")
    .select(ARTICLE_COLUMNS)
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, toArticle(row)]));
}

export async function articlesPage(
  db: Db,
  query: PageQuery & { readonly sourceId?: SourceId | undefined; readonly onlyNews?: boolean },
): Promise<Page<ArticleListItem>> {
  const limit = limitOf(query);
  let select = db
    .selectFrom("article")
    .select(ARTICLE_COLUMNS)
    .where(isShown())
    .where("joined_to", "is", null)
    // What waits to be taken in from before has nothing to show yet.
    .where("seed_at", "is", null)
    .where("id", "<", beforeOf(query) as ArticleId)
    .orderBy("id", "desc")
    .limit(limit + 1);
  if (query.sourceId !== undefined) select = select.where("source_id", "=", query.sourceId);
  if (query.onlyNews) select = select.where("seeded", "=", 0);
  const rows = await select.execute();
  const items = await withSources(db, rows);
  return pageOf(
    items,
    limit,
    (item) => item.article.id,
    (item) => item,
  );
}

export async function hiddenArticles(db: Db): Promise<readonly ArticleListItem[]> {
  const select = db.selectFrom("article").select(ARTICLE_COLUMNS).where(isHidden()).where("joined_to", "is", null);
  return withSources(db, await select.orderBy(hiddenAt(), "desc").orderBy("id", "desc").execute());
}

const decompress = promisify(zstdDecompress);

async function withSources(db: Db, rows: readonly ArticlePart[]): Promise<readonly ArticleListItem[]> {
  const sources = await sourcesById(
    db,
    rows.map((row) => row.source_id),
  );
  const articles = await wholeArticles(db, rows.map(toArticle));
  return rows.map((row) => ({ article: articles.get(row.id)!, source: sources.get(row.source_id)! }));
}

export async function articleUrls(db: Db, id: ArticleId): Promise<readonly string[]> {
  const select = db
    .selectFrom("article_url")
    .select("url")
    .where("article_id", "in", await strandsOf(db, id));
  return (await select.orderBy("url").execute()).map((row) => row.url);
}

/**
 * Those of all that it was joined with, too. Keyed by `capturedAt`, which is unique within an article that was not joined; of others a
 * page goes on over looks at one instant.
 */
export async function capturesPage(db: Db, id: ArticleId, query: PageQuery): Promise<Page<Capture>> {
  const limit = limitOf(query);
  const strands = await strandsOf(db, id);
  const rows = await db
    .selectFrom("capture")
    .selectAll()
    .where("article_id", "in", strands)
    .where("captured_at", "<", beforeOf(query))
    .orderBy("captured_at", "desc")
    .orderBy("id", "desc")
    .limit(limit + strands.length)
    .execute();
  const whole = rows.findIndex((row, at) => at >= limit && row.captured_at !== rows[at - 1]!.captured_at);
  return pageOf(rows, whole < 0 ? Math.max(limit, rows.length) : whole, (row) => row.captured_at, toCapture);
}

export async function readRawBody(
  db: Db,
  digest: string,
): Promise<{ readonly bytes: Uint8Array; readonly contentType: string | null } | null> {
  const select = db.selectFrom("raw_body").select(["zstd", "content_type"]).where("digest", "=", digestBytes(digest));
  const row = await select.executeTakeFirst();
  return row ? { bytes: await decompress(row.zstd), contentType: row.content_type } : null;
}
