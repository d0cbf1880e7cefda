import { type Kysely, sql } from "kysely";

/**
 * Text in `strict` tables keeps its type; `autoincrement` where a number must never be given twice, because it is a
 * public identifier or a paging key. The full-text table has no content of its own: it is fed with words that are folded
 * already (see search/words.ts), one row per paragraph, so that both databases match alike. An occurrence names its
 * article without a foreign key: deleting a merged article would otherwise have to read all occurrences.
 */
const STATEMENTS = [
  `create table host (
    id integer primary key,
    key text not null unique,
    next_free_at integer not null default 0,
    ready_at integer,
    lease_owner text,
    lease_until integer not null default 0
  ) strict`,
  `create index host_ready on host (ready_at) where ready_at is not null`,
  `create index host_leased on host (lease_until) where lease_owner is not null`,

  `create table source (
    id integer primary key autoincrement,
    name text not null,
    home_url text not null,
    home_key text not null unique,
    patterns text not null,
    created_at integer not null,
    last_success_at integer
  ) strict`,

  `create table feed (
    id integer primary key autoincrement,
    source_id integer not null references source,
    host_id integer not null references host,
    kind text not null,
    url text not null,
    url_key text not null unique,
    title text,
    period_ms integer not null,
    due_at integer,
    last_polled_at integer,
    last_success_at integer,
    failures integer not null default 0,
    last_error text,
    etag text,
    last_modified text
  ) strict`,
  `create index feed_source on feed (source_id)`,
  `create index feed_due on feed (host_id, due_at) where due_at is not null`,

  `create table article (
    id integer primary key autoincrement,
    source_id integer not null references source,
    host_id integer not null references host,
    url text not null,
    headline text,
    status text not null,
    status_reason text not null default '',
    first_seen_at integer not null,
    published_at integer,
    language text,
    version_count integer not null default 0,
    latest_version_id integer,
    last_changed_at integer,
    last_looked_at integer,
    next_look_at integer,
    period_ms integer not null default 0,
    failures integer not null default 0,
    etag text,
    last_modified text,
    body_digest blob,
    hidden_at integer,
    hidden_reason text
  ) strict`,
  `create index article_source on article (source_id)`,
  `create index article_found on article (source_id, first_seen_at) where hidden_at is null`,
  `create index article_due on article (host_id, next_look_at) where next_look_at is not null`,
  `create index article_hidden on article (hidden_at) where hidden_at is not null`,

  `create table article_url (
    key_hash blob primary key,
    article_id integer not null references article,
    url text not null
  ) strict, without rowid`,
  `create index article_url_article on article_url (article_id)`,

  `create table capture (
    id integer primary key autoincrement,
    article_id integer not null references article,
    source_id integer not null references source,
    captured_at integer not null,
    took_ms integer not null,
    outcome text not null,
    status integer,
    final_url text not null,
    decision text not null,
    reason text not null,
    version_number integer,
    body_digest blob,
    body_bytes integer not null,
    unique (article_id, captured_at)
  ) strict`,

  `create table look_tally (
    source_id integer not null references source,
    hour integer not null,
    looks integer not null,
    failed integer not null,
    primary key (source_id, hour)
  ) strict, without rowid`,

  `create table raw_body (
    digest blob primary key,
    zstd blob not null,
    content_type text
  ) strict`,

  `create table paragraph (
    id integer primary key autoincrement,
    hash blob not null,
    variant blob not null,
    text text not null,
    unique (hash, variant)
  ) strict`,
  `create virtual table paragraph_fts using fts5 (
    words, content = '', columnsize = 0, tokenize = 'ascii'
  )`,

  `create table version (
    id integer primary key autoincrement,
    article_id integer not null references article,
    source_id integer not null references source,
    number integer not null,
    headline_id integer references paragraph,
    text text not null,
    byline text not null,
    published_at text,
    modified_at text,
    language text,
    extractor text not null,
    first_seen_at integer not null,
    last_seen_at integer not null,
    previous_seen_at integer,
    text_hash blob not null,
    chain_hash blob not null,
    alternating integer not null default 0,
    paragraph_high integer not null,
    unique (article_id, number)
  ) strict`,

  `create table occurrence (
    paragraph_id integer not null references paragraph,
    article_id integer not null,
    source_id integer not null,
    first_version_id integer not null references version,
    last_version_id integer references version,
    primary key (paragraph_id, article_id, first_version_id)
  ) strict, without rowid`,

  `create table change (
    id integer primary key autoincrement,
    article_id integer not null references article,
    source_id integer not null references source,
    from_number integer not null,
    to_number integer not null,
    seen_at integer not null,
    last_seen_old_at integer not null,
    summary text not null,
    unique (article_id, to_number)
  ) strict`,
  `create index change_source on change (source_id)`,
  `create index change_seen on change (source_id, seen_at)`,

  `create table robots (
    origin text primary key,
    status integer,
    text text not null,
    fetched_at integer not null
  ) strict, without rowid`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
