import { sql } from "kysely";
import { DAY_MS } from "#lib/clock";
import type { HostId } from "#model/id";
import type { Trx } from "#store/schema";
import type { HostMet, LeasedHost } from "#store/writer";
import { countRequests, saveMet } from "./manners.ts";

/** The host of this key, made known if it was not. */
export async function ensureHost(trx: Trx, key: string): Promise<HostId> {
  const known = await trx.selectFrom("host").select("id").where("key", "=", key).executeTakeFirst();
  if (known) return known.id;
  return (await trx.insertInto("host").values({ key }).returning("id").executeTakeFirstOrThrow()).id;
}

/**
 * Sets when the host is ready: once its gap is over and the first of its feeds and articles is due. Every transaction
 * that moves a due instant or the gap ends with this, so that leasing is one look into an index.
 */
export async function refreshReady(trx: Trx, id: HostId): Promise<void> {
  await sql`
    update host set ready_at = (
      select case when min(due) > host.next_free_at then min(due) when min(due) is not null then host.next_free_at end
      from (
        select min(next_look_at) as due from article where host_id = ${id} and next_look_at is not null
        union all
        select min(due_at) from feed where host_id = ${id} and due_at is not null
      ) as dues
    ) where id = ${id}`.execute(trx);
}

export async function leaseHosts(
  trx: Trx,
  owner: string,
  now: number,
  leaseMs: number,
  limit: number,
): Promise<readonly LeasedHost[]> {
  const free = await trx
    .selectFrom("host")
    .select(["id", "key"])
    .where("ready_at", "<=", now)
    .where("lease_until", "<=", now)
    .orderBy("ready_at")
    .limit(limit)
    .execute();
  if (free.length === 0) return [];
  await trx
    .updateTable("host")
    .set({ lease_owner: owner, lease_until: now + leaseMs })
    .where(
      "id",
      "in",
      free.map((host) => host.id),
    )
    .execute();
  return free.map(({ id, key }) => ({ id, key }));
}

/** Even when the lease ran out and went to another owner, the gap after this owner's request is kept. */
export async function releaseHost(trx: Trx, id: HostId, owner: string, freeAt: number, met?: HostMet): Promise<void> {
  const host = await trx
    .selectFrom("host")
    .select(["lease_owner", "next_free_at"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!host) return;
  await trx
    .updateTable("host")
    .set({
      next_free_at: Math.max(host.next_free_at, freeAt),
      ...(host.lease_owner === owner && { lease_owner: null, lease_until: 0 }),
    })
    .where("id", "=", id)
    .execute();
  if (met) await saveMet(trx, id, met);
  await refreshReady(trx, id);
}

export async function releaseLeases(trx: Trx, isDead: (owner: string) => boolean): Promise<number> {
  const leased = await trx
    .selectFrom("host")
    .select(["id", "lease_owner"])
    .where("lease_owner", "is not", null)
    .execute();
  const dead = leased.filter((host) => isDead(host.lease_owner!));
  for (const { id } of dead) {
    await trx.updateTable("host").set({ lease_owner: null, lease_until: 0 }).where("id", "=", id).execute();
  }
  return dead.length;
}

/**
 * The instant at which one request may be sent. While a worker holds the host, its latest request was sent by now: a gap
 * from now keeps the distance without waiting for the lease, and the worker's next request comes a gap after ours.
 */
export async function reserveHost(trx: Trx, key: string, now: number, gapMs: number): Promise<number> {
  const id = await ensureHost(trx, key);
  const host = await trx
    .selectFrom("host")
    .select(["next_free_at", "lease_until"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const at = Math.max(host.next_free_at, host.lease_until > now ? now + gapMs : now);
  await trx
    .updateTable("host")
    .set({ next_free_at: at + gapMs })
    .where("id", "=", id)
    .execute();
  await countRequests(trx, id, Math.floor(at / DAY_MS), 1);
  await refreshReady(trx, id);
  return at;
}
