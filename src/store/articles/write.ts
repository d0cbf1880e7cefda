import { setImmediate as breathe } from "node:timers/promises";
import { hostKey } from "#lib/url";
import { FailureError } from "#model/failure";
import type { FoundArticle } from "#model/found";
import type { ArticleId, HostId, SourceId } from "#model/id";
import { digestHex } from "#store/bytes";
import type { Dialect } from "#store/dialect";
import { ensureHost, refreshReady } from "#store/hosts/write";
import { noteNames } from "#store/joins/names";
import { strandsOf } from "#store/joins/read";
import { urlKeyHash } from "#store/keys";
import { PIPELINED } from "#store/pipelined";
import type { Trx } from "#store/schema";
import { hiding, SHOWING } from "#store/visible";
import { watchSeeds } from "./seed-news.ts";

/**
 * Addresses per statement: SQLite takes 32,766 parameters, and a sitemap has up to 50,000 addresses. Between two of these
 * chunks the event loop breathes, so that pages are served meanwhile.
 */
const CHUNK = 500;

interface Keyed {
  readonly found: FoundArticle;
  readonly key: Uint8Array;
  /** The key as something that a Map compares by value. */
  readonly hex: string;
}

export async function addArticles(
  trx: Trx,
  dialect: Dialect,
  sourceId: SourceId,
  found: readonly FoundArticle[],
  now: number,
  dueAt: number | null = now,
): Promise<readonly ArticleId[]> {
  const hosts: Hosts = new Map();
  const added: ArticleId[] = [];
  const woken: HostId[] = [];
  for (let at = 0; at < found.length; at += CHUNK) {
    const some = distinct(found.slice(at, at + CHUNK));
    const known = await knownArticles(trx, some);
    await nameNameless(trx, some, known);
    if (dueAt !== null) woken.push(...(await watchSeeds(trx, dialect, seedsIn(known), dueAt)));
    const fresh = some.filter((item) => !known.has(item.hex));
    const inserted = await insertArticles(trx, dialect, sourceId, fresh, hosts, now, dueAt);
    added.push(...inserted.values());
    const ids = (hex: string) => inserted.get(hex) ?? known.get(hex)!.id;
    await noteNames(
      trx,
      sourceId,
      some.map(({ hex, found: item }) => ({ id: ids(hex), found: item })),
      now,
    );
    await breathe();
  }
  await refreshReady(trx, dialect, ...hosts.values(), ...woken);
  return added;
}

const seedsIn = (known: ReadonlyMap<string, KnownArticle>): readonly ArticleId[] =>
  [...known.values()].filter(({ seeded }) => seeded === 1).map(({ id }) => id);

function distinct(found: readonly FoundArticle[]): readonly Keyed[] {
  const byKey = new Map<string, Keyed>();
  for (const item of found) {
    const key = urlKeyHash(item.url);
    const hex = digestHex(key);
    if (!byKey.has(hex)) byKey.set(hex, { found: item, key, hex });
  }
  return [...byKey.values()];
}

/** Returns the new articles by their key in hex. */
async function insertArticles(
  trx: Trx,
  dialect: Dialect,
  sourceId: SourceId,
  items: readonly Keyed[],
  hosts: Hosts,
  now: number,
  dueAt: number | null,
): Promise<ReadonlyMap<string, ArticleId>> {
  if (items.length === 0) return new Map();
  await meetHosts(trx, hosts, items);
  const rows = items.map(({ found }) => ({
    source_id: sourceId,
    host_id: hosts.get(hostKey(found.url))!,
    url: found.url,
    headline: found.title,
    status: "watched" as const,
    first_seen_at: now,
    published_at: found.publishedAt,
    next_look_at: dueAt,
  }));
  const inserted = await trx.insertInto("article").values(rows).returning(["id", "url"]).execute();
  // No database promises the order of what it returns: the addresses, which are distinct, say which is which.
  const ids = new Map(inserted.map((row) => [row.url, row.id]));
  const urls = items.map(({ key, found }) => ({
    key_hash: key,
    article_id: ids.get(found.url)!,
    ...dialect.ofSource(sourceId),
    url: found.url,
  }));
  await dialect.insertUrls(trx, urls);
  return new Map(items.map(({ hex, found }) => [hex, ids.get(found.url)!]));
}

/** Numbers of hosts by their key, as far as this transaction met them. */
type Hosts = Map<string, HostId>;

/** In the order of their keys: two transactions that make the same hosts known wait for each other one way only. */
async function meetHosts(trx: Trx, hosts: Hosts, items: readonly Keyed[]): Promise<void> {
  const keys = new Set(items.map(({ found }) => hostKey(found.url)));
  for (const key of [...keys].sort()) if (!hosts.has(key)) hosts.set(key, await ensureHost(trx, key));
}

interface KnownArticle {
  readonly id: ArticleId;
  readonly seeded: number;
  readonly headline: string | null;
}

/** Known articles by the key in hex. */
async function knownArticles(trx: Trx, items: readonly Keyed[]): Promise<ReadonlyMap<string, KnownArticle>> {
  const rows = await trx
    .selectFrom("article_url")
    .innerJoin("article", "article.id", "article_url.article_id")
    .select(["article_url.key_hash", "article.id", "article.headline", "article.seeded"])
    .where(
      "article_url.key_hash",
      "in",
      items.map((item) => item.key),
    )
    .execute();
  return new Map(rows.map((row) => [digestHex(row.key_hash), row]));
}

/** Gives the announced title to known articles that have no headline yet. */
async function nameNameless(
  trx: Trx,
  items: readonly Keyed[],
  known: ReadonlyMap<string, KnownArticle>,
): Promise<void> {
  const nameless = items.flatMap(({ hex, found }) => {
    const article = known.get(hex);
    return article?.headline === null && found.title !== null ? [{ id: article.id, title: found.title }] : [];
  });
  for (const { id, title } of nameless.sort((a, b) => a.id - b.id)) {
    await trx
      .updateTable("article")
      .set({ headline: title })
      .where("id", "=", id)
      .where("headline", "is", null)
      .execute();
  }
}

/** Makes an address lead to the article, unless it leads to one already. */
export async function addUrl(
  trx: Trx,
  dialect: Dialect,
  article: { readonly id: ArticleId; readonly source_id: SourceId },
  url: string,
): Promise<void> {
  await trx
    .insertInto("article_url")
    .values({ key_hash: urlKeyHash(url), article_id: article.id, ...dialect.ofSource(article.source_id), url })
    .onConflict((conflict) => conflict.doNothing())
    .modifyEnd(PIPELINED)
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

export async function scheduleLook(trx: Trx, dialect: Dialect, id: ArticleId, at: number): Promise<void> {
  const select = trx.selectFrom("article").select(["host_id", "status"]).where("id", "=", id);
  const article = await dialect.locked(select).executeTakeFirst();
  if (!article) throw noSuchArticle(id);
  if (article.status === "joined") return scheduleLiving(trx, dialect, id, at);
  const revived = article.status === "quiet" || article.status === "gone";
  await trx
    .updateTable("article")
    .set({ next_look_at: at, ...(revived && { status: "watched" as const, status_reason: "" }) })
    .where("id", "=", id)
    .modifyEnd(PIPELINED)
    .execute();
  await refreshReady(trx, dialect, article.host_id);
}

/** Locked in the order of their numbers: two transactions that bring the same ones forward wait for each other one way only. */
export async function bringForward(trx: Trx, dialect: Dialect, ids: readonly ArticleId[], at: number): Promise<void> {
  if (ids.length === 0) return;
  const chosen = trx
    .selectFrom("article")
    .select(["id", "host_id"])
    .where("id", "in", ids)
    .where("status", "<>", "joined")
    .orderBy("id");
  const found = await dialect.locked(chosen).execute();
  const update = trx.updateTable("article").where("id", "in", ids).where("status", "<>", "joined");
  await update.set({ status: "watched", status_reason: "" }).where("status", "=", "quiet").execute();
  await update
    .set({ next_look_at: at })
    .where((is) => is.or([is("next_look_at", "is", null), is("next_look_at", ">", at)]))
    .execute();
  await refreshReady(trx, dialect, ...found.map(({ host_id }) => host_id));
}

/** Of articles that were joined the one that is looked at. */
async function scheduleLiving(trx: Trx, dialect: Dialect, id: ArticleId, at: number): Promise<void> {
  const strands = trx
    .selectFrom("article")
    .select(["id"])
    .where("id", "in", await strandsOf(trx, id));
  const living = await strands.where("status", "<>", "joined").executeTakeFirst();
  if (living) await scheduleLook(trx, dialect, living.id, at);
}

/** With all that it was joined with. */
export async function hide(trx: Trx, id: ArticleId, reason: string, now: number): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("article")
    .set(hiding(reason, now))
    .where("id", "in", await strandsOf(trx, id))
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw noSuchArticle(id);
}

export async function unhide(trx: Trx, id: ArticleId): Promise<void> {
  const shown = trx
    .updateTable("article")
    .set(SHOWING)
    .where("id", "in", await strandsOf(trx, id));
  const { numUpdatedRows } = await shown.executeTakeFirst();
  if (numUpdatedRows === 0n) throw noSuchArticle(id);
}

export const noSuchArticle = (id: ArticleId): FailureError =>
  new FailureError({ advice: "never", code: "no-such-article", message: `There is no article with the number ${id}.` });
