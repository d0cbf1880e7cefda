import { type Kysely, sql } from "kysely";

/**
 * What the time of a look is computed from: seen edits and signals of articles, how much feeds bring, how the articles of
 * sources and sections are edited (source 0: of all), how far signals can be trusted, which hosts have too much to do.
 */
const STATEMENTS = [
  `alter table article
    add column edits double precision not null default 0,
    add column signal_kind text,
    add column signal_at bigint,
    add column announced text,
    add column look_plan text`,
  `update article set edits = greatest(version_count - 1, 0)`,
  `alter table feed
    add column news double precision not null default 0,
    add column hours double precision not null default 0`,
  `alter table host
    add column crowding double precision not null default 1,
    add column crowding_at bigint not null default 0`,
  `create table habits (
    source_id bigint not null,
    section text collate "C" not null,
    fit text not null,
    articles integer not null,
    fitted_at bigint not null,
    primary key (source_id, section)
  )`,
  `create table signal_trust (
    source_id bigint not null references source,
    thing text collate "C" not null,
    hits double precision not null,
    misses double precision not null,
    primary key (source_id, thing)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
