import { type Insertable, sql } from "kysely";
import type { Dialect, NewParagraph, StoredParagraph } from "#store/dialect";
import { PIPELINED } from "#store/pipelined";
import type { Tables, Trx } from "#store/schema";
import { leaseHosts } from "./lease.ts";
import { indexedWords } from "./search-words.ts";

/** Its listeners wait for work. One channel per database: schemas of one database wake each other for nothing, which is harmless. */
export const DUE_CHANNEL = "variorum_due";

export const postgresDialect = (prepareCaptures: Dialect["prepareCaptures"]): Dialect => ({
  // Not `for update`, which would wait for whoever stores a row that refers to this one.
  locked: (query) => query.forNoKeyUpdate(),
  insertParagraphs,
  // Of all that were ever given, also to transactions under way.
  highestParagraph: sql`(select last_value from paragraph_id_seq)`,
  insertOccurrences,
  insertUrls,
  ofSource: (id) => ({ source_id: id }),
  leaseHosts,
  prepareCaptures,
  announceDue: async (trx) => {
    await sql`select pg_notify(${DUE_CHANNEL}, '') ${PIPELINED}`.execute(trx);
    return () => {};
  },
});

/**
 * Numbered in the order of the text, so that a version's list stays short, but stored in the order of their hashes: two
 * transactions that store the same paragraphs wait for each other in the same order.
 */
async function insertParagraphs(trx: Trx, paragraphs: readonly NewParagraph[]): Promise<readonly StoredParagraph[]> {
  const column = <T>(value: (paragraph: NewParagraph) => T): readonly T[] => paragraphs.map(value);
  const stored = await sql<StoredParagraph>`
    with fresh as materialized (
      select nextval('paragraph_id_seq') as id, hash, variant, text, words
      from unnest(
        ${column(({ hash }) => Buffer.from(hash))}::bytea[], ${column(({ variant }) => Buffer.from(variant))}::bytea[],
        ${column(({ text }) => text)}::text[], ${column(({ text }) => indexedWords(text))}::text[]
      ) as given (hash, variant, text, words)
    )
    insert into paragraph (id, hash, variant, text, words)
    select id, hash, variant, text, words from fresh order by hash, variant
    on conflict do nothing returning id, hash, variant`.execute(trx);
  return stored.rows;
}

async function insertOccurrences(trx: Trx, rows: readonly Insertable<Tables["occurrence"]>[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into occurrence (paragraph_id, article_id, source_id, first_version_id, last_version_id)
    select * from unnest(
      ${rows.map((row) => row.paragraph_id)}::bigint[], ${rows.map((row) => row.article_id)}::bigint[],
      ${rows.map((row) => row.source_id)}::bigint[], ${rows.map((row) => row.first_version_id)}::bigint[],
      ${rows.map((row) => row.last_version_id ?? null)}::bigint[]
    ) ${PIPELINED}`.execute(trx);
}

/** In the order of their keys, as everybody does it. */
async function insertUrls(trx: Trx, rows: readonly Insertable<Tables["article_url"]>[]): Promise<void> {
  await sql`
    insert into article_url (key_hash, article_id, source_id, url)
    select * from unnest(
      ${rows.map((row) => Buffer.from(row.key_hash))}::bytea[], ${rows.map((row) => row.article_id)}::bigint[],
      ${rows.map((row) => row.source_id)}::bigint[], ${rows.map((row) => row.url)}::text[]
    ) as given (key_hash, article_id, source_id, url)
    order by key_hash ${PIPELINED}`.execute(trx);
}
