import { type Kysely, sql } from "kysely";

/** How the two texts of a change lie against each other. Changes from before have none, and are collated when they are read. */
const STATEMENTS = ["alter table change add column collated text"];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
