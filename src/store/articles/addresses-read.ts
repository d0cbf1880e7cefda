import type { AddressDecision, AddressEvidence, SiteMove } from "#model/address-claim";
import type { ArticleId, SourceId } from "#model/id";
import { urlKeyHash } from "#store/keys";
import type { Db } from "#store/schema";
import type { AddressDecisionRow } from "#store/schema-addresses";
import { isShown } from "#store/visible";

/** So many articles of a source that went the same way are a site that moved. */
export const SITE_MOVE_ARTICLES = 3;
const MAX_LISTED = 100;

export async function addressDecisions(db: Db, id: ArticleId): Promise<readonly AddressDecision[]> {
  const select = db.selectFrom("address_decision").selectAll().where("article_id", "=", id);
  return (await select.orderBy("id", "desc").limit(MAX_LISTED).execute()).map(toAddressDecision);
}

export async function addressDecision(db: Db, id: ArticleId, url: string): Promise<AddressDecision | null> {
  const select = db.selectFrom("address_decision").selectAll().where("article_id", "=", id);
  const row = await select.where("to_key", "=", urlKeyHash(url)).orderBy("id", "desc").limit(1).executeTakeFirst();
  return row ? toAddressDecision(row) : null;
}

export async function siteMoves(db: Db, id: SourceId): Promise<readonly SiteMove[]> {
  const rows = await db
    .selectFrom("address_decision")
    .innerJoin("article", "article.id", "address_decision.article_id")
    .select(({ fn }) => [
      "from_site",
      "to_site",
      fn.count<number | string>("address_decision.article_id").distinct().as("articles"),
      fn.min("at").as("first_at"),
      fn.max("at").as("last_at"),
    ])
    .where("address_decision.source_id", "=", id)
    .where(isShown())
    .where("verdict", "=", "moved")
    .where("undone_at", "is", null)
    .whereRef("from_site", "<>", "to_site")
    .groupBy(["from_site", "to_site"])
    .execute();
  return rows
    .map((row) => ({
      from: row.from_site,
      to: row.to_site,
      articles: Number(row.articles),
      firstAt: Number(row.first_at),
      lastAt: Number(row.last_at),
    }))
    .filter(({ articles }) => articles >= SITE_MOVE_ARTICLES)
    .sort((a, b) => b.lastAt - a.lastAt);
}

const toAddressDecision = (row: AddressDecisionRow): AddressDecision => ({
  id: row.id,
  articleId: row.article_id,
  sourceId: row.source_id,
  at: row.at,
  verdict: row.verdict,
  kind: row.kind,
  from: row.from_url,
  to: row.to_url,
  since: row.since_at,
  evidence: row.evidence === null ? null : (JSON.parse(row.evidence) as AddressEvidence),
  undoneAt: row.undone_at,
});
