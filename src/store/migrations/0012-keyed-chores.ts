import { type Kysely, sql } from "kysely";

/** A chore may have many rows, told apart by a key; a primary key cannot be changed in place, so the table is made again. */
const STATEMENTS = [
  `create table keyed_job (
    name text not null,
    key text not null default '',
    due_at integer not null,
    lease_owner text,
    lease_until integer not null default 0,
    done_at integer,
    failures integer not null default 0,
    last_error text,
    primary key (name, key)
  ) strict, without rowid`,
  `insert into keyed_job (name, due_at, lease_owner, lease_until, done_at, failures, last_error)
    select name, due_at, lease_owner, lease_until, done_at, failures, last_error from job`,
  "drop table job",
  "alter table keyed_job rename to job",
  "create index job_due on job (due_at)",
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
