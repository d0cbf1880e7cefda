import { sql } from "kysely";
import { DAY_MS } from "#lib/clock";
import type { HostId } from "#model/id";
import type { Dialect } from "#store/dialect";
import { PIPELINED } from "#store/pipelined";
import type { Trx } from "#store/schema";
import type { HostTurn } from "#store/writer";
import { readyAt } from "./queue.ts";
import { afterTurn, countedRequests, saveGap } from "./write-manners.ts";

/** The host of this key, made known if it was not. */
export async function ensureHost(trx: Trx, key: string): Promise<HostId> {
  const known = await trx.selectFrom("host").select("id").where("key", "=", key).executeTakeFirst();
  if (known) return known.id;
  const added = await trx
    .insertInto("host")
    .values({ key })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  // None: another process was faster.
  return (added ?? (await trx.selectFrom("host").select("id").where("key", "=", key).executeTakeFirstOrThrow())).id;
}

const host = (trx: Trx, dialect: Dialect, id: HostId) =>
  dialect.locked(
    trx.selectFrom("host").select(["id", "lease_owner", "lease_until", "next_free_at"]).where("id", "=", id),
  );

/**
 * Sets when each host is ready: once its gap is over and the first of its work is due. Every transaction
 * that moves a due instant or the gap ends with this, so that leasing is one look into an index. The lock comes first:
 * whoever writes next to the same host sees in its own statement what this transaction has written. A host that a worker
 * holds is left as it is: it was ready when it was leased, and its release computes it again, as does the next one's should its
 * worker die.
 */
export async function refreshReady(trx: Trx, dialect: Dialect, ...ids: readonly HostId[]): Promise<void> {
  for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
    await host(trx, dialect, id).modifyEnd(PIPELINED).execute();
    await setReady(trx, id).where("lease_owner", "is", null).modifyEnd(PIPELINED).execute();
  }
}

const setReady = (trx: Trx, id: HostId) =>
  trx
    .updateTable("host")
    .set({ ready_at: readyAt(sql`${id}`, sql`host.next_free_at`) })
    .where("id", "=", id);

/** Even when the lease ran out and went to another owner, the gap after this owner's request is kept. */
export async function releaseHost(
  trx: Trx,
  dialect: Dialect,
  id: HostId,
  owner: string,
  freeAt: number,
  turn?: HostTurn,
): Promise<void> {
  await host(trx, dialect, id).modifyEnd(PIPELINED).execute();
  const gapEnd = sql<number>`case when host.next_free_at > ${freeAt} then host.next_free_at else ${freeAt} end`;
  await trx
    .updateTable("host")
    .set({
      next_free_at: gapEnd,
      ready_at: readyAt(sql`${id}`, gapEnd),
      lease_owner: sql`case when lease_owner = ${owner} then null else lease_owner end`,
      lease_until: sql`case when lease_owner = ${owner} then 0 else lease_until end`,
      ...(turn && afterTurn(turn)),
    })
    .where("id", "=", id)
    .modifyEnd(PIPELINED)
    .execute();
  if (turn?.gap) await saveGap(trx, { hostId: id, ...turn.gap });
}

/**
 * Never shortens one. Returns those that the owner still has. A host that was promised to someone else since it was leased is kept
 * until its lease ends, and no longer: the promise goes by that instant (see `reserveHost`).
 */
export async function renewLeases(
  trx: Trx,
  ids: readonly HostId[],
  owner: string,
  until: number,
  now: number,
): Promise<readonly HostId[]> {
  if (ids.length === 0) return [];
  const renewed = await trx
    .updateTable("host")
    .set({ lease_until: sql`case when lease_until < ${until} then ${until} else lease_until end` })
    .where("id", "in", ids)
    .where("lease_owner", "=", owner)
    .where("next_free_at", "<=", now)
    .returning("id")
    .execute();
  return renewed.map(({ id }) => id);
}

/** Whoever died may have asked each host a moment before: the lease outlasts the gap after that, and stays as a gap. */
export async function releaseLeases(trx: Trx, isDead: (owner: string) => boolean, gapMs: number): Promise<number> {
  const leased = await trx
    .selectFrom("host")
    .select(["id", "lease_owner"])
    .where("lease_owner", "is not", null)
    .execute();
  const dead = leased.filter((host) => isDead(host.lease_owner!));
  let ended = 0;
  for (const { id, lease_owner } of dead) {
    const { numUpdatedRows } = await trx
      .updateTable("host")
      .set({
        lease_owner: null,
        lease_until: 0,
        ...(gapMs > 0 && {
          next_free_at: sql<number>`case when next_free_at > lease_until then next_free_at else lease_until end`,
        }),
      })
      .where("id", "=", id)
      .where("lease_owner", "=", lease_owner)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) continue;
    await setReady(trx, id).execute();
    ended += 1;
  }
  return ended;
}

/**
 * The instant at which one request may be sent. A worker that holds the host may send its own at any moment until a gap before its
 * lease ends, so that ours comes when it does. From now on that lease is not renewed, and the worker's next request comes a
 * gap after ours. Where any gap may be chosen, and none is, no one waits.
 */
export async function reserveHost(
  trx: Trx,
  dialect: Dialect,
  key: string,
  now: number,
  gapMs: number,
): Promise<number> {
  const id = await ensureHost(trx, key);
  const held = (await host(trx, dialect, id).executeTakeFirst())!;
  const at = Math.max(held.next_free_at, gapMs > 0 ? held.lease_until : 0, now);
  await trx
    .updateTable("host")
    .set({ next_free_at: at + gapMs, ...countedRequests(Math.floor(at / DAY_MS), 1) })
    .where("id", "=", id)
    .execute();
  await setReady(trx, id).modifyEnd(PIPELINED).execute();
  return at;
}
