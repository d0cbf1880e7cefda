import type { ChoreState } from "#store/reader";
import type { Db } from "#store/schema";

export async function readChores(db: Db): Promise<readonly ChoreState[]> {
  const rows = await db.selectFrom("job").selectAll().orderBy("name").execute();
  return rows.map((row) => ({
    name: row.name,
    dueAt: row.due_at,
    doneAt: row.done_at,
    failures: row.failures,
    lastError: row.last_error,
  }));
}
