import { sql } from "kysely";
import { HOUR_MS } from "#lib/clock";
import type { HostId, SourceId } from "#model/id";
import type { Dialect } from "#store/dialect";
import { refreshReady } from "#store/hosts/write";
import { PIPELINED } from "#store/pipelined";
import type { ArticleRow, Trx } from "#store/schema";
import { ALL_SOURCES } from "./read.ts";
import type { ArticleSignal, Proved, SectionHabits } from "./schedule.ts";

/** In the order of their numbers, so that two polls never wait for each other. */
export async function recordSignals(trx: Trx, dialect: Dialect, signals: readonly ArticleSignal[]): Promise<void> {
  const hosts: HostId[] = [];
  for (const one of [...signals].sort((a, b) => a.articleId - b.articleId)) {
    const select = trx.selectFrom("article").selectAll().where("id", "=", one.articleId);
    const article = await dialect.locked(select).executeTakeFirst();
    if (!article) continue;
    const lookAt = broughtForward(article, one.lookAt);
    const signal = article.signal_at === null ? one.signal : undefined;
    const learned = {
      ...(one.announced !== undefined && { announced: one.announced }),
      ...(signal && { signal_kind: signal.kind, signal_at: signal.at }),
      ...(lookAt !== null && { next_look_at: lookAt }),
    };
    if (Object.keys(learned).length === 0) continue;
    await trx.updateTable("article").set(learned).where("id", "=", article.id).modifyEnd(PIPELINED).execute();
    if (lookAt !== null) hosts.push(article.host_id);
  }
  await refreshReady(trx, dialect, ...hosts);
}

/** Never later than planned, and only for an article that would be looked at, or was left alone as quiet. */
function broughtForward(article: ArticleRow, lookAt: number | undefined): number | null {
  if (lookAt === undefined || (article.status !== "watched" && article.status !== "quiet")) return null;
  return article.next_look_at === null || lookAt < article.next_look_at ? lookAt : null;
}

export async function saveHabits(
  trx: Trx,
  sourceId: SourceId | null,
  fits: readonly (SectionHabits & { readonly articles: number })[],
  now: number,
): Promise<void> {
  const source = sourceId ?? ALL_SOURCES;
  await trx.deleteFrom("habits").where("source_id", "=", source).execute();
  for (const { section, habits, articles } of fits) {
    const row = { source_id: source, section, fit: JSON.stringify(habits), articles, fitted_at: now };
    await trx.insertInto("habits").values(row).execute();
  }
}

const [DEARER, CHEAPER, DEAREST] = [1.25, 0.9, 100];

export async function adjustCrowding(trx: Trx, hostId: HostId, isCrowded: boolean, now: number): Promise<void> {
  const moved = isCrowded
    ? sql<number>`case when crowding * ${DEARER} > ${DEAREST} then ${DEAREST} else crowding * ${DEARER} end`
    : sql<number>`case when crowding * ${CHEAPER} < 1 then 1 else crowding * ${CHEAPER} end`;
  await trx
    .updateTable("host")
    .set({ crowding: moved, crowding_at: now })
    .where("id", "=", hostId)
    .where("crowding_at", "<=", now - HOUR_MS)
    .execute();
}

/** Beyond this many, what was proved is halved, so that it can be unlearned: a site changes its habits with its software. */
const MAX_PROVED = 500;

/** Counted in the database, so that two workers never overwrite each other's. */
export async function saveProved(trx: Trx, sourceId: SourceId, proved: readonly Proved[]): Promise<void> {
  for (const { thing, hit } of [...proved].sort((a, b) => (a.thing < b.thing ? -1 : 1))) {
    const kept = sql`case when signal_trust.hits + signal_trust.misses >= ${MAX_PROVED} then 0.5 else 1.0 end`;
    await trx
      .insertInto("signal_trust")
      .values({ source_id: sourceId, thing, hits: hit ? 1 : 0, misses: hit ? 0 : 1 })
      .onConflict((conflict) =>
        conflict.columns(["source_id", "thing"]).doUpdateSet({
          hits: sql`signal_trust.hits * ${kept} + excluded.hits`,
          misses: sql`signal_trust.misses * ${kept} + excluded.misses`,
        }),
      )
      .execute();
  }
}
