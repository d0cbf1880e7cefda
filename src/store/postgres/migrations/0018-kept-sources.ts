import { type Kysely, sql } from "kysely";

/** What undated sitemaps have listed so far; which sources and feeds are not watched at the moment, or any more. */
const STATEMENTS = [
  "create table listing (feed_id bigint primary key references feed, hashes bytea not null)",
  "alter table source add column paused_at bigint",
  "alter table source add column removed_at bigint",
  "alter table feed add column removed_at bigint",
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
