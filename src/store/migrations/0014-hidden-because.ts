import { type Kysely, sql } from "kysely";

/** Why an article starts hidden, as JSON, where the operator has not said so. */
const STATEMENTS = ["alter table article add column hidden_because text"];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
