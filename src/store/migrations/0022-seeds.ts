import { type Kysely, sql } from "kysely";

/** Articles that are taken in from before: which they are, and when each has its turn. */
const STATEMENTS = [
  "alter table article add column seeded integer not null default 0",
  "alter table article add column seed_at integer",
  "create index article_seed on article (host_id, seed_at) where seed_at is not null",
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
