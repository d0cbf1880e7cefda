import { toLeasedHost } from "#store/rows";
import type { Trx } from "#store/schema";
import type { LeasedHost } from "#store/writer";

/** The transaction is alone in the database: what was free a statement ago is free still. */
export async function leaseHosts(
  trx: Trx,
  owner: string,
  now: number,
  leaseMs: number,
  limit: number,
): Promise<readonly LeasedHost[]> {
  const free = await trx
    .selectFrom("host")
    .selectAll()
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
  return free.map((row) => toLeasedHost(row, now + leaseMs));
}
