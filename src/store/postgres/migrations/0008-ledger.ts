import { type Kysely, sql } from "kysely";

/** Chores that fall due by the clock and belong to no host; the days of the ledger, closed, which reads looks by number. */
const STATEMENTS = [
  `create table job (
    name text collate "C" primary key,
    due_at bigint not null,
    lease_owner text,
    lease_until bigint not null default 0,
    done_at bigint,
    failures integer not null default 0,
    last_error text
  )`,
  `create table ledger_day (
    number integer primary key,
    closed_at bigint not null,
    version_high bigint not null,
    versions bigint not null,
    versions_root bytea not null,
    capture_high bigint not null,
    captures bigint not null,
    captures_root bytea not null,
    root bytea not null
  )`,
  `create table ledger_part (
    day integer not null references ledger_day,
    kind text not null,
    part integer not null,
    marks bytea not null,
    primary key (day, kind, part)
  )`,
  `create index capture_id on capture (id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
