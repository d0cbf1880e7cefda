import { sql } from "kysely";
import type { Db, RowId, Trx } from "#store/schema";
import type { FoundVersion, IndexedParagraph, SearchIndex } from "#store/search/search-index";
import type { Term } from "#store/search/terms";
import { wordsOf } from "#store/search/words";

/**
 * A query that matches more paragraphs than this looks at the newest ones only: grouping them takes about 2 µs each, and
 * node:sqlite blocks the process meanwhile. Results are exact below; above, an article whose every match is older than
 * the window is found on a later page, at worst not at all.
 */
export const MAX_MATCHES = 20_000;
/** Rows per insert: SQLite takes 32,766 parameters, short statements are found again in the cache. */
const ROWS_PER_INSERT = 500;

/** FTS5 over folded words; the `ascii` tokeniser then only splits at the spaces between them. */
export const ftsIndex: SearchIndex = {
  async add(trx: Trx, paragraphs: readonly IndexedParagraph[]): Promise<void> {
    for (let at = 0; at < paragraphs.length; at += ROWS_PER_INSERT) {
      const rows = paragraphs.slice(at, at + ROWS_PER_INSERT).map(({ id, text }) => sql`(${id}, ${indexedText(text)})`);
      await sql`insert into paragraph_fts (rowid, words) values ${sql.join(rows)}`.execute(trx);
    }
  },

  async find(db: Db, terms: readonly Term[], before: RowId, limit: number): Promise<readonly FoundVersion[]> {
    const query = terms.map((term) => `"${term.join(" ")}"`).join(" AND ");
    const high = await windowHigh(db, query, before);
    const found = await sql<FoundVersion>`
      with matched (paragraph_id) as materialized (
        select rowid from paragraph_fts
        where paragraph_fts match ${query} and rowid <= ${high}
        order by rowid desc limit ${MAX_MATCHES}
      )
      select o.article_id as "articleId", o.paragraph_id as "paragraphId",
        max(coalesce(o.last_version_id, a.latest_version_id)) as "versionId"
      from matched m
      join occurrence o on o.paragraph_id = m.paragraph_id
      join article a on a.id = o.article_id
      where a.hidden_at is null
      group by o.article_id
      having "versionId" < ${before}
      order by "versionId" desc
      limit ${limit}`.execute(db);
    return found.rows;
  },
};

/** The highest paragraph to look at: all when they are few, else what existed when the version `before` opened. */
async function windowHigh(db: Db, query: string, before: RowId): Promise<RowId> {
  if (before === Number.MAX_SAFE_INTEGER) return before;
  const beyond = await sql<{ id: RowId }>`
    select rowid as id from paragraph_fts where paragraph_fts match ${query}
    order by rowid desc limit 1 offset ${MAX_MATCHES}`.execute(db);
  if (beyond.rows.length === 0) return Number.MAX_SAFE_INTEGER;
  const version = await db.selectFrom("version").select("paragraph_high").where("id", "=", before).executeTakeFirst();
  return version?.paragraph_high ?? Number.MAX_SAFE_INTEGER;
}

const indexedText = (text: string): string =>
  wordsOf(text)
    .map((word) => word.folded)
    .join(" ");
