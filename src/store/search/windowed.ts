import type { ArticleId } from "#model/id";
import type { Db, RowId } from "#store/schema";
import type { FoundVersion, SearchIndex } from "./search-index.ts";
import type { Term } from "./terms.ts";

/** Windows tried for one page: only a word that stands in very many paragraphs of very few articles needs a second one. */
const MAX_WINDOWS = 5;

/** Matching paragraphs that are looked at together: the newest `size` of those up to the number `high`. */
export interface Window {
  readonly high: RowId;
  readonly size: number;
}

/** What a database has to be able to do; `Query` is its own form of the terms. */
export interface WindowedMatches<Query> {
  queryOf(terms: readonly Term[]): Query;
  /** The articles whose newest version with a paragraph of the window lies before `before`, newest first. */
  findIn(db: Db, query: Query, window: Window, before: RowId, limit: number): Promise<readonly FoundVersion[]>;
  /** The matching paragraph after so many newer ones, counted down from `high`; null when there are no more. */
  matchAt(db: Db, query: Query, high: RowId, offset: number): Promise<RowId | null>;
}

/** Newest first with a bounded amount of work, whatever is asked for: exact while a query matches no more than a window. */
export function windowedIndex<Query>(matches: WindowedMatches<Query>, size: number): SearchIndex {
  return {
    async find(db, terms, before, limit) {
      const query = matches.queryOf(terms);
      const found = new Map<ArticleId, FoundVersion>();
      let high = await firstHigh(db, matches, query, before, size);
      for (let tried = 0; tried < MAX_WINDOWS; tried++) {
        for (const hit of await matches.findIn(db, query, { high, size }, before, limit)) {
          const known = found.get(hit.articleId);
          if (!known || known.versionId < hit.versionId) found.set(hit.articleId, hit);
        }
        if (found.size >= limit) break;
        const beyond = await matches.matchAt(db, query, high, size);
        if (beyond === null) break;
        high = beyond;
      }
      return [...found.values()].sort((a, b) => b.versionId - a.versionId).slice(0, limit);
    },
  };
}

/** The highest paragraph to look at: any when all matches fit, else the newest that existed when version `before` opened. */
async function firstHigh<Query>(
  db: Db,
  matches: WindowedMatches<Query>,
  query: Query,
  before: RowId,
  size: number,
): Promise<RowId> {
  if (before === Number.MAX_SAFE_INTEGER) return before;
  if ((await matches.matchAt(db, query, Number.MAX_SAFE_INTEGER, size)) === null) return Number.MAX_SAFE_INTEGER;
  // A version that was read again may have paragraphs that are newer than itself.
  const again = await db.selectFrom("reading").select("id").limit(1).executeTakeFirst();
  if (again) return Number.MAX_SAFE_INTEGER;
  const version = await db.selectFrom("version").select("paragraph_high").where("id", "=", before).executeTakeFirst();
  return version?.paragraph_high ?? Number.MAX_SAFE_INTEGER;
}
