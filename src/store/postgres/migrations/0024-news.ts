import { type Kysely, sql } from "kysely";

/** The newest articles of a source without those that were taken in from before, of which there may be tens of thousands. */
const STATEMENTS = ["create index article_news on article (source_id, id) where seeded = 0"];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
