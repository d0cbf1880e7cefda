import { sql } from "kysely";
import type { FeedId, SourceId } from "#model/id";
import type { HubStanding, Subscription } from "#model/subscription";
import { toHubStanding, toSubscription } from "#store/rows";
import type { Db } from "#store/schema";
import type { FeedHub, PendingPush } from "./subscriptions.ts";

/** All columns but the body of a push. */
export const COLUMNS = [
  "id",
  "feed_id",
  "source_id",
  "host_id",
  "hub_url",
  "topic_url",
  "base",
  "key",
  "secret",
  "state",
  "reason",
  "due_at",
  "vain",
  "active_since",
  "lease_until",
  "last_push_at",
  "pushes",
  "unsigned",
  "hits",
  "misses",
] as const;

export async function hubs(db: Db, of?: readonly SourceId[]): Promise<readonly HubStanding[]> {
  if (of?.length === 0) return [];
  const all = db.selectFrom("subscription").select(COLUMNS).orderBy("feed_id").orderBy("id");
  const rows = await (of === undefined ? all : all.where("source_id", "in", of)).execute();
  return rows.map(toHubStanding);
}

export async function feedHubs(db: Db, feedId: FeedId): Promise<readonly FeedHub[]> {
  const rows = await db
    .selectFrom("subscription")
    .select(COLUMNS)
    .select(sql<number>`case when push_body is null then 0 else 1 end`.as("pending"))
    .where("feed_id", "=", feedId)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...toHubStanding(row), base: row.base, isPending: row.pending === 1 }));
}

export async function pendingPush(db: Db, feedId: FeedId): Promise<PendingPush | null> {
  const row = await db
    .selectFrom("subscription")
    .select(["last_push_at", "push_type", "push_body"])
    .where("feed_id", "=", feedId)
    .where("push_body", "is not", null)
    .orderBy("last_push_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? { at: row.last_push_at!, contentType: row.push_type, bytes: row.push_body! } : null;
}

export async function subscription(db: Db, key: string): Promise<Subscription | null> {
  const row = await db.selectFrom("subscription").select(COLUMNS).where("key", "=", key).executeTakeFirst();
  return row ? toSubscription(row) : null;
}
