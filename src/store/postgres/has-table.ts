import { type Kysely, sql } from "kysely";

/**
 * Whether there is a table of this name now. Asks the catalogue: `to_regclass` answers from a memory that a transaction
 * which waited for another one's table need not have renewed.
 */
export async function hasTable<T>(db: Kysely<T>, name: string): Promise<boolean> {
  const found = await sql<{ there: boolean }>`
    select exists (
      select 1 from pg_class where relname = ${name} and relnamespace = current_schema()::regnamespace
    ) as there`.execute(db);
  return found.rows[0]!.there;
}
