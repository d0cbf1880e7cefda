import { sql } from "kysely";
import type { HostId } from "#model/id";
import { dueSubscription } from "#store/hubs/read";
import type { DueTask } from "#store/reader";
import { toArticle, toFeed } from "#store/rows";
import type { Db } from "#store/schema";

/** A leased host counts from the end of its lease: if its worker died, it is free then. */
export async function nextDueAt(db: Db, now: number): Promise<number | null> {
  const free = await db
    .selectFrom("host")
    .select("ready_at")
    .where("ready_at", "is not", null)
    .where("lease_until", "<=", now)
    .orderBy("ready_at")
    .limit(1)
    .executeTakeFirst();
  const leased = await db
    .selectFrom("host")
    .select(sql<number | null>`min(case when lease_until > ready_at then lease_until else ready_at end)`.as("at"))
    .where("lease_owner", "is not", null)
    .where("lease_until", ">", now)
    .where("ready_at", "is not", null)
    .executeTakeFirst();
  const instants = [free?.ready_at, leased?.at].filter((at) => at !== null && at !== undefined);
  return instants.length === 0 ? null : Math.min(...instants);
}

/** Counted host by host, so that only due rows are read, not all that have a next look. */
export async function dueCount(db: Db, at: number): Promise<number> {
  const result = await sql<{ due: number }>`
    select coalesce(sum(
      (select count(*) from feed f where f.host_id = h.id and f.due_at <= ${at}) +
      (select count(*) from subscription u where u.host_id = h.id and u.due_at <= ${at}) +
      (select count(*) from article a where a.host_id = h.id and a.next_look_at <= ${at})
    ), 0) as due
    from host h where h.ready_at is not null`.execute(db);
  return result.rows[0]!.due;
}

/** Subscriptions and feeds come first, but most tasks are articles: one statement tells an article, and that nothing else is due. */
export async function nextTask(db: Db, hostId: HostId, now: number): Promise<DueTask | null> {
  const article = await db
    .selectFrom("article")
    .innerJoin("source", "source.id", "article.source_id")
    .selectAll("article")
    .select("source.render")
    .where("article.host_id", "=", hostId)
    .where("article.next_look_at", "<=", now)
    .where(({ exists, not, selectFrom }) =>
      not(exists(selectFrom("feed").select("id").where("host_id", "=", hostId).where("due_at", "<=", now))),
    )
    .where(({ exists, not, selectFrom }) =>
      not(exists(selectFrom("subscription").select("id").where("host_id", "=", hostId).where("due_at", "<=", now))),
    )
    .orderBy("article.next_look_at")
    .limit(1)
    .executeTakeFirst();
  if (article) return { kind: "article", article: toArticle(article), render: article.render };
  const subscription = await dueSubscription(db, hostId, now);
  if (subscription) return { kind: "subscription", subscription };
  const feed = await db
    .selectFrom("feed")
    .selectAll()
    .where("host_id", "=", hostId)
    .where("due_at", "<=", now)
    .orderBy("due_at")
    .limit(1)
    .executeTakeFirst();
  return feed ? { kind: "feed", feed: toFeed(feed) } : null;
}
