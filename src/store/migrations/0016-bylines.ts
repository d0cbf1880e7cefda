import { type Kysely, sql } from "kysely";

/** The names over an article followed from look to look, and names that were changed over the same text. */
const STATEMENTS = [
  `alter table article add column shown_byline text`,
  `create table changed_byline (
    id integer primary key autoincrement,
    article_id integer not null references article,
    source_id integer not null references source,
    version_number integer not null,
    old_names text not null,
    new_names text not null,
    old_modified_at integer,
    new_modified_at integer,
    last_seen_old_at integer not null,
    seen_at integer not null,
    unique (article_id, seen_at)
  ) strict`,
  `create index changed_byline_source on changed_byline (source_id, seen_at)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
