import { type Kysely, sql } from "kysely";

/** Why a version was taken back, as JSON: its page was another text in the article's place. */
const STATEMENTS = ["alter table version add column taken_back text"];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
