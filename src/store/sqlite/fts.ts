import { sql } from "kysely";
import { wordsOf } from "#query/words";
import type { Db, RowId, Trx } from "#store/schema";
import type { FoundVersion, SearchIndex } from "#store/search/search-index";
import type { Term } from "#store/search/terms";
import { type Window, windowedIndex } from "#store/search/windowed";
import { isShown } from "#store/visible";

/**
 * Matching paragraphs that are grouped at once, newest first: they take about 4 µs each, and node:sqlite blocks the thread
 * meanwhile, so that all other readers wait. Fewer matches than this are all looked at, and the answer is exact.
 */
const SEARCH_WINDOW = 1500;
/** Rows per insert: SQLite takes 32,766 parameters, and short statements are found again in the cache. */
const ROWS_PER_INSERT = 500;

/** FTS5 over folded words; its `ascii` tokeniser then only splits at the spaces between them. */
export const createFtsIndex = (window = SEARCH_WINDOW): SearchIndex =>
  windowedIndex({ queryOf, findIn, matchAt }, window);

export interface IndexedParagraph {
  readonly id: RowId;
  readonly text: string;
}

/** Makes new paragraphs findable, within the transaction that stores them. */
export async function addToIndex(trx: Trx, paragraphs: readonly IndexedParagraph[]): Promise<void> {
  for (let at = 0; at < paragraphs.length; at += ROWS_PER_INSERT) {
    const rows = paragraphs.slice(at, at + ROWS_PER_INSERT).map(({ id, text }) => sql`(${id}, ${indexedText(text)})`);
    await sql`insert into paragraph_fts (rowid, words) values ${sql.join(rows)}`.execute(trx);
  }
}

const indexedText = (text: string): string =>
  wordsOf(text)
    .map((word) => word.folded)
    .join(" ");

const queryOf = (terms: readonly Term[]): string => terms.map((term) => `"${term.join(" ")}"`).join(" AND ");

async function findIn(
  db: Db,
  query: string,
  window: Window,
  before: RowId,
  limit: number,
): Promise<readonly FoundVersion[]> {
  const found = await sql<FoundVersion>`
    with matched (paragraph_id) as materialized (
      select rowid from paragraph_fts
      where paragraph_fts match ${query} and rowid <= ${window.high}
      order by rowid desc limit ${window.size}
    )
    select coalesce(a.joined_to, a.id) as "articleId", o.paragraph_id as "paragraphId",
      max(coalesce(o.last_version_id, a.latest_version_id)) as "versionId"
    from matched m
    join occurrence o on o.paragraph_id = m.paragraph_id
    join article a on a.id = o.article_id
    where ${isShown("a")}
    group by coalesce(a.joined_to, a.id)
    having "versionId" < ${before}
    order by "versionId" desc
    limit ${limit}`.execute(db);
  return found.rows;
}

async function matchAt(db: Db, query: string, high: RowId, offset: number): Promise<RowId | null> {
  const match = await sql<{ id: RowId }>`
    select rowid as id from paragraph_fts where paragraph_fts match ${query} and rowid <= ${high}
    order by rowid desc limit 1 offset ${offset}`.execute(db);
  return match.rows[0]?.id ?? null;
}
