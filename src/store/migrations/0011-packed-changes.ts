import { type Kysely, sql } from "kysely";

/** The summary of a change, packed; `summary` is empty where it is. */
const STATEMENTS = ["alter table change add column packed blob"];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
