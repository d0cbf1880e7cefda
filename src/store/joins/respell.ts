import type { ArticleId, SourceId } from "#model/id";
import { digestHex } from "#store/bytes";
import { keyOf, urlKeyHash } from "#store/keys";
import type { Trx } from "#store/schema";
import { insertClue } from "./names.ts";

/** Addresses read at once: a store may have millions. */
const BATCH = 1000;

/**
 * Makes the keys of all addresses again, after a change of what counts as the same address. Where two articles meet at one key,
 * the one that was found first has it, and a clue is left: the next look at either compares their texts.
 */
export async function respellAddresses(trx: Trx): Promise<void> {
  for (let last = new Uint8Array(0); ; ) {
    const rows = await trx
      .selectFrom("article_url")
      .innerJoin("article", "article.id", "article_url.article_id")
      .select(["article_url.key_hash", "article_url.article_id", "article_url.url", "article.source_id"])
      .where("article_url.key_hash", ">", last)
      .orderBy("article_url.key_hash")
      .limit(BATCH)
      .execute();
    if (rows.length === 0) break;
    for (const row of rows) await respellOne(trx, row);
    last = rows.at(-1)!.key_hash as Uint8Array<ArrayBuffer>;
  }
  await respellFew(trx);
}

interface Address {
  readonly key_hash: Uint8Array;
  readonly article_id: ArticleId;
  readonly source_id: SourceId;
  readonly url: string;
}

async function respellOne(trx: Trx, { key_hash: old, article_id: id, source_id, url }: Address): Promise<void> {
  const key = urlKeyHash(url);
  if (digestHex(key) === digestHex(old)) return;
  const held = trx.selectFrom("article_url").select(["article_id", "url"]).where("key_hash", "=", key);
  const holder = await held.executeTakeFirst();
  const own = () => trx.updateTable("article_url").set({ key_hash: key }).where("key_hash", "=", old);
  if (!holder) {
    await own().execute();
    return;
  }
  if (holder.article_id === id) {
    await trx.deleteFrom("article_url").where("key_hash", "=", old).execute();
    return;
  }
  const [elder, younger] = [holder.article_id, id].toSorted((a, b) => a - b);
  await insertClue(trx, { article: younger!, other: elder!, sourceId: source_id, kind: "spelling", now: 0 });
  if (elder !== id) return;
  // The two change keys: the old one leads to nothing that is spelled as it is now, but each article keeps an address.
  await trx.updateTable("article_url").set({ article_id: id, url }).where("key_hash", "=", key).execute();
  await trx
    .updateTable("article_url")
    .set({ article_id: holder.article_id, url: holder.url })
    .where("key_hash", "=", old)
    .execute();
}

/** Feeds and sources, of which there are few; where two meet each keeps the key it has. */
async function respellFew(trx: Trx): Promise<void> {
  const feeds = await trx.selectFrom("feed").select(["id", "url", "url_key"]).orderBy("id").execute();
  const keys = new Set(feeds.map(({ url_key }) => url_key));
  for (const { id, url } of feeds) {
    const key = keyOf(url);
    if (keys.has(key)) continue;
    keys.add(key);
    await trx.updateTable("feed").set({ url_key: key }).where("id", "=", id).execute();
  }
  const sources = await trx.selectFrom("source").select(["id", "home_url", "home_key"]).orderBy("id").execute();
  const homes = new Set(sources.map(({ home_key }) => home_key));
  for (const { id, home_url } of sources) {
    const key = keyOf(home_url);
    if (homes.has(key)) continue;
    homes.add(key);
    await trx.updateTable("source").set({ home_key: key }).where("id", "=", id).execute();
  }
}
