import { sql } from "kysely";
import type { Db } from "#store/schema";

/**
 * SQLite counts for each connection what others committed (`data_version`) and what it changed itself. The second matters in memory
 * alone, where one connection reads and writes.
 */
export async function revision(db: Db): Promise<string> {
  const { rows } = await sql<{ revision: string }>`
    select data_version || '.' || total_changes() as revision from pragma_data_version`.execute(db);
  return rows[0]!.revision;
}
