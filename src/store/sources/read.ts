import type { FeedId, SourceId } from "#model/id";
import type { Feed, Source } from "#model/source";
import { keyOf } from "#store/keys";
import type { RobotsRecord } from "#store/reader";
import { toFeed, toSource } from "#store/rows";
import type { Db } from "#store/schema";

export async function readSources(db: Db): Promise<readonly Source[]> {
  return (await db.selectFrom("source").selectAll().orderBy("id").execute()).map(toSource);
}

export async function readSource(db: Db, id: SourceId): Promise<Source | null> {
  const row = await db.selectFrom("source").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? toSource(row) : null;
}

export async function sourcesById(db: Db, ids: readonly SourceId[]): Promise<ReadonlyMap<SourceId, Source>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("source")
    .selectAll()
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, toSource(row)]));
}

export async function sourceByUrl(db: Db, url: string): Promise<Source | null> {
  const key = keyOf(url);
  const row =
    (await db.selectFrom("source").selectAll().where("home_key", "=", key).executeTakeFirst()) ??
    (await db
      .selectFrom("feed")
      .innerJoin("source", "source.id", "feed.source_id")
      .selectAll("source")
      .where("feed.url_key", "=", key)
      .executeTakeFirst());
  return row ? toSource(row) : null;
}

export async function readFeeds(db: Db, sourceId?: SourceId): Promise<readonly Feed[]> {
  const all = db.selectFrom("feed").selectAll().orderBy("id");
  const rows = await (sourceId === undefined ? all : all.where("source_id", "=", sourceId)).execute();
  return rows.map(toFeed);
}

export async function readFeed(db: Db, id: FeedId): Promise<Feed | null> {
  const row = await db.selectFrom("feed").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? toFeed(row) : null;
}

export async function readRobots(db: Db, origin: string): Promise<RobotsRecord | null> {
  const row = await db.selectFrom("robots").selectAll().where("origin", "=", origin).executeTakeFirst();
  return row ? { origin: row.origin, status: row.status, text: row.text, fetchedAt: row.fetched_at } : null;
}
