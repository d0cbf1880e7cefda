import type { FeedId } from "#model/id";
import type { Db, Trx } from "#store/schema";

/** Hashes of what an undated sitemap listed so far; null before its first reading. */
export async function readListing(db: Db, id: FeedId): Promise<Uint32Array | null> {
  const row = await db.selectFrom("listing").select("hashes").where("feed_id", "=", id).executeTakeFirst();
  if (!row) return null;
  const view = new DataView(row.hashes.buffer, row.hashes.byteOffset, row.hashes.byteLength);
  return Uint32Array.from({ length: view.byteLength / 4 }, (_, at) => view.getUint32(at * 4, true));
}

export async function saveListing(trx: Trx, id: FeedId, listed: Uint32Array): Promise<void> {
  const hashes = new Uint8Array(listed.length * 4);
  const view = new DataView(hashes.buffer);
  listed.forEach((hash, at) => {
    view.setUint32(at * 4, hash, true);
  });
  await trx
    .insertInto("listing")
    .values({ feed_id: id, hashes })
    .onConflict((conflict) => conflict.column("feed_id").doUpdateSet({ hashes }))
    .execute();
}
