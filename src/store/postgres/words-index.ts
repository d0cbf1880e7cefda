import { type RawBuilder, sql } from "kysely";
import type { Db, RowId } from "#store/schema";
import type { FoundVersion, SearchIndex } from "#store/search/search-index";
import { type Window, windowedIndex } from "#store/search/windowed";
import { isShown } from "#store/visible";
import { PLANNED_EACH_TIME } from "./connection.ts";
import { type WordQuery, wordQuery } from "./search-words.ts";

/**
 * Matching paragraphs that are grouped at once, newest first; fewer matches are all looked at, and the answer is exact. A
 * word that stands in most paragraphs is not looked up but met, going back from the newest at about 8 µs each.
 */
const SEARCH_WINDOW = 1500;

/**
 * A GIN index over the folded words of each paragraph. Which way to go, through the index or back from the newest, the
 * server chooses by how common the words are, of which it keeps count.
 */
export const createWordsIndex = (window = SEARCH_WINDOW): SearchIndex =>
  windowedIndex({ queryOf: wordQuery, findIn, matchAt }, window);

const hint = sql.raw(PLANNED_EACH_TIME);

const matches = ({ units, phrases }: WordQuery, high: RowId): RawBuilder<boolean> => {
  const inOrder = phrases.map((phrase) => sql` and strpos(' ' || words || ' ', ${phrase}) > 0`);
  const upTo = high === Number.MAX_SAFE_INTEGER ? sql`` : sql` and id <= ${high}`;
  return sql`string_to_array(words, ' ') @> ${units}::text[]${upTo}${sql.join(inOrder, sql``)}`;
};

/** By the key of each paragraph in turn (`offset 0` holds the server to it), so that nothing depends on how much it knows yet. */
async function findIn(
  db: Db,
  query: WordQuery,
  window: Window,
  before: RowId,
  limit: number,
): Promise<readonly FoundVersion[]> {
  const found = await sql<FoundVersion>`${hint}
    with matched as materialized (
      select id from paragraph where ${matches(query, window.high)} order by id desc limit ${window.size}
    ), newest as (
      select distinct on (coalesce(a.joined_to, a.id)) coalesce(a.joined_to, a.id) as "articleId",
        o.paragraph_id as "paragraphId",
        coalesce(o.last_version_id, a.latest_version_id) as "versionId"
      from matched m
      cross join lateral (select * from occurrence where paragraph_id = m.id offset 0) o
      join article a on a.id = o.article_id
      where ${isShown("a")}
      order by coalesce(a.joined_to, a.id), "versionId" desc, o.paragraph_id desc
    )
    select * from newest where "versionId" < ${before} order by "versionId" desc limit ${limit}`.execute(db);
  return found.rows;
}

async function matchAt(db: Db, query: WordQuery, high: RowId, offset: number): Promise<RowId | null> {
  const match = await sql<{ id: RowId }>`${hint}
    select id from paragraph where ${matches(query, high)} order by id desc limit 1 offset ${offset}`.execute(db);
  return match.rows[0]?.id ?? null;
}
