import { type Kysely, sql } from "kysely";

/**
 * What the time of a look is computed from: seen edits and signals of articles, how much feeds bring, how the articles of
 * sources and sections are edited (source 0: of all), how far signals can be trusted, which hosts have too much to do.
 */
const STATEMENTS = [
  `alter table article add column edits real not null default 0`,
  `alter table article add column signal_kind text`,
  `alter table article add column signal_at integer`,
  `alter table article add column announced text`,
  `alter table article add column look_plan text`,
  `update article set edits = max(version_count - 1, 0)`,
  `alter table feed add column news real not null default 0`,
  `alter table feed add column hours real not null default 0`,
  `alter table host add column crowding real not null default 1`,
  `alter table host add column crowding_at integer not null default 0`,
  `create table habits (
    source_id integer not null,
    section text not null,
    fit text not null,
    articles integer not null,
    fitted_at integer not null,
    primary key (source_id, section)
  ) strict, without rowid`,
  `create table signal_trust (
    source_id integer not null references source,
    thing text not null,
    hits real not null,
    misses real not null,
    primary key (source_id, thing)
  ) strict, without rowid`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
