import { type Kysely, sql } from "kysely";

/** Articles with versions whose watching a fault ended: they are due since their last look. */
const ENDED = `version_count > 0 and next_look_at is null and last_looked_at is not null
  and status in ('not-article', 'refused')`;

/**
 * What is wrong with a site as a whole, how often a host answered "not modified" since it was last put to the test, and the
 * return of articles that a fault of hours ended.
 */
const STATEMENTS = [
  "alter table source add column fault_since integer",
  "alter table source add column fault_reason text",
  "alter table source add column fault_articles integer not null default 0",
  "alter table host add column not_modified integer not null default 0",
  `update host set ready_at = max(next_free_at, min(
      coalesce(ready_at, 9007199254740991),
      (select min(a.last_looked_at) from article a where a.host_id = host.id and ${ENDED})))
    where id in (select host_id from article where ${ENDED})`,
  `update article set status = 'watched', status_reason = '', next_look_at = last_looked_at where ${ENDED}`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
