import { type Kysely, sql } from "kysely";

/** The address that an article may move to until it is proved, and the log of what was decided about such addresses. */
const STATEMENTS = [
  "alter table article add column address_claim text",
  `create table address_decision (
    id integer primary key autoincrement,
    article_id integer not null references article,
    source_id integer not null references source,
    at integer not null,
    verdict text not null,
    kind text not null,
    from_url text not null,
    to_url text not null,
    from_site text not null,
    to_site text not null,
    to_key blob not null,
    since_at integer not null,
    evidence text,
    undone_at integer
  ) strict`,
  "create index address_decision_article on address_decision (article_id, to_key)",
  "create index address_decision_site on address_decision (source_id, from_site, to_site) where from_site <> to_site",
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
