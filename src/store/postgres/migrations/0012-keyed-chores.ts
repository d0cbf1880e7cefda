import { type Kysely, sql } from "kysely";

/** A chore may have many rows, told apart by a key. */
const STATEMENTS = [
  `alter table job add column key text collate "C" not null default ''`,
  "alter table job drop constraint job_pkey, add primary key (name, key)",
  "create index job_due on job (due_at)",
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
