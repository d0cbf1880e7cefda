import { hostKey } from "#lib/url";
import { FailureError } from "#model/failure";
import type { ArticleId } from "#model/id";
import type { Join, JoinCause } from "#model/join";
import type { Dialect } from "#store/dialect";
import { ensureHost, refreshReady } from "#store/hosts/write";
import { moveNames } from "#store/joins/names";
import { connectedJoins } from "#store/joins/read";
import { settle } from "#store/joins/settle";
import { soonAfter } from "#store/joins/soon";
import { insertJoin } from "#store/joins/write";
import { freeInstant, insertCapture } from "#store/looks/capture";
import type { ArticleRow, Trx } from "#store/schema";
import { moveVariants } from "#store/versions/write-variants";
import type { Merging } from "#store/writer";
import { watchSeeds } from "./seed-news.ts";
import { addUrl, holderOf, noSuchArticle, scheduleLook } from "./write.ts";

/**
 * The two are one, and `duplicate` has no version: a join of the two, with `original` as the one that is looked at. What was seen of the
 * duplicate stays where it was recorded. Only over two sources, which no join can span, its looks go over to the original.
 */
export async function mergeArticles(
  trx: Trx,
  dialect: Dialect,
  duplicate: ArticleId,
  original: ArticleId,
  { look, address, why = "canonical", share = null, at }: Merging = {},
): Promise<void> {
  if (duplicate === original) return;
  const joins = await connectedJoins(trx, [duplicate, original]);
  const ids = new Set([duplicate, original, ...joins.flatMap(({ younger, elder }) => [younger, elder])]);
  const all = trx
    .selectFrom("article")
    .selectAll()
    .where("id", "in", [...ids])
    .orderBy("id");
  const articles = await dialect.locked(all).execute();
  const gone = articles.find(({ id }) => id === duplicate);
  const kept = articles.find(({ id }) => id === original);
  if (!gone && !look) return;
  if (!kept) throw noSuchArticle(original);
  const now = at ?? look?.capturedAt ?? Math.max(gone?.first_seen_at ?? 0, kept.first_seen_at);
  const isOne = !gone || (gone.joined_to ?? gone.id) === (kept.joined_to ?? kept.id);
  if (gone && !isOne) {
    if (gone.version_count > 0) throw hasVersions(gone.id, kept.id);
    if (gone.source_id === kept.source_id) await joinIn(trx, dialect, articles, joins, { gone, kept, why, share, now });
    else await moveAll(trx, dialect, gone, kept);
    if (gone.seeded === 0 && gone.next_look_at !== null)
      await watchToo(trx, dialect, kept, look?.capturedAt ?? gone.next_look_at);
  }
  if (look) {
    const capturedAt = await freeInstant(trx, [original, duplicate], look.capturedAt);
    await insertCapture(trx, kept, { ...look, capturedAt }, null);
  }
  if (look && address !== undefined) await lookThere(trx, dialect, kept, address, look.capturedAt);
}

interface JoiningIn {
  readonly gone: ArticleRow;
  readonly kept: ArticleRow;
  readonly why: JoinCause;
  readonly share: number | null;
  readonly now: number;
}

async function joinIn(
  trx: Trx,
  dialect: Dialect,
  articles: readonly ArticleRow[],
  joins: readonly Join[],
  { gone, kept, why, share, now }: JoiningIn,
): Promise<void> {
  await trx.deleteFrom("article_trace").where("article_id", "=", gone.id).execute();
  await moveNames(trx, gone.id, kept.id);
  const made = await insertJoin(trx, [gone, kept], { living: kept.id, at: now, why, share });
  await settle(trx, dialect, articles, [...joins, made], now);
}

const hasVersions = (gone: ArticleId, kept: ArticleId): FailureError => {
  const message = `Article ${gone} has versions of its own and cannot become a part of article ${kept}.`;
  return new FailureError({ advice: "never", code: "has-versions", message });
};

/** What was news under the other address is news: an original that was taken in from before is watched as well. */
async function watchToo(trx: Trx, dialect: Dialect, kept: ArticleRow, now: number): Promise<void> {
  await refreshReady(trx, dialect, ...(await watchSeeds(trx, dialect, [kept.id], now)));
}

/** The original is looked at under the address that led to it: what its text is now, only a look there can say. */
async function lookThere(trx: Trx, dialect: Dialect, kept: ArticleRow, address: string, at: number): Promise<void> {
  const holder = await holderOf(trx, address);
  if (holder !== null && holder !== kept.id) return;
  if (holder === null) await addUrl(trx, dialect, kept, address);
  const hostId = await ensureHost(trx, hostKey(address));
  const page = { etag: null, last_modified: null, body_digest: null };
  await trx
    .updateTable("article")
    .set({ url: address, host_id: hostId, ...page })
    .where("id", "=", kept.id)
    .execute();
  await scheduleLook(trx, dialect, kept.id, soonAfter(at));
  await refreshReady(trx, dialect, kept.host_id);
}

async function moveAll(trx: Trx, dialect: Dialect, gone: ArticleRow, kept: ArticleRow): Promise<void> {
  await trx
    .updateTable("article_url")
    .set({ article_id: kept.id, ...dialect.ofSource(kept.source_id) })
    .where("article_id", "=", gone.id)
    .execute();
  await moveCaptures(trx, gone.id, kept);
  await trx
    .updateTable("address_decision")
    .set({ article_id: kept.id, source_id: kept.source_id })
    .where("article_id", "=", gone.id)
    .execute();
  await moveVariants(trx, gone.id, kept.id, kept.source_id);
  await moveNames(trx, gone.id, kept.id);
  await trx.deleteFrom("article_trace").where("article_id", "=", gone.id).execute();
  await trx.deleteFrom("article").where("id", "=", gone.id).execute();
  await refreshReady(trx, dialect, gone.host_id);
}

/** A look at the very millisecond of one of the original moves on to the next free one: every look stays. */
async function moveCaptures(trx: Trx, from: ArticleId, kept: ArticleRow): Promise<void> {
  const twins = await trx
    .selectFrom("capture")
    .select(["id", "captured_at"])
    .where("article_id", "=", from)
    .where("captured_at", "in", (of) =>
      of.selectFrom("capture").select("captured_at").where("article_id", "=", kept.id),
    )
    .execute();
  for (const { id, captured_at } of twins) {
    const free = await freeInstant(trx, [from, kept.id], captured_at);
    await trx
      .updateTable("capture")
      .set({ captured_at: free })
      .where("article_id", "=", from)
      .where("id", "=", id)
      .execute();
  }
  await trx
    .updateTable("capture")
    .set({ article_id: kept.id, source_id: kept.source_id })
    .where("article_id", "=", from)
    .execute();
}
