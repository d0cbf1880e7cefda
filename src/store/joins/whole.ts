import { sql } from "kysely";
import type { Article } from "#model/article";
import type { ArticleId } from "#model/id";
import type { VersionHead } from "#model/version";
import { ARTICLE_COLUMNS, toArticle } from "#store/rows";
import type { Db } from "#store/schema";
import { versionHeads } from "#store/versions/read";
import { type History, placesIn, type StoredStrandVersion } from "./history.ts";
import { strandsOf, versionsOf } from "./read.ts";

/**
 * Articles as readers see them: one that others were joined to stands for all of them, and versions that were taken back do not
 * stand. What was not joined is as it was.
 */
export async function wholeArticles(db: Db, articles: readonly Article[]): Promise<ReadonlyMap<ArticleId, Article>> {
  const whole = await joinedArticles(db, articles);
  if (whole.size === 0) return whole;
  for (const { elder, count } of await takenBackOf(db, [...whole.keys()])) {
    const article = whole.get(elder);
    if (article) whole.set(elder, { ...article, standingCount: article.versionCount - Number(count) });
  }
  return whole;
}

/** How many versions were taken back, by the article that stands for theirs; few have any. */
function takenBackOf(db: Db, ids: readonly ArticleId[]) {
  const elder = sql<ArticleId>`coalesce(article.joined_to, article.id)`;
  return db
    .selectFrom("version")
    .innerJoin("article", "article.id", "version.article_id")
    .select([elder.as("elder"), sql<number>`count(*)`.as("count")])
    .where("version.taken_back", "is not", null)
    .where("version.repeats", "=", 0)
    .where((is) =>
      is(
        "version.article_id",
        "in",
        is
          .selectFrom("article as own")
          .select("own.id")
          .where((of) => of.or([of("own.id", "in", ids), of("own.joined_to", "in", ids)])),
      ),
    )
    .groupBy(elder)
    .execute();
}

async function joinedArticles(db: Db, articles: readonly Article[]): Promise<Map<ArticleId, Article>> {
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
    standingCount: versionCount,
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
  const stored = await versionsOf(db, strands);
  const places = placesByKey(stored);
  const since = await crossedSince(db, strands);
  const placed = heads.map((head) => {
    const key = keyOf(head.articleId, head.number);
    return { ...head, place: places.get(key)!, previousSeenAt: head.previousSeenAt ?? since.get(key) ?? null };
  });
  const repeats = new Set(stored.filter((each) => each.repeats).map((each) => keyOf(each.articleId, each.number)));
  const isRepeat = ({ articleId, number }: VersionHead) => repeats.has(keyOf(articleId, number));
  const repeated = placed.filter(isRepeat);
  const counted = placed.filter((head) => !isRepeat(head)).toSorted((one, other) => one.place - other.place);
  return { versions: counted.map((version) => seenLast(version, repeated)), repeated };
}

function placesByKey(versions: readonly StoredStrandVersion[]): ReadonlyMap<string, number> {
  const places = placesIn(versions);
  return new Map(versions.map(({ id, articleId, number }) => [keyOf(articleId, number), places.get(id)!]));
}

/** A text is still there while another strand shows it. */
const seenLast = (version: VersionHead, repeated: readonly VersionHead[]): VersionHead => ({
  ...version,
  lastSeenAt: Math.max(
    version.lastSeenAt,
    ...repeated.filter(({ place }) => place === version.place).map(({ lastSeenAt }) => lastSeenAt),
  ),
});

const keyOf = (id: ArticleId, number: number): string => `${id} ${number}`;

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
  /** Its number, where the article stands alone; of a repeated text the place of the version that had it before. */
  placeOf(id: ArticleId, number: number): number;
}

/** The places of all versions of these articles, as far as any was joined. */
export async function placesOf(db: Db, ids: readonly ArticleId[]): Promise<Places> {
  const own = [...new Set(ids)];
  const joined = own.length === 0 ? [] : await joinedAmong(db, own);
  const elders = new Map(joined.map(({ id, elder }) => [id, elder]));
  const places = new Map<string, number>();
  for (const strands of Map.groupBy(joined, ({ elder }) => elder).values()) {
    const versions = await versionsOf(db, [...new Set(strands.map(({ id }) => id))]);
    for (const [key, place] of placesByKey(versions)) places.set(key, place);
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
