import { type Kysely, sql } from "kysely";

/** Lists count versions without those that were taken back, which are few. */
const STATEMENTS = ["create index version_taken_back on version (article_id) where taken_back is not null"];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
