import { type Kysely, sql } from "kysely";

/**
 * How each host has to be treated and what its answers proved; when, and why, hosts were left alone although something
 * was due there; which sources are read through a browser.
 */
const STATEMENTS = [
  `alter table host add column refusals integer not null default 0`,
  `alter table host add column slow_level integer not null default 0`,
  `alter table host add column slow_until integer not null default 0`,
  `alter table host add column day integer not null default 0`,
  `alter table host add column day_requests integer not null default 0`,
  `alter table host add column validator_checks integer not null default 0`,
  `alter table host add column validator_lies integer not null default 0`,
  `alter table host add column lied_at integer`,
  `alter table source add column render text not null default 'plain'`,
  `alter table article add column not_modified integer not null default 0`,
  `create table gap (
    id integer primary key autoincrement,
    host_id integer references host,
    cause text not null,
    from_at integer not null,
    until_at integer not null
  ) strict`,
  `create index gap_host on gap (host_id, until_at)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
