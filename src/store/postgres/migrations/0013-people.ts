import { type Kysely, sql } from "kysely";

/** What is true of the installation as a whole, and what is known of a browser that is signed in. */
const STATEMENTS = [
  "create table installation (name text primary key, value text not null)",
  "alter table token add column made_at bigint not null default 0",
  "alter table token add column used_at bigint",
  "alter table token add column browser text",
  "update token set made_at = expires_at - case kind when 'session' then 2592000000 else 3600000 end",
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
