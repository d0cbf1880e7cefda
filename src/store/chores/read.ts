import { sql } from "kysely";
import type { ChoreState } from "#store/reader";
import type { Db } from "#store/schema";

export async function readChores(db: Db): Promise<readonly ChoreState[]> {
  const rows = await db.selectFrom("job").selectAll().orderBy("name").orderBy("key").execute();
  return rows.map((row) => ({
    name: row.name,
    key: row.key,
    dueAt: row.due_at,
    doneAt: row.done_at,
    failures: row.failures,
    lastError: row.last_error,
  }));
}

/** A leased chore counts from the end of its lease: if its worker died, it is free then. */
export async function nextChoreAt(db: Db, names: readonly string[]): Promise<number | null> {
  const first = await db
    .selectFrom("job")
    .select(sql<number | null>`min(case when lease_until > due_at then lease_until else due_at end)`.as("at"))
    .where("name", "in", names)
    .executeTakeFirst();
  return first?.at ?? null;
}
