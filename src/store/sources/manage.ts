import type { ArticleId, FeedId, SourceId } from "#model/id";
import { REST_MS } from "#model/source";
import type { Dialect } from "#store/dialect";
import { refreshReady } from "#store/hosts/write";
import { keyOf } from "#store/keys";
import type { Trx } from "#store/schema";
import { hiding, isShown } from "#store/visible";

/** Articles of a removed source that are written in one transaction. */
const BATCH = 500;

export async function renameSource(trx: Trx, id: SourceId, name: string): Promise<void> {
  await trx.updateTable("source").set({ name }).where("id", "=", id).execute();
}

/** False when another source has this home page. */
export async function setHome(trx: Trx, id: SourceId, homeUrl: string): Promise<boolean> {
  const home_key = keyOf(homeUrl);
  const holder = await trx.selectFrom("source").select("id").where("home_key", "=", home_key).executeTakeFirst();
  if (holder && holder.id !== id) return false;
  await trx.updateTable("source").set({ home_url: homeUrl, home_key }).where("id", "=", id).execute();
  return true;
}

export async function pauseSource(trx: Trx, id: SourceId, at: number): Promise<void> {
  await trx.updateTable("source").set({ paused_at: at }).where("id", "=", id).execute();
}

/** Its feeds are due at once, and so are the articles whose looks were put off; those of a removed one, too. */
export async function resumeSource(trx: Trx, dialect: Dialect, id: SourceId, now: number): Promise<void> {
  await trx.updateTable("source").set({ paused_at: null, removed_at: null }).where("id", "=", id).execute();
  const feeds = await trx
    .updateTable("feed")
    .set({ due_at: now })
    .where("source_id", "=", id)
    .where("removed_at", "is", null)
    .returning("host_id")
    .execute();
  const articles = await trx
    .updateTable("article")
    .set({ next_look_at: now })
    .where("source_id", "=", id)
    .where("status", "=", "watched")
    .where("seed_at", "is", null)
    .where((is) => is.or([is("next_look_at", "is", null), is("next_look_at", "<=", now + REST_MS)]))
    .returning("host_id")
    .execute();
  await refreshReady(trx, dialect, ...[...feeds, ...articles].map(({ host_id }) => host_id));
}

/** Nothing is asked for it from now on; see `retireArticles` for what becomes of its articles. */
export async function removeSource(trx: Trx, dialect: Dialect, id: SourceId, at: number): Promise<void> {
  await trx.updateTable("source").set({ removed_at: at }).where("id", "=", id).execute();
  const feeds = await trx
    .updateTable("feed")
    .set({ due_at: null })
    .where("source_id", "=", id)
    .returning("host_id")
    .execute();
  await refreshReady(trx, dialect, ...feeds.map(({ host_id }) => host_id));
}

/**
 * Some of the articles after this number: no look is planned any more, and where there is a reason they are hidden for it.
 * @returns the last of them; null when there are no more
 */
export async function retireArticles(
  trx: Trx,
  dialect: Dialect,
  id: SourceId,
  { after, hideFor, at }: { readonly after: number; readonly hideFor: string | null; readonly at: number },
): Promise<ArticleId | null> {
  const chosen = trx.selectFrom("article").select(["id", "host_id"]).where("source_id", "=", id);
  const some = await dialect
    .locked(
      chosen
        .where("id", ">", after as ArticleId)
        .orderBy("id")
        .limit(BATCH),
    )
    .execute();
  const ids = some.map((row) => row.id);
  if (ids.length === 0) return null;
  const rows = trx.updateTable("article").where("id", "in", ids);
  await rows.set({ next_look_at: null, seed_at: null }).execute();
  if (hideFor !== null) await rows.set(hiding(hideFor, at)).where(isShown()).execute();
  await refreshReady(trx, dialect, ...some.map(({ host_id }) => host_id));
  return ids.at(-1)!;
}

/** It is read no more; the address can be added again. */
export async function removeFeed(trx: Trx, dialect: Dialect, id: FeedId, at: number): Promise<void> {
  const feed = await trx
    .updateTable("feed")
    .set({ removed_at: at, due_at: null })
    .where("id", "=", id)
    .returning("host_id")
    .executeTakeFirst();
  if (feed) await refreshReady(trx, dialect, feed.host_id);
}
