import { sql } from "kysely";
import { digestHex } from "#store/bytes";
import type { Dialect, NewParagraph, StoredParagraph } from "#store/dialect";
import type { Trx } from "#store/schema";
import { addToIndex } from "./fts.ts";
import { leaseHosts } from "./lease.ts";

/** Rows per insert: SQLite takes 32,766 parameters, and short statements are found again in the cache. */
const ROWS_PER_INSERT = 500;

/**
 * A writing transaction is alone in the database: nothing has to be locked, and no one overtakes.
 * @param tellDue called when work may be due earlier than was known; waiting workers of other processes find out by themselves
 */
export const sqliteDialect = (tellDue: () => void): Dialect => ({
  locked: (query) => query,
  insertParagraphs,
  highestParagraph: sql`(select coalesce(max(id), 0) from paragraph)`,
  insertOccurrences: async (trx, rows) => {
    for (const some of chunks(rows)) await trx.insertInto("occurrence").values(some).execute();
  },
  insertUrls: async (trx, rows) => {
    for (const some of chunks(rows)) await trx.insertInto("article_url").values(some).execute();
  },
  ofSource: () => ({}),
  leaseHosts,
  prepareCaptures: () => null,
  announceDue: async () => tellDue,
});

function* chunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += ROWS_PER_INSERT) yield rows.slice(at, at + ROWS_PER_INSERT);
}

async function insertParagraphs(trx: Trx, paragraphs: readonly NewParagraph[]): Promise<readonly StoredParagraph[]> {
  const rows = await trx
    .insertInto("paragraph")
    .values(paragraphs.map(({ hash, variant, text }) => ({ hash, variant, text })))
    .returning(["id", "hash", "variant"])
    .execute();
  // No database promises the order of what it returns.
  const ids = new Map(rows.map((row) => [keyOf(row), row.id]));
  await addToIndex(
    trx,
    paragraphs.map((paragraph) => ({ id: ids.get(keyOf(paragraph))!, text: paragraph.text })),
  );
  return rows;
}

const keyOf = (row: { readonly hash: Uint8Array; readonly variant: Uint8Array }): string =>
  digestHex(row.hash) + digestHex(row.variant);
