import { sql } from "kysely";
import type { Gap } from "#model/manners";
import type { Trx } from "#store/schema";
import type { HostTurn } from "#store/writer";

/** What a turn at the host showed, added to what is known of its manners: columns of its row. */
export const afterTurn = (turn: HostTurn) => ({
  ...countedRequests(turn.day, turn.requests),
  refusals: turn.refusals,
  slow_level: turn.slowLevel,
  slow_until: turn.slowUntil,
  ...(turn.validators
    ? { validator_checks: sql<number>`validator_checks + 1`, not_modified: 0 }
    : turn.notModified && { not_modified: sql<number>`not_modified + 1` }),
  ...(turn.validators?.lied && { validator_lies: sql<number>`validator_lies + 1`, lied_at: turn.validators.at }),
});

/** Requests are counted by the day; a new day begins at nothing, and one that is over is not counted any more. */
export const countedRequests = (day: number, requests: number) => ({
  day: sql<number>`case when day < ${day} then ${day} else day end`,
  day_requests: sql<number>`case when day > ${day} then 0 else ${requests} end + case when day < ${day} then 0 else day_requests end`,
});

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
