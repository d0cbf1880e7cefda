import { sql } from "kysely";
import type { Article } from "#model/article";
import type { ArticleId } from "#model/id";
import type { VersionHead } from "#model/version";
import { ARTICLE_COLUMNS, toArticle } from "#store/rows";
import type { Db } from "#store/schema";
import { versionHeads } from "#store/versions/read";
import type { History } from "./history.ts";
import { strandsOf } from "./read.ts";

/** Articles as readers see them: one that others were joined to stands for all of them. The others stand as they are. */
export async function wholeArticles(db: Db, articles: readonly Article[]): Promise<ReadonlyMap<ArticleId, Article>> {
  const whole = new Map(articles.map((article) => [article.id, article]));
  if (whole.size === 0) return whole;
  const rows = await db
    .selectFrom("article")
    .select(ARTICLE_COLUMNS)
    .where("joined_to", "in", [...whole.keys()])
    .orderBy("id")
    .execute();
  const younger = Map.groupBy(rows.map(toArticle), ({ joinedTo }) => joinedTo!);
  if (younger.size === 0) return whole;
  const texts = await textsOf(db, [...younger.keys(), ...rows.map(({ id }) => id)]);
  for (const [id, others] of younger) whole.set(id, asOne([whole.get(id)!, ...others], texts));
  return whole;
}

export async function wholeArticle(db: Db, id: ArticleId): Promise<Article | null> {
  const row = await db.selectFrom("article").select(ARTICLE_COLUMNS).where("id", "=", id).executeTakeFirst();
  return row ? (await wholeArticles(db, [toArticle(row)])).get(id)! : null;
}

interface Texts {
  readonly count: number;
  readonly latestAt: number;
}

async function textsOf(db: Db, ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, Texts>> {
  const rows = await db
    .selectFrom("version")
    .select(["article_id", sql<number>`count(*)`.as("count"), sql<number>`max(first_seen_at)`.as("latestAt")])
    .where("article_id", "in", ids)
    .where("repeats", "=", 0)
    .groupBy("article_id")
    .execute();
  return new Map(rows.map((row) => [row.article_id, { count: Number(row.count), latestAt: Number(row.latestAt) }]));
}

/** The elder's id and first sight, the look of the one that is looked at, and the texts of all. */
function asOne(strands: readonly Article[], texts: ReadonlyMap<ArticleId, Texts>): Article {
  const [elder] = strands;
  const living = strands.find(({ status }) => status !== "joined") ?? elder!;
  const own = strands.flatMap(({ id }) => texts.get(id) ?? []);
  const versionCount = own.reduce((sum, { count }) => sum + count, 0);
  const looked = strands.flatMap(({ lastLookedAt }) => lastLookedAt ?? []);
  return {
    ...elder!,
    url: living.url,
    hostId: living.hostId,
    headline: living.headline ?? elder!.headline,
    status: living.status,
    statusReason: living.statusReason,
    publishedAt: elder!.publishedAt ?? living.publishedAt,
    language: living.language ?? elder!.language,
    versionCount,
    lastChangedAt: versionCount > 1 ? Math.max(...own.map(({ latestAt }) => latestAt)) : null,
    lastLookedAt: looked.length === 0 ? null : Math.max(...looked),
    nextLookAt: living.nextLookAt,
    signal: living.signal,
    plan: living.plan,
  };
}

export async function history(db: Db, id: ArticleId): Promise<History> {
  const strands = await strandsOf(db, id);
  const heads = (await Promise.all(strands.map((strand) => versionHeads(db, strand)))).flat();
  if (strands.length === 1) return { versions: heads, repeated: [] };
  const order = (await placed(db, strands)).map((row) => keyOf(row.article_id, row.number));
  const byKey = new Map(heads.map((head) => [keyOf(head.articleId, head.number), head]));
  const since = await crossedSince(db, strands);
  const versions = order.map((key, at) => {
    const head = byKey.get(key)!;
    return { ...head, place: at + 1, previousSeenAt: head.previousSeenAt ?? since.get(key) ?? null };
  });
  const counted = new Set(order);
  const repeated = heads
    .filter((head) => !counted.has(keyOf(head.articleId, head.number)))
    .map((head) => ({ ...head, place: repeatedBy(head, versions)?.place ?? head.number }));
  return { versions: versions.map((version) => seenLast(version, repeated)), repeated };
}

/** The version that had the text of a repeated one before. */
const repeatedBy = (head: VersionHead, versions: readonly VersionHead[]): VersionHead | undefined =>
  versions.findLast(({ textHash, firstSeenAt }) => textHash === head.textHash && firstSeenAt <= head.firstSeenAt);

/** A text is still there while another strand shows it. */
const seenLast = (version: VersionHead, repeated: readonly VersionHead[]): VersionHead => ({
  ...version,
  lastSeenAt: Math.max(
    version.lastSeenAt,
    ...repeated.filter(({ place }) => place === version.place).map(({ lastSeenAt }) => lastSeenAt),
  ),
});

const keyOf = (id: ArticleId, number: number): string => `${id} ${number}`;

const placed = (db: Db, strands: readonly ArticleId[]) =>
  db
    .selectFrom("version")
    .select(["article_id", "number"])
    .where("article_id", "in", strands)
    .where("repeats", "=", 0)
    .orderBy("first_seen_at")
    .orderBy("id")
    .execute();

/** When the text before was last seen, of versions to which a change leads over a join. */
async function crossedSince(db: Db, strands: readonly ArticleId[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("change")
    .select(["article_id", "to_number", "last_seen_old_at"])
    .where("article_id", "in", strands)
    .where("from_article_id", "is not", null)
    .where("repeats", "=", 0)
    .execute();
  return new Map(rows.map((row) => [keyOf(row.article_id, row.to_number), row.last_seen_old_at]));
}

/** What lists say of a version by its article and number, where that article was joined with others. */
export interface Places {
  /** The article that stands for all of them. */
  elderOf(id: ArticleId): ArticleId;
  /** Its number, where the article stands alone. */
  placeOf(id: ArticleId, number: number): number;
}

/** The places of all versions of these articles, as far as any was joined. */
export async function placesOf(db: Db, ids: readonly ArticleId[]): Promise<Places> {
  const own = [...new Set(ids)];
  const joined = own.length === 0 ? [] : await joinedAmong(db, own);
  const elders = new Map(joined.map(({ id, elder }) => [id, elder]));
  const places = new Map<string, number>();
  for (const strands of Map.groupBy(joined, ({ elder }) => elder).values()) {
    const rows = await placed(db, [...new Set(strands.flatMap(({ id, elder }) => [id, elder]))]);
    for (const [at, row] of rows.entries()) places.set(keyOf(row.article_id, row.number), at + 1);
  }
  return {
    elderOf: (id) => elders.get(id) ?? id,
    placeOf: (id, number) => places.get(keyOf(id, number)) ?? number,
  };
}

/** All strands of the articles among these that were joined, each with the elder. */
async function joinedAmong(db: Db, ids: readonly ArticleId[]) {
  const elders = db
    .selectFrom("article")
    .select(({ fn }) => fn.coalesce("joined_to", "id").as("elder"))
    .where("id", "in", ids);
  const rows = await db
    .selectFrom("article")
    .select(["id", "joined_to"])
    .where("joined_to", "is not", null)
    .where("joined_to", "in", elders)
    .execute();
  return rows.flatMap(({ id, joined_to: elder }) => [
    { id, elder: elder! },
    { id: elder!, elder: elder! },
  ]);
}
