import { sql } from "kysely";
import type { Db } from "#store/schema";
import { DUE, USUAL } from "./due.ts";
import { dueQueries } from "./due-queries.ts";
import type { DueTask } from "./due-task.ts";

export const { readyAt, dueCount, nextTask } = dueQueries<DueTask>(DUE, USUAL);

/** A leased host counts from the end of its lease: if its worker died, it is free then. */
export async function nextDueAt(db: Db, now: number): Promise<number | null> {
  const free = await db
    .selectFrom("host")
    .select("ready_at")
    .where("ready_at", "is not", null)
    .where("lease_until", "<=", now)
    .orderBy("ready_at")
    .limit(1)
    .executeTakeFirst();
  const leased = await db
    .selectFrom("host")
    .select(sql<number | null>`min(case when lease_until > ready_at then lease_until else ready_at end)`.as("at"))
    .where("lease_owner", "is not", null)
    .where("lease_until", ">", now)
    .where("ready_at", "is not", null)
    .executeTakeFirst();
  const instants = [free?.ready_at, leased?.at].filter((at) => at !== null && at !== undefined);
  return instants.length === 0 ? null : Math.min(...instants);
}
