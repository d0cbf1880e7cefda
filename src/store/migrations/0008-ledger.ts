import { type Kysely, sql } from "kysely";

/** Chores that fall due by the clock and belong to no host; the days of the ledger, closed. */
const STATEMENTS = [
  `create table job (
    name text primary key,
    due_at integer not null,
    lease_owner text,
    lease_until integer not null default 0,
    done_at integer,
    failures integer not null default 0,
    last_error text
  ) strict, without rowid`,
  `create table ledger_day (
    number integer primary key,
    closed_at integer not null,
    version_high integer not null,
    versions integer not null,
    versions_root blob not null,
    capture_high integer not null,
    captures integer not null,
    captures_root blob not null,
    root blob not null
  ) strict`,
  `create table ledger_part (
    day integer not null references ledger_day,
    kind text not null,
    part integer not null,
    marks blob not null,
    primary key (day, kind, part)
  ) strict, without rowid`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
