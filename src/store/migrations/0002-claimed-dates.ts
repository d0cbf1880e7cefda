import { type Kysely, sql } from "kysely";

/** What publishers claim about when they modified an article: the claim followed per article, what it did, raised dates. */
const STATEMENTS = [
  `alter table article add column claimed_date text`,
  `alter table version add column date_raised integer`,
  `create table raised_date (
    id integer primary key autoincrement,
    article_id integer not null references article,
    source_id integer not null references source,
    version_number integer not null,
    old_modified_at integer not null,
    new_modified_at integer not null,
    last_seen_old_at integer not null,
    seen_at integer not null,
    unique (article_id, seen_at)
  ) strict`,
  `create index raised_date_source on raised_date (source_id, seen_at)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
