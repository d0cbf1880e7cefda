import { type Kysely, sql } from "kysely";

/**
 * What was learned of sites, the rules that people gave them, and how each article was last read; what versions said when
 * an earlier extractor, or template, had read them.
 */
const STATEMENTS = [
  `create table site (
    key text primary key,
    memory blob,
    rules text not null,
    generation integer not null,
    revision integer not null
  ) strict, without rowid`,
  `create table article_trace (
    article_id integer primary key references article,
    trace text not null
  ) strict`,
  `create table reading (
    id integer primary key autoincrement,
    article_id integer not null references article,
    source_id integer not null references source,
    number integer not null,
    extractor text not null,
    text_hash blob not null,
    headline_id integer references paragraph,
    text text not null,
    read_until integer not null
  ) strict`,
  `create index reading_version on reading (article_id, number)`,
  `create table reading_paragraph (
    paragraph_id integer not null references paragraph,
    article_id integer not null references article,
    primary key (paragraph_id, article_id)
  ) strict, without rowid`,
  `alter table version add column reading_hash blob`,
  `alter table change add column reading_only integer not null default 0`,
  `create index change_reading_only on change (article_id) where reading_only = 1`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
