import type { ArticleId, HostId } from "#model/id";
import type { Dialect } from "#store/dialect";
import type { Trx } from "#store/schema";

/**
 * Articles of these that were taken in from before, or wait to be, and are news now: they are watched like any other from here on.
 * Returns their hosts.
 */
export async function watchSeeds(
  trx: Trx,
  dialect: Dialect,
  ids: readonly ArticleId[],
  now: number,
): Promise<readonly HostId[]> {
  if (ids.length === 0) return [];
  const chosen = trx.selectFrom("article").select(["id", "host_id"]).where("id", "in", ids).where("seeded", "=", 1);
  const seeds = await dialect.locked(chosen.orderBy("id")).execute();
  if (seeds.length === 0) return [];
  const rows = trx.updateTable("article").where(
    "id",
    "in",
    seeds.map(({ id }) => id),
  );
  await rows.set({ seeded: 0, seed_at: null }).execute();
  await rows.set({ status: "watched", status_reason: "", failures: 0 }).where("status", "=", "quiet").execute();
  await rows
    .set({ next_look_at: now })
    .where("status", "=", "watched")
    .where((is) => is.or([is("next_look_at", "is", null), is("next_look_at", ">", now)]))
    .execute();
  return seeds.map(({ host_id }) => host_id);
}
