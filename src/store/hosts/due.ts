import type { RawBuilder, SqlBool } from "kysely";
import { COLUMNS as SUBSCRIPTION_COLUMNS } from "#store/hubs/read";
import { toArticle, toFeed, toSubscription } from "#store/rows";
import type { Db } from "#store/schema";

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

const subscription = {
  kind: "subscription",
  table: "subscription",
  column: "due_at",
  first: async (db: Db, isNext: RawBuilder<SqlBool>) => {
    const rows = db.selectFrom("subscription").select(SUBSCRIPTION_COLUMNS).where(isNext).orderBy("due_at").limit(1);
    const row = await rows.executeTakeFirst();
    return row ? ({ kind: "subscription", subscription: toSubscription(row) } as const) : null;
  },
};

const feed = {
  kind: "feed",
  table: "feed",
  column: "due_at",
  first: async (db: Db, isNext: RawBuilder<SqlBool>) => {
    const rows = db.selectFrom("feed").selectAll().where(isNext).orderBy("due_at").limit(1);
    const row = await rows.executeTakeFirst();
    return row ? ({ kind: "feed", feed: toFeed(row) } as const) : null;
  },
};

const article = {
  kind: "article",
  table: "article",
  column: "next_look_at",
  first: async (db: Db, isNext: RawBuilder<SqlBool>) => {
    const row = await db
      .selectFrom("article")
      .innerJoin("source", "source.id", "article.source_id")
      .selectAll("article")
      .select("source.render")
      .where(isNext)
      .orderBy("article.next_look_at")
      .limit(1)
      .executeTakeFirst();
    return row ? ({ kind: "article", article: toArticle(row), render: row.render } as const) : null;
  },
};

/** All kinds, in the order in which a host's work is done. The last one is what a host has most of. */
export const DUE = [subscription, feed, article] as const;

/** What a host has to do next: a task of one of the kinds. */
export type DueTask = NonNullable<Awaited<ReturnType<(typeof DUE)[number]["first"]>>>;
