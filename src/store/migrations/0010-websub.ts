import { type Kysely, sql } from "kysely";

/** Subscriptions at the hubs that feeds name, with the push that the next poll will use. */
const STATEMENTS = [
  `create table subscription (
    id integer primary key autoincrement,
    feed_id integer not null references feed,
    source_id integer not null references source,
    host_id integer not null references host,
    hub_url text not null,
    topic_url text not null,
    base text,
    key text not null unique,
    secret text not null,
    state text not null,
    reason text not null default '',
    due_at integer,
    vain integer not null default 0,
    heard_at integer,
    active_since integer,
    lease_until integer,
    last_push_at integer,
    pushes integer not null default 0,
    unsigned integer not null default 0,
    hits real not null default 0,
    misses real not null default 0,
    recent text not null default '',
    push_type text,
    push_body blob,
    unique (feed_id, hub_url, topic_url)
  ) strict`,
  `create index subscription_due on subscription (host_id, due_at) where due_at is not null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
