import { sql } from "kysely";
import { toLeasedHost } from "#store/rows";
import type { HostRow, Trx } from "#store/schema";
import type { LeasedHost } from "#store/writer";

/**
 * One statement. A host that another worker is about to lease is passed over instead of waited for; one that was leased
 * between the look into the index and the lock is free no more, which the server checks again once it has the lock.
 */
export async function leaseHosts(
  trx: Trx,
  owner: string,
  now: number,
  leaseMs: number,
  limit: number,
): Promise<readonly LeasedHost[]> {
  const leased = await sql<HostRow>`
    with free as (
      select id from host where ready_at <= ${now} and lease_until <= ${now}
      order by ready_at limit ${limit} for no key update skip locked
    )
    update host set lease_owner = ${owner}, lease_until = ${now + leaseMs}
    from free where host.id = free.id
    returning host.*`.execute(trx);
  return leased.rows.toSorted((a, b) => a.ready_at! - b.ready_at!).map((row) => toLeasedHost(row, now + leaseMs));
}
