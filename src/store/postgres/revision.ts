import { sql } from "kysely";
import type { Db } from "#store/schema";

/**
 * The transactions that are over, as PostgreSQL keeps them itself: rows are visible or not by this alone. A transaction that only
 * reads has no number and does not show in it; one in another database of the server does, which costs a cache its use.
 */
export async function revision(db: Db): Promise<string> {
  const { rows } = await sql<{ revision: string }>`select pg_current_snapshot()::text as revision`.execute(db);
  return rows[0]!.revision;
}
