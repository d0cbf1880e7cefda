import type { FeedId, SourceId } from "#model/id";
import type { Feed, Source } from "#model/source";
import { keyOf } from "#store/keys";
import type { RobotsRecord, SourceName } from "#store/reader";
import { toFeed, toSource } from "#store/rows";
import type { Db } from "#store/schema";

export async function readSources(db: Db): Promise<readonly Source[]> {
  return (await db.selectFrom("source").selectAll().orderBy("id").execute()).map(toSource);
}

export async function sourceNames(db: Db): Promise<readonly SourceName[]> {
  const rows = await db.selectFrom("source").select(["id", "name", "home_url"]).orderBy("id").execute();
  return rows.map((row) => ({ id: row.id, name: row.name, homeUrl: row.home_url }));
}

export async function sourceCount(db: Db): Promise<number> {
  const row = await db.selectFrom("source").select(db.fn.countAll<number>().as("n")).executeTakeFirstOrThrow();
  return Number(row.n);
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

export async function readFeeds(db: Db, of?: readonly SourceId[]): Promise<readonly Feed[]> {
  if (of?.length === 0) return [];
  const all = db.selectFrom("feed").selectAll().where("removed_at", "is", null).orderBy("id");
  const rows = await (of === undefined ? all : all.where("source_id", "in", of)).execute();
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
