import type { Habits } from "#model/habits";
import type { HostId, SourceId } from "#model/id";
import type { Trust, TrustedThing } from "#model/signal";
import { digestHex } from "#store/bytes";
import { urlKeyHash } from "#store/keys";
import { toSignal } from "#store/rows";
import type { Db } from "#store/schema";
import type { ListedArticle, SourceOutlook, WatchedCourse } from "./schedule.ts";

/** Stands for all sources. */
export const ALL_SOURCES = 0 as SourceId;
/** Addresses that are asked about at once: more than a feed lists. */
const MAX_LISTED = 1000;

export async function outlook(db: Db, sourceId: SourceId): Promise<SourceOutlook> {
  const fits = await db
    .selectFrom("habits")
    .select(["source_id", "section", "fit"])
    .where("source_id", "in", [ALL_SOURCES, sourceId])
    .execute();
  const trust = await db
    .selectFrom("signal_trust")
    .select(["thing", "hits", "misses"])
    .where("source_id", "=", sourceId)
    .execute();
  const read = (fit: string) => JSON.parse(fit) as Habits;
  const overall = fits.find((row) => row.source_id === ALL_SOURCES);
  return {
    overall: overall ? read(overall.fit) : null,
    sections: fits
      .filter((row) => row.source_id === sourceId)
      .map(({ section, fit }) => ({ section, habits: read(fit) })),
    trust: new Map<TrustedThing, Trust>(trust.map(({ thing, hits, misses }) => [thing, { hits, misses }])),
  };
}

export async function crowding(db: Db, hostId: HostId): Promise<number> {
  const row = await db.selectFrom("host").select("crowding").where("id", "=", hostId).executeTakeFirst();
  return row?.crowding ?? 1;
}

export async function listed(db: Db, sourceId: SourceId, urls: readonly string[]): Promise<readonly ListedArticle[]> {
  if (urls.length === 0) return [];
  const places = new Map<string, number>();
  const keys = urls.slice(0, MAX_LISTED).map(urlKeyHash);
  for (const [index, key] of keys.entries()) if (!places.has(digestHex(key))) places.set(digestHex(key), index);
  const rows = await db
    .selectFrom("article_url")
    .innerJoin("article", "article.id", "article_url.article_id")
    .select(["article_url.key_hash", "article.id", "article.status", "article.failures", "article.announced"])
    .select(["article.first_seen_at", "article.published_at", "article.edits"])
    .select(["article.last_looked_at", "article.next_look_at", "article.signal_kind", "article.signal_at"])
    .where("article_url.key_hash", "in", keys)
    .where("article.source_id", "=", sourceId)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    index: places.get(digestHex(row.key_hash))!,
    isWatched: row.status === "watched" || row.status === "quiet",
    failures: row.failures,
    firstSeenAt: row.first_seen_at,
    publishedAt: row.published_at,
    edits: row.edits,
    lastLookedAt: row.last_looked_at,
    nextLookAt: row.next_look_at,
    signal: toSignal(row),
    announced: row.announced,
  }));
}

export async function watchedCourses(
  db: Db,
  sourceId: SourceId,
  since: number,
  limit: number,
): Promise<readonly WatchedCourse[]> {
  const articles = await db
    .selectFrom("article")
    .select(["id", "url", "first_seen_at", "published_at", "last_looked_at"])
    .where("source_id", "=", sourceId)
    .where("version_count", ">", 0)
    .where("first_seen_at", ">=", since)
    .where("last_looked_at", "is not", null)
    // One look at an old article says nothing about how articles are edited.
    .where("seeded", "=", 0)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  if (articles.length === 0) return [];
  const changes = await db
    .selectFrom("change")
    .select(["article_id", "last_seen_old_at", "seen_at"])
    .where("source_id", "=", sourceId)
    .where("article_id", ">=", articles.at(-1)!.id)
    .where("reading_only", "=", 0)
    .where("from_article_id", "is", null)
    .orderBy("to_number")
    .execute();
  const byArticle = Map.groupBy(changes, (change) => change.article_id);
  return articles.map((article) => ({
    url: article.url,
    firstSeenAt: article.first_seen_at,
    publishedAt: article.published_at,
    lastLookedAt: article.last_looked_at!,
    changes: (byArticle.get(article.id) ?? []).map((change) => [change.last_seen_old_at, change.seen_at] as const),
  }));
}
