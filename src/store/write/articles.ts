import { hostKey } from "#lib/url";
import { FailureError } from "#model/failure";
import type { FoundArticle } from "#model/found";
import type { ArticleId, SourceId } from "#model/id";
import { digestHex } from "#store/bytes";
import { urlKeyHash } from "#store/keys";
import type { Trx } from "#store/schema";
import { ensureHost, refreshReady } from "./hosts.ts";

/** Addresses looked up at once; SQLite takes 32,766 parameters, and a sitemap has up to 50,000 addresses. */
const CHUNK = 500;

interface Keyed {
  readonly found: FoundArticle;
  readonly key: Uint8Array;
  /** The key as something that a Map compares by value. */
  readonly hex: string;
}

export async function addArticles(
  trx: Trx,
  sourceId: SourceId,
  found: readonly FoundArticle[],
  now: number,
): Promise<readonly ArticleId[]> {
  const distinct = new Map<string, Keyed>();
  for (const item of found) {
    const key = urlKeyHash(item.url);
    const hex = digestHex(key);
    if (!distinct.has(hex)) distinct.set(hex, { found: item, key, hex });
  }
  const all = [...distinct.values()];
  const added: ArticleId[] = [];
  for (let at = 0; at < all.length; at += CHUNK) {
    added.push(...(await addSome(trx, sourceId, all.slice(at, at + CHUNK), now)));
  }
  return added;
}

async function addSome(
  trx: Trx,
  sourceId: SourceId,
  items: readonly Keyed[],
  now: number,
): Promise<readonly ArticleId[]> {
  const known = await knownArticles(trx, items);
  const added: ArticleId[] = [];
  const hosts = new Map<string, Awaited<ReturnType<typeof ensureHost>>>();
  for (const item of items) {
    const knownAs = known.get(item.hex);
    if (knownAs !== undefined) {
      if (item.found.title !== null) await nameNameless(trx, knownAs, item.found.title);
      continue;
    }
    const host = hostKey(item.found.url);
    const hostId = hosts.get(host) ?? (await ensureHost(trx, host));
    hosts.set(host, hostId);
    const { id } = await trx
      .insertInto("article")
      .values({
        source_id: sourceId,
        host_id: hostId,
        url: item.found.url,
        headline: item.found.title,
        status: "watched",
        first_seen_at: now,
        published_at: item.found.publishedAt,
        next_look_at: now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await trx.insertInto("article_url").values({ key_hash: item.key, article_id: id, url: item.found.url }).execute();
    added.push(id);
  }
  for (const hostId of hosts.values()) await refreshReady(trx, hostId);
  return added;
}

/** Known articles by the key in hex; those without a headline can still be given one. */
async function knownArticles(trx: Trx, items: readonly Keyed[]): Promise<ReadonlyMap<string, ArticleId>> {
  const rows = await trx
    .selectFrom("article_url")
    .select(["key_hash", "article_id"])
    .where(
      "key_hash",
      "in",
      items.map((item) => item.key),
    )
    .execute();
  return new Map(rows.map((row) => [digestHex(row.key_hash), row.article_id]));
}

async function nameNameless(trx: Trx, id: ArticleId, headline: string): Promise<void> {
  await trx.updateTable("article").set({ headline }).where("id", "=", id).where("headline", "is", null).execute();
}

/** Makes an address lead to the article, unless it leads to one already. */
export async function addUrl(trx: Trx, id: ArticleId, url: string): Promise<void> {
  await trx
    .insertInto("article_url")
    .values({ key_hash: urlKeyHash(url), article_id: id, url })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Which article an address leads to. */
export async function holderOf(trx: Trx, url: string): Promise<ArticleId | null> {
  const row = await trx
    .selectFrom("article_url")
    .select("article_id")
    .where("key_hash", "=", urlKeyHash(url))
    .executeTakeFirst();
  return row?.article_id ?? null;
}

/** Refuses a duplicate that has versions: two histories cannot become one without rewriting the chain of hashes. */
export async function mergeArticles(trx: Trx, duplicate: ArticleId, original: ArticleId): Promise<void> {
  if (duplicate === original) return;
  const gone = await trx.selectFrom("article").selectAll().where("id", "=", duplicate).executeTakeFirst();
  const kept = await trx.selectFrom("article").select("source_id").where("id", "=", original).executeTakeFirst();
  if (!gone) return;
  if (!kept) throw noSuchArticle(original);
  if (gone.version_count > 0) {
    const message = `Article ${duplicate} has versions of its own and cannot become a part of article ${original}.`;
    throw new FailureError({ advice: "never", code: "has-versions", message });
  }
  await trx.updateTable("article_url").set({ article_id: original }).where("article_id", "=", duplicate).execute();
  await moveCaptures(trx, duplicate, original, kept.source_id);
  await trx.deleteFrom("article").where("id", "=", duplicate).execute();
  await refreshReady(trx, gone.host_id);
}

/** A look of the duplicate at the very millisecond of one of the original goes: there is one look per article and instant. */
async function moveCaptures(trx: Trx, from: ArticleId, to: ArticleId, sourceId: SourceId): Promise<void> {
  await trx
    .deleteFrom("capture")
    .where("article_id", "=", from)
    .where("captured_at", "in", (of) => of.selectFrom("capture").select("captured_at").where("article_id", "=", to))
    .execute();
  await trx
    .updateTable("capture")
    .set({ article_id: to, source_id: sourceId })
    .where("article_id", "=", from)
    .execute();
}

export async function scheduleLook(trx: Trx, id: ArticleId, at: number): Promise<void> {
  const article = await trx.selectFrom("article").select(["host_id", "status"]).where("id", "=", id).executeTakeFirst();
  if (!article) throw noSuchArticle(id);
  const revived = article.status === "quiet" || article.status === "gone";
  await trx
    .updateTable("article")
    .set({ next_look_at: at, ...(revived && { status: "watched" as const, status_reason: "" }) })
    .where("id", "=", id)
    .execute();
  await refreshReady(trx, article.host_id);
}

export async function hide(trx: Trx, id: ArticleId, reason: string, now: number): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("article")
    .set({ hidden_at: now, hidden_reason: reason })
    .where("id", "=", id)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw noSuchArticle(id);
}

export async function unhide(trx: Trx, id: ArticleId): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("article")
    .set({ hidden_at: null, hidden_reason: null })
    .where("id", "=", id)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw noSuchArticle(id);
}

export const noSuchArticle = (id: ArticleId): FailureError =>
  new FailureError({ advice: "never", code: "no-such-article", message: `There is no article with the number ${id}.` });
