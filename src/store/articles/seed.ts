import type { FoundArticle } from "#model/found";
import type { ArticleId, HostId, SourceId } from "#model/id";
import type { WaitingSeeds } from "#model/waiting";
import { digestHex } from "#store/bytes";
import type { Dialect } from "#store/dialect";
import { refreshReady } from "#store/hosts/write";
import { urlKeyHash } from "#store/keys";
import { PIPELINED } from "#store/pipelined";
import type { Db, Trx } from "#store/schema";
import { isShown } from "#store/visible";
import type { SeedTurns } from "#store/writer";
import { addArticles } from "./write.ts";

/** Addresses asked about in one statement. */
const CHUNK = 500;

/**
 * Makes articles known that are taken in from before. Each has its turn a step after the one before it at its host; those that wait
 * there already come first.
 */
export async function addSeeds(
  trx: Trx,
  dialect: Dialect,
  sourceId: SourceId,
  found: readonly FoundArticle[],
  { now, stepMs }: SeedTurns,
): Promise<readonly ArticleId[]> {
  const added = await addArticles(trx, dialect, sourceId, found, now, null);
  if (added.length === 0) return added;
  const rows = trx.selectFrom("article").select(["id", "host_id"]).where("id", "in", added);
  const byHost = Map.groupBy(await rows.orderBy("id").execute(), ({ host_id }) => host_id);
  for (const [hostId, articles] of byHost) {
    let at = Math.max(now, (await lastTurn(trx, hostId)) ?? 0);
    for (const { id } of articles) {
      at += stepMs;
      const row = trx.updateTable("article").set({ seeded: 1, seed_at: at }).where("id", "=", id);
      await row.modifyEnd(PIPELINED).execute();
    }
  }
  await refreshReady(trx, dialect, ...byHost.keys());
  return added;
}

async function lastTurn(trx: Trx, hostId: HostId): Promise<number | null> {
  const turns = trx.selectFrom("article").where("host_id", "=", hostId).where("seed_at", "is not", null);
  const row = await turns.select((of) => of.fn.max("seed_at").as("at")).executeTakeFirst();
  return row?.at ?? null;
}

/** Its turn comes later; nothing else about it changes. */
export async function putOffSeed(trx: Trx, dialect: Dialect, id: ArticleId, at: number): Promise<void> {
  const row = trx.updateTable("article").set({ seed_at: at }).where("id", "=", id).where("seed_at", "is not", null);
  const article = await row.returning("host_id").executeTakeFirst();
  if (article) await refreshReady(trx, dialect, article.host_id);
}

export async function waitingSeeds(db: Db, hostKey: string): Promise<WaitingSeeds> {
  const row = await db
    .selectFrom("article")
    .innerJoin("host", "host.id", "article.host_id")
    .select((of) => [of.fn.countAll<number>().as("count"), of.fn.max("article.seed_at").as("lastAt")])
    .where("host.key", "=", hostKey)
    .where("article.seed_at", "is not", null)
    .executeTakeFirstOrThrow();
  return { count: row.count, lastAt: row.lastAt };
}

/** Places in the list of the addresses that lead to no article yet. */
export async function unknownAmong(db: Db, urls: readonly string[]): Promise<readonly number[]> {
  const unknown: number[] = [];
  const met = new Set<string>();
  for (let from = 0; from < urls.length; from += CHUNK) {
    const keys = urls.slice(from, from + CHUNK).map(urlKeyHash);
    const rows = await db.selectFrom("article_url").select("key_hash").where("key_hash", "in", keys).execute();
    for (const { key_hash } of rows) met.add(digestHex(key_hash));
    for (const [at, key] of keys.entries()) {
      const hex = digestHex(key);
      if (!met.has(hex)) unknown.push(from + at);
      met.add(hex);
    }
  }
  return unknown;
}

/** Of the sources that have any; of all, or of some. What is hidden does not wait. */
export async function waitingBySource(db: Db, of?: readonly SourceId[]): Promise<ReadonlyMap<SourceId, WaitingSeeds>> {
  let rows = db
    .selectFrom("article")
    .select((is) => ["source_id", is.fn.countAll<number>().as("count"), is.fn.max("seed_at").as("lastAt")])
    .where("seed_at", "is not", null)
    .where(isShown());
  if (of !== undefined) rows = rows.where("source_id", "in", of);
  const found = await rows.groupBy("source_id").orderBy("source_id").execute();
  return new Map(found.map((row) => [row.source_id, { count: Number(row.count), lastAt: row.lastAt }]));
}
