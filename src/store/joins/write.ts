import { hostKey } from "#lib/url";
import { FailureError } from "#model/failure";
import type { ArticleId } from "#model/id";
import type { Join, JoinEvidence } from "#model/join";
import type { Dialect } from "#store/dialect";
import { ensureHost } from "#store/hosts/write";
import { freeInstant, insertCapture } from "#store/looks/capture";
import { PIPELINED } from "#store/pipelined";
import { summaryColumns } from "#store/rows";
import type { ArticleRow, Trx } from "#store/schema";
import { isHiddenRow } from "#store/visible";
import type { Joined, NewJoin, SummedCrossing } from "#store/writer";
import type { Crossing } from "./history.ts";
import { connectedJoins, crossings } from "./read.ts";
import { settle } from "./settle.ts";

export async function joinArticles(trx: Trx, dialect: Dialect, join: NewJoin): Promise<Joined> {
  const before = await connectedJoins(trx, join.articles);
  const articles = await lockedArticles(trx, dialect, join.articles, before);
  const [one, other] = join.articles.map((id) => articles.find((row) => row.id === id));
  if (!one || !other || !mayJoin(one, other, before)) return "refused";
  const [elder, younger] = inOrder(one.joined_to ?? one.id, other.joined_to ?? other.id);
  if (elder === younger) return "joined";
  const steps = await crossings(trx, [younger, elder], join.at);
  const summed = steps.map((step) => join.crossings.find((given) => isSame(given, step)));
  if (summed.some((step) => step === undefined)) return "stale";

  if (join.look) await insertLook(trx, articles, join.look);
  const made = await insertJoin(trx, [one, other], join);
  await dropClues(trx, join.articles);
  for (const step of summed) await insertCrossing(trx, articles, step!, join.at);
  await settle(trx, dialect, articles, [...before, made], join.at);
  return "joined";
}

/** Records that the groups of two articles are one. */
export async function insertJoin(
  trx: Trx,
  [one, other]: readonly [ArticleRow, ArticleRow],
  join: Pick<NewJoin, "living" | "at" | "why"> & Pick<JoinEvidence, "share">,
): Promise<Join> {
  const [elder, younger] = inOrder(one.joined_to ?? one.id, other.joined_to ?? other.id);
  const evidence = await evidenceOf(trx, join, one.id < other.id ? [one, other] : [other, one]);
  const { living, at, why } = join;
  await trx
    .insertInto("article_join")
    .values({
      source_id: one.source_id,
      younger_id: younger,
      elder_id: elder,
      living_id: living,
      why,
      evidence: JSON.stringify(evidence),
      joined_at: at,
    })
    .execute();
  return { id: 0, younger, elder, living, at, why, evidence, undoneAt: null };
}

const inOrder = (a: ArticleId, b: ArticleId): readonly [ArticleId, ArticleId] => (a < b ? [a, b] : [b, a]);

const isSame = (a: Crossing, b: Crossing): boolean =>
  a.to.articleId === b.to.articleId &&
  a.to.number === b.to.number &&
  a.from.articleId === b.from.articleId &&
  a.from.number === b.from.number;

/** What the operator separated stays separate: only the operator can join it again. */
const mayJoin = (one: ArticleRow, other: ArticleRow, joins: readonly Join[]): boolean =>
  one.source_id === other.source_id &&
  !isHiddenRow(one) &&
  !isHiddenRow(other) &&
  !joins.some(
    ({ younger, elder, undoneAt }) =>
      undoneAt !== null &&
      [younger, elder].every((id) => [one.id, one.joined_to, other.id, other.joined_to].includes(id)),
  );

/** In the order of their numbers, as everything that locks articles does. */
function lockedArticles(
  trx: Trx,
  dialect: Dialect,
  ids: readonly ArticleId[],
  joins: readonly Join[],
): Promise<readonly ArticleRow[]> {
  const all = new Set([...ids, ...joins.flatMap(({ younger, elder }) => [younger, elder])]);
  return dialect
    .locked(
      trx
        .selectFrom("article")
        .selectAll()
        .where("id", "in", [...all])
        .orderBy("id"),
    )
    .execute();
}

async function insertLook(
  trx: Trx,
  articles: readonly ArticleRow[],
  look: NonNullable<NewJoin["look"]>,
): Promise<void> {
  const article = articles.find(({ id }) => id === look.articleId)!;
  const capturedAt = await freeInstant(trx, [article.id], look.capturedAt);
  await insertCapture(trx, article, { ...look, capturedAt }, null);
  await trx
    .updateTable("article")
    .set({ last_looked_at: Math.max(capturedAt, article.last_looked_at ?? 0) })
    .where("id", "=", article.id)
    .execute();
}

async function evidenceOf(
  trx: Trx,
  { living, share }: Pick<NewJoin, "living"> & Pick<JoinEvidence, "share">,
  [elder, younger]: readonly [ArticleRow, ArticleRow],
): Promise<JoinEvidence> {
  const frozen = living === elder.id ? younger.id : elder.id;
  const urls = await trx
    .selectFrom("article_url")
    .select("url")
    .where("article_id", "=", frozen)
    .orderBy("url")
    .execute();
  return { youngerUrl: younger.url, elderUrl: elder.url, share, addresses: urls.map(({ url }) => url) };
}

/** The step to the first version of a strand; a later join may lead to it from another version than an earlier one did. */
async function insertCrossing(
  trx: Trx,
  articles: readonly ArticleRow[],
  { from, to, summary, collation }: SummedCrossing,
  at: number,
): Promise<void> {
  const lastSeenOldAt = await lastSeenBefore(trx, from, to);
  const step = {
    from_article_id: from.articleId,
    from_number: from.number,
    last_seen_old_at: lastSeenOldAt,
    ...summaryColumns(summary, collation),
  };
  const article = articles.find(({ id }) => id === to.articleId)!;
  await trx
    .insertInto("change")
    .values({
      article_id: to.articleId,
      source_id: article.source_id,
      to_number: to.number,
      seen_at: at,
      running_from: null,
      ...step,
    })
    .onConflict((conflict) => conflict.columns(["article_id", "to_number"]).doUpdateSet(step))
    .execute();
}

/** The last look that saw the old text before the new one was seen: the edit was made after it. */
async function lastSeenBefore(trx: Trx, from: Crossing["from"], to: Crossing["to"]): Promise<number> {
  const { first_seen_at } = await trx
    .selectFrom("version")
    .select("first_seen_at")
    .where("article_id", "=", to.articleId)
    .where("number", "=", to.number)
    .executeTakeFirstOrThrow();
  const { last } = await trx
    .selectFrom("capture")
    .select(({ fn }) => fn.max("captured_at").as("last"))
    .where("article_id", "=", from.articleId)
    .where("version_number", "=", from.number)
    .where("captured_at", "<=", first_seen_at)
    .executeTakeFirstOrThrow();
  return last ?? first_seen_at;
}

/** The two were compared, and are not one: they are not compared again until one of them has another text. */
export async function answerClue(trx: Trx, [one, other]: readonly [ArticleId, ArticleId], now: number): Promise<void> {
  await trx
    .updateTable("clue")
    .set({ asked_at: now })
    .where("article_id", "in", [one, other])
    .where("other_id", "in", [one, other])
    .execute();
}

/**
 * An article has another text than the one that was compared: the clues to it are followed again. Of two addresses of one article
 * the one is often looked at before an edit and the other after it, and then their texts differ only until the next look.
 */
export async function reopenClues(trx: Trx, id: ArticleId): Promise<void> {
  await trx
    .updateTable("clue")
    .set({ asked_at: null })
    .where((is) => is.or([is("article_id", "=", id), is("other_id", "=", id)]))
    .where("asked_at", "is not", null)
    .modifyEnd(PIPELINED)
    .execute();
}

async function dropClues(trx: Trx, [one, other]: readonly [ArticleId, ArticleId]): Promise<void> {
  await trx.deleteFrom("clue").where("article_id", "in", [one, other]).where("other_id", "in", [one, other]).execute();
}

/** Takes a join back: both articles are looked at again, each with its own versions. Returns it as it was; null when none holds. */
export async function separate(trx: Trx, dialect: Dialect, younger: ArticleId, now: number): Promise<Join | null> {
  const joins = await connectedJoins(trx, [younger]);
  const join = joins.findLast((each) => each.younger === younger && each.undoneAt === null);
  if (!join) return null;
  const articles = await lockedArticles(trx, dialect, [younger], joins);
  await trx.updateTable("article_join").set({ undone_at: now }).where("id", "=", join.id).execute();
  const frozen = join.living === join.younger ? join.elder : join.younger;
  await giveBack(trx, dialect, articles, frozen, join.evidence.addresses);
  await ownUrlsAgain(trx, articles, join);
  const left = joins.map((each) => (each.id === join.id ? { ...each, undoneAt: now } : each));
  await settle(trx, dialect, articles, left, now);
  return join;
}

/** Where joining had the one be looked at under the address of the other, it goes by its own again. */
async function ownUrlsAgain(
  trx: Trx,
  articles: readonly ArticleRow[],
  { younger, elder, evidence }: Join,
): Promise<void> {
  for (const [id, other, url] of [
    [younger, elder, evidence.youngerUrl],
    [elder, younger, evidence.elderUrl],
  ] as const) {
    const [row, others] = [id, other].map((each) => articles.find((article) => article.id === each)!);
    if (row!.url !== others!.url || row!.url === url) continue;
    const page = { etag: null, last_modified: null, body_digest: null };
    row!.url = url;
    row!.host_id = await ensureHost(trx, hostKey(url));
    await trx
      .updateTable("article")
      .set({ url, host_id: row!.host_id, ...page })
      .where("id", "=", id)
      .execute();
  }
}

async function giveBack(
  trx: Trx,
  dialect: Dialect,
  articles: readonly ArticleRow[],
  id: ArticleId,
  urls: readonly string[],
): Promise<void> {
  const article = articles.find((row) => row.id === id);
  if (!article)
    throw new FailureError({ advice: "never", code: "no-such-article", message: `There is no article ${id}.` });
  if (urls.length === 0) return;
  await trx
    .updateTable("article_url")
    .set({ article_id: id, ...dialect.ofSource(article.source_id) })
    .where("url", "in", [...urls])
    .where(
      "article_id",
      "in",
      articles.map((row) => row.id),
    )
    .execute();
}
