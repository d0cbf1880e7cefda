import { sql } from "kysely";
import type { ArticleId, SourceId } from "#model/id";
import { SITE_FAULT_ARTICLES, type SiteFault } from "#model/site-fault";
import { PIPELINED } from "#store/pipelined";
import { reasonColumn, toReason } from "#store/reasons/column";
import type { ArticleRow, Db, SourceRow, Trx } from "#store/schema";
import { isHiddenRow } from "#store/visible";
import type { LookRecord } from "#store/writer";

/** What a look has to know of its source: how many articles of it failed one after another, and since when. */
export interface FaultSoFar {
  readonly fault_articles: number;
  readonly fault_since: number | null;
}

/** The columns of `FaultSoFar` for a statement that reads `article`. */
export const FAULT_SO_FAR = [
  sql<number>`(select s.fault_articles from source s where s.id = article.source_id)`.as("fault_articles"),
  sql<number | null>`(select s.fault_since from source s where s.id = article.source_id)`.as("fault_since"),
] as const;

/**
 * Counts the article when it begins to fail, and ends the fault of its site when its text is there.
 * @returns since when the site failed that shows its texts again; null in all other cases
 */
export async function noteSight(
  trx: Trx,
  article: ArticleRow & FaultSoFar,
  { decision, reason, capturedAt }: LookRecord,
): Promise<number | null> {
  if (decision !== "none") {
    if (article.fault_since === null) return null;
    await trx
      .updateTable("source")
      .set({ fault_since: null, fault_reason: null, fault_articles: 0 })
      .where("id", "=", article.source_id)
      .modifyEnd(PIPELINED)
      .execute();
    return article.fault_articles >= SITE_FAULT_ARTICLES ? article.fault_since : null;
  }
  // An article that failed before, or never showed a text, says nothing about its site; of a hidden one nothing is said.
  if (article.version_count === 0 || article.failures > 0 || isHiddenRow(article)) return null;
  await trx
    .updateTable("source")
    .set({
      fault_since: sql<number>`coalesce(fault_since, ${capturedAt})`,
      fault_reason: reasonColumn(reason),
      fault_articles: sql<number>`fault_articles + 1`,
    })
    .where("id", "=", article.source_id)
    .modifyEnd(PIPELINED)
    .execute();
  return null;
}

export const toSiteFault = (
  row: Pick<SourceRow, "fault_since" | "fault_reason" | "fault_articles">,
): SiteFault | null =>
  row.fault_since === null || row.fault_reason === null || row.fault_articles < SITE_FAULT_ARTICLES
    ? null
    : { sinceAt: row.fault_since, articles: row.fault_articles, reason: toReason(row.fault_reason) };

/** Articles whose looks since then showed no text, the newest first. */
export async function failedSince(db: Db, id: SourceId, sinceAt: number, limit: number): Promise<readonly ArticleId[]> {
  const rows = await db
    .selectFrom("article")
    .select("id")
    .where("source_id", "=", id)
    .where("failures", ">", 0)
    .where("last_looked_at", ">=", sinceAt)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}
