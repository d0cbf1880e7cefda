import { type Kysely, sql } from "kysely";

/**
 * Articles that prove to be one are joined by a record. No row of either changes what it says: `joined_to` leads a younger article
 * to its elder, `repeats` marks a version, or a change, whose text the other one had first, and a change may begin with a version
 * of another article. A clue is a sign that two articles may be one; a known name is what clues are found by.
 */
const STATEMENTS = [
  "alter table article add column joined_to integer references article",
  "create index article_joined on article (joined_to) where joined_to is not null",
  "alter table version add column repeats integer not null default 0",
  "create index version_repeats on version (article_id) where repeats = 1",
  "alter table change add column repeats integer not null default 0",
  "create index change_repeats on change (article_id) where repeats = 1",
  "alter table change add column from_article_id integer references article",
  "create index change_crossing on change (article_id) where from_article_id is not null",
  `create table article_join (
    id integer primary key autoincrement,
    source_id integer not null references source,
    younger_id integer not null references article,
    elder_id integer not null references article,
    living_id integer not null references article,
    why text not null,
    evidence text not null,
    joined_at integer not null,
    undone_at integer
  ) strict`,
  "create index article_join_younger on article_join (younger_id)",
  "create index article_join_elder on article_join (elder_id)",
  `create table clue (
    article_id integer not null references article,
    other_id integer not null references article,
    source_id integer not null references source,
    kind text not null,
    found_at integer not null,
    asked_at integer,
    primary key (article_id, other_id)
  ) strict, without rowid`,
  "create index clue_other on clue (other_id)",
  `create table known_name (
    source_id integer not null references source,
    name_hash blob not null,
    article_id integer not null references article,
    primary key (source_id, name_hash)
  ) strict, without rowid`,
  "create index known_name_article on known_name (article_id)",
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
