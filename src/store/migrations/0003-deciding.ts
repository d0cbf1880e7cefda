import { type Kysely, sql } from "kysely";

/**
 * What the rules for versions remember of an article, apart from its row, which every look rewrites; texts that were seen but
 * are not versions; when a version was confirmed, whether its page was a live one, and what else its page stated.
 */
const STATEMENTS = [
  `create table deciding (
    article_id integer primary key references article,
    memory text not null
  ) strict`,
  `create table variant (
    id integer primary key autoincrement,
    article_id integer not null references article,
    source_id integer not null references source,
    hash blob not null,
    state text not null,
    rule text not null,
    version_number integer not null,
    text text not null,
    cut integer not null,
    first_seen_at integer not null,
    last_seen_at integer not null,
    looks integer not null,
    runs integer not null,
    decides_at integer,
    unique (article_id, hash)
  ) strict`,
  `alter table version add column confirmed_at integer`,
  `alter table version add column live integer not null default 0`,
  `alter table version add column facts text`,
  `alter table change add column running_from integer`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
