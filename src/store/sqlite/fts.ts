import { sql } from "kysely";
import type { ArticleId } from "#model/id";
import type { Db, RowId, Trx } from "#store/schema";
import type { FoundVersion, IndexedParagraph, SearchIndex } from "#store/search/search-index";
import type { Term } from "#store/search/terms";
import { wordsOf } from "#store/search/words";

/**
 * Matching paragraphs that are grouped at once, newest first: they take about 1 µs each, and node:sqlite blocks the process
 * meanwhile. Fewer matches than this are all looked at, and the answer is exact.
 */
const SEARCH_WINDOW = 20_000;
/** Windows tried for one page: only a word that stands in very many paragraphs of very few articles needs a second one. */
const MAX_WINDOWS = 5;
/** Rows per insert: SQLite takes 32,766 parameters, and short statements are found again in the cache. */
const ROWS_PER_INSERT = 500;

/** FTS5 over folded words; its `ascii` tokeniser then only splits at the spaces between them. */
export function createFtsIndex(window = SEARCH_WINDOW): SearchIndex {
  return {
    add,
    async find(db: Db, terms: readonly Term[], before: RowId, limit: number): Promise<readonly FoundVersion[]> {
      const query = terms.map((term) => `"${term.join(" ")}"`).join(" AND ");
      const found = new Map<ArticleId, FoundVersion>();
      let high = await firstHigh(db, query, before, window);
      for (let tried = 0; tried < MAX_WINDOWS; tried++) {
        for (const hit of await findInWindow(db, query, { high, size: window, before, limit })) {
          const known = found.get(hit.articleId);
          if (!known || known.versionId < hit.versionId) found.set(hit.articleId, hit);
        }
        if (found.size >= limit) break;
        const beyond = await matchAt(db, query, high, window);
        if (beyond === null) break;
        high = beyond;
      }
      return [...found.values()].sort((a, b) => b.versionId - a.versionId).slice(0, limit);
    },
  };
}

async function add(trx: Trx, paragraphs: readonly IndexedParagraph[]): Promise<void> {
  for (let at = 0; at < paragraphs.length; at += ROWS_PER_INSERT) {
    const rows = paragraphs.slice(at, at + ROWS_PER_INSERT).map(({ id, text }) => sql`(${id}, ${indexedText(text)})`);
    await sql`insert into paragraph_fts (rowid, words) values ${sql.join(rows)}`.execute(trx);
  }
}

const indexedText = (text: string): string =>
  wordsOf(text)
    .map((word) => word.folded)
    .join(" ");

/** The articles whose newest version with one of these paragraphs lies before `before`. */
async function findInWindow(
  db: Db,
  query: string,
  window: { readonly high: RowId; readonly size: number; readonly before: RowId; readonly limit: number },
): Promise<readonly FoundVersion[]> {
  const found = await sql<FoundVersion>`
    with matched (paragraph_id) as materialized (
      select rowid from paragraph_fts
      where paragraph_fts match ${query} and rowid <= ${window.high}
      order by rowid desc limit ${window.size}
    )
    select o.article_id as "articleId", o.paragraph_id as "paragraphId",
      max(coalesce(o.last_version_id, a.latest_version_id)) as "versionId"
    from matched m
    join occurrence o on o.paragraph_id = m.paragraph_id
    join article a on a.id = o.article_id
    where a.hidden_at is null
    group by o.article_id
    having "versionId" < ${window.before}
    order by "versionId" desc
    limit ${window.limit}`.execute(db);
  return found.rows;
}

/** The highest paragraph to look at: any when all matches fit, else the newest that existed when version `before` opened. */
async function firstHigh(db: Db, query: string, before: RowId, window: number): Promise<RowId> {
  if (before === Number.MAX_SAFE_INTEGER) return before;
  if ((await matchAt(db, query, Number.MAX_SAFE_INTEGER, window)) === null) return Number.MAX_SAFE_INTEGER;
  // A version that was read again may have paragraphs that are newer than itself.
  const again = await db.selectFrom("reading").select("id").limit(1).executeTakeFirst();
  if (again) return Number.MAX_SAFE_INTEGER;
  const version = await db.selectFrom("version").select("paragraph_high").where("id", "=", before).executeTakeFirst();
  return version?.paragraph_high ?? Number.MAX_SAFE_INTEGER;
}

/** The matching paragraph after so many newer ones, counted down from `high`; null when there are no more. */
async function matchAt(db: Db, query: string, high: RowId, offset: number): Promise<RowId | null> {
  const match = await sql<{ id: RowId }>`
    select rowid as id from paragraph_fts where paragraph_fts match ${query} and rowid <= ${high}
    order by rowid desc limit 1 offset ${offset}`.execute(db);
  return match.rows[0]?.id ?? null;
}
