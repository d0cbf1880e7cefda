import type { RawBuilder, SqlBool } from "kysely";
import { COLUMNS as SUBSCRIPTION_COLUMNS } from "#store/hubs/read";
import { ARTICLE_COLUMNS, toFeed, toSubscription, toWatched, WATCH_COLUMNS } from "#store/rows";
import type { Db } from "#store/schema";
import type { DueTask } from "./due-task.ts";

/**
 * A kind of work that falls due at a host: the rows of a table with a `host_id`, each with the instant at which it is due in
 * `column`, null while it is not due at all. The table needs an index on (host_id, column). Whatever writes to the column ends
 * with `refreshReady`; the lease of the host, its gap, its retries and its safety in a crash then hold for the new kind as well.
 */
export interface DueKind<Task> {
  readonly kind: string;
  readonly table: string;
  readonly column: string;
  /** The most overdue of the rows for which `isNext` holds, with what its task needs, in one statement. */
  readonly first: (db: Db, isNext: RawBuilder<SqlBool>) => Promise<Task | null>;
}

/** What is due of a source that is paused, or of something that was removed, is put off instead of done. */
const restOf = (row: { readonly paused_at: number | null; readonly removed_at: number | null }) => ({
  isResting: row.paused_at !== null || row.removed_at !== null,
});

type DueRow<Kind extends DueTask["kind"]> = DueKind<Extract<DueTask, { kind: Kind }>>;

const subscription: DueRow<"subscription"> = {
  kind: "subscription",
  table: "subscription",
  column: "due_at",
  first: async (db, isNext) => {
    const rows = db.selectFrom("subscription").select(SUBSCRIPTION_COLUMNS).where(isNext).orderBy("due_at").limit(1);
    const row = await rows.executeTakeFirst();
    return row ? { kind: "subscription", subscription: toSubscription(row) } : null;
  },
};

const feed: DueRow<"feed"> = {
  kind: "feed",
  table: "feed",
  column: "due_at",
  first: async (db, isNext) => {
    const rows = db
      .selectFrom("feed")
      .innerJoin("source", "source.id", "feed.source_id")
      .selectAll("feed")
      .select(["source.paused_at", "source.removed_at as source_removed_at"])
      .where(isNext)
      .orderBy("feed.due_at")
      .limit(1);
    const row = await rows.executeTakeFirst();
    if (!row) return null;
    const removed_at = row.source_removed_at ?? row.removed_at;
    return { kind: "feed", feed: toFeed(row), ...restOf({ paused_at: row.paused_at, removed_at }) };
  },
};

const article: DueRow<"article"> = {
  kind: "article",
  table: "article",
  column: "next_look_at",
  first: async (db, isNext) => {
    const row = await firstWatched(db, isNext, "article.next_look_at");
    return row ? { kind: "article", ...row } : null;
  },
};

/** Articles of the same table that wait to be taken in from before. */
const seed: DueRow<"seed"> = {
  kind: "seed",
  table: "article",
  column: "seed_at",
  first: async (db, isNext) => {
    const row = await firstWatched(db, isNext, "article.seed_at");
    return row ? { kind: "seed", ...row } : null;
  },
};

async function firstWatched(db: Db, isNext: RawBuilder<SqlBool>, column: "article.next_look_at" | "article.seed_at") {
  const row = await db
    .selectFrom("article")
    .innerJoin("source", "source.id", "article.source_id")
    .select([...ARTICLE_COLUMNS, ...WATCH_COLUMNS, "source.render", "source.paused_at", "source.removed_at"])
    .where(isNext)
    .orderBy(column)
    .limit(1)
    .executeTakeFirst();
  return row && { ...toWatched(row), render: row.render, ...restOf(row) };
}

/** What a host has most of. */
export const USUAL = article;

/** All kinds, in the order in which a host's work is done: what is from before comes after all that is news. */
export const DUE = [subscription, feed, article, seed] as const;
