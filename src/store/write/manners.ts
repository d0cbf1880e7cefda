import { sql } from "kysely";
import type { HostId } from "#model/id";
import type { Gap } from "#model/manners";
import type { Trx } from "#store/schema";
import { UNAWAITED } from "#store/unawaited";
import type { HostMet } from "#store/writer";

/** Adds what a turn at the host met to what is known of its manners. */
export async function saveMet(trx: Trx, id: HostId, met: HostMet): Promise<void> {
  await countRequests(trx, id, met.day, met.requests);
  await trx
    .updateTable("host")
    .set({
      refusals: met.refusals,
      slow_level: met.slowLevel,
      slow_until: met.slowUntil,
      ...(met.validators && { validator_checks: sql`validator_checks + 1` }),
      ...(met.validators?.lied && { validator_lies: sql`validator_lies + 1`, lied_at: met.validators.at }),
    })
    .where("id", "=", id)
    .modifyEnd(UNAWAITED)
    .execute();
  if (met.gap) await saveGap(trx, { hostId: id, ...met.gap });
}

/** Requests are counted by the day; a new day begins at nothing. */
export async function countRequests(trx: Trx, id: HostId, day: number, requests: number): Promise<void> {
  if (requests === 0) return;
  await trx
    .updateTable("host")
    .set({ day, day_requests: sql`case when day = ${day} then day_requests else 0 end + ${requests}` })
    .where("id", "=", id)
    .where("day", "<=", day)
    .modifyEnd(UNAWAITED)
    .execute();
}

/** A stretch that goes on is one row: it grows as long as the same cause holds. */
export async function saveGap(trx: Trx, gap: Gap): Promise<void> {
  const latest = await trx
    .selectFrom("gap")
    .select(["id", "until_at"])
    .where("host_id", gap.hostId === null ? "is" : "=", gap.hostId)
    .where("cause", "=", gap.cause)
    .where("until_at", ">=", gap.fromAt - GOES_ON_MS)
    .orderBy("until_at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (latest) {
    await trx
      .updateTable("gap")
      .set({ until_at: Math.max(latest.until_at, gap.untilAt) })
      .where("id", "=", latest.id)
      .execute();
    return;
  }
  const row = { host_id: gap.hostId, cause: gap.cause, from_at: gap.fromAt, until_at: gap.untilAt };
  await trx.insertInto("gap").values(row).execute();
}

/** One request between two waits, which takes a minute at the most, ends no gap. */
const GOES_ON_MS = 2 * 60_000;
