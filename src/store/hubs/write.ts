import { hostKey } from "#lib/url";
import type { FeedId, HostId, SubscriptionId } from "#model/id";
import type { PushTaken } from "#model/subscription";
import type { Dialect } from "#store/dialect";
import { ensureHost, refreshReady } from "#store/hosts/write";
import { PIPELINED } from "#store/pipelined";
import { reasonColumn, reasonColumnOrEmpty } from "#store/reasons/column";
import type { FeedRow, Trx } from "#store/schema";
import type { PushesUsed } from "#store/writer";
import type { Asking, Denied, HubChange, NewPush, Verified } from "./subscriptions.ts";

/** Pushes of which is remembered that they came: an old one that comes again has no effect. */
const PUSHES_REMEMBERED = 16;

export async function changeHubs(trx: Trx, dialect: Dialect, feedId: FeedId, changes: readonly HubChange[]) {
  const feed = await dialect.locked(trx.selectFrom("feed").selectAll().where("id", "=", feedId)).executeTakeFirst();
  if (!feed) return;
  const hosts: HostId[] = [];
  for (const change of changes) hosts.push(...(await changeHub(trx, feed, change)));
  await refreshReady(trx, dialect, ...hosts);
}

async function changeHub(trx: Trx, feed: FeedRow, change: HubChange): Promise<readonly HostId[]> {
  if (change.kind === "want") {
    const hostId = await ensureHost(trx, hostKey(change.hubUrl));
    const { hubUrl, topicUrl, base, key, secret, dueAt } = change;
    const row = { hub_url: hubUrl, topic_url: topicUrl, base, key, secret, state: "wanted" as const, due_at: dueAt };
    await trx
      .insertInto("subscription")
      .values({ feed_id: feed.id, source_id: feed.source_id, host_id: hostId, ...row })
      .onConflict((conflict) => conflict.columns(["feed_id", "hub_url", "topic_url"]).doNothing())
      .execute();
    await forgetLeft(trx, feed.id);
    return [hostId];
  }
  const changed =
    change.kind === "again"
      ? { state: "wanted" as const, base: change.base, active_since: null, lease_until: null, reason: "", vain: 0 }
      : { state: change.dueAt === null ? ("left" as const) : ("leaving" as const), active_since: null, vain: 0 };
  const rows = await trx
    .updateTable("subscription")
    .set({ ...changed, due_at: change.dueAt })
    .where("id", "=", change.id)
    .where("feed_id", "=", feed.id)
    .returning("host_id")
    .execute();
  return rows.map((row) => row.host_id);
}

/** Subscriptions of a feed that are over and still known, so that a hub that asks back late gets an answer. */
const LEFT_KEPT = 8;

/** A feed that names another hub each time must not fill the database. */
async function forgetLeft(trx: Trx, feedId: FeedId): Promise<void> {
  const left = await trx
    .selectFrom("subscription")
    .select("id")
    .where("feed_id", "=", feedId)
    .where("state", "=", "left")
    .orderBy("id", "desc")
    .execute();
  const old = left.slice(LEFT_KEPT).map(({ id }) => id);
  if (old.length > 0) await trx.deleteFrom("subscription").where("id", "in", old).execute();
}

const byId = (trx: Trx, dialect: Dialect, id: SubscriptionId) =>
  dialect
    .locked(
      trx
        .selectFrom("subscription")
        .select(["id", "feed_id", "host_id", "state", "heard_at", "active_since", "lease_until", "recent"])
        .where("id", "=", id),
    )
    .executeTakeFirst();

export async function recordAsking(trx: Trx, dialect: Dialect, id: SubscriptionId, asking: Asking): Promise<void> {
  const row = await byId(trx, dialect, id);
  if (!row) return;
  const { askedAt, state, reason, dueAt, failedTries } = asking;
  // What the hub called to say while the request was under way is later than its answer to it.
  const isOutdated = row.heard_at !== null && row.heard_at >= askedAt;
  const isOver = row.state === "left" || (row.state === "leaving" && state !== "leaving" && state !== "left");
  if (!isOutdated && !isOver) {
    // Whatever becomes of a renewal, the lease runs to its end.
    const isLeased = row.state === "active" && state !== "leaving" && (row.lease_until ?? 0) > askedAt;
    await trx
      .updateTable("subscription")
      .set({
        state: isLeased ? "active" : state,
        reason: reasonColumnOrEmpty(reason),
        due_at: dueAt,
        vain: failedTries,
      })
      .where("id", "=", id)
      .execute();
  }
  await refreshReady(trx, dialect, row.host_id);
}

export async function verifySubscription(trx: Trx, dialect: Dialect, id: SubscriptionId, verified: Verified) {
  const row = await byId(trx, dialect, id);
  if (!row || row.state === "leaving" || row.state === "left") return;
  const { at, leaseUntil, dueAt } = verified;
  const isUnbroken = row.state === "active" && row.active_since !== null && (row.lease_until ?? 0) >= at;
  await trx
    .updateTable("subscription")
    .set({
      state: "active",
      reason: "",
      due_at: dueAt,
      vain: 0,
      heard_at: at,
      active_since: isUnbroken ? row.active_since : at,
      lease_until: leaseUntil,
    })
    .where("id", "=", id)
    .execute();
  await refreshReady(trx, dialect, row.host_id);
}

/** Both ways in which a hub ends a subscription of its own accord, or because we wished it. */
async function close(
  trx: Trx,
  dialect: Dialect,
  id: SubscriptionId,
  now: { state: "left" | "refused"; reason: string; due_at: number | null; heard_at: number },
): Promise<void> {
  const row = await byId(trx, dialect, id);
  if (!row) return;
  const ended = { active_since: null, lease_until: null, push_body: null, push_type: null };
  await trx
    .updateTable("subscription")
    .set({ ...now, ...ended })
    .where("id", "=", id)
    .execute();
  await refreshReady(trx, dialect, row.host_id);
}

export const endSubscription = (trx: Trx, dialect: Dialect, id: SubscriptionId, at: number): Promise<void> =>
  close(trx, dialect, id, { state: "left", reason: "", due_at: null, heard_at: at });

export const refuseSubscription = (trx: Trx, dialect: Dialect, id: SubscriptionId, { at, reason, dueAt }: Denied) =>
  close(trx, dialect, id, { state: "refused", reason: reasonColumn(reason), due_at: dueAt, heard_at: at });

/** After this many polls the counts are halved, so that a hub that stops pushing soon loses our trust. */
const POLLS_REMEMBERED = 24;

/** Marks the pushes that a poll used as done. Returns whether another push came in the meantime. */
export async function usePushes(trx: Trx, { seen, announced }: PushesUsed): Promise<boolean> {
  let isPending = false;
  for (const { id, pushes } of seen) {
    const row = await trx
      .selectFrom("subscription")
      .select(["state", "pushes", "hits", "misses"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (!row) continue;
    const isUsed = row.pushes === pushes;
    isPending ||= !isUsed;
    const kept = row.hits + row.misses >= POLLS_REMEMBERED ? 0.5 : 1;
    const learned = { hits: row.hits * kept + (announced ? 1 : 0), misses: row.misses * kept + (announced ? 0 : 1) };
    const changed = {
      ...(row.state === "active" && announced !== undefined && learned),
      ...(isUsed && { push_body: null, push_type: null }),
    };
    if (Object.keys(changed).length === 0) continue;
    await trx.updateTable("subscription").set(changed).where("id", "=", id).modifyEnd(PIPELINED).execute();
  }
  return isPending;
}

/** The feed is locked before its subscription, as its poll does it. */
export async function recordPush(trx: Trx, dialect: Dialect, id: SubscriptionId, push: NewPush): Promise<PushTaken> {
  const known = await trx.selectFrom("subscription").select("feed_id").where("id", "=", id).executeTakeFirst();
  if (!known) return "ended";
  const select = trx.selectFrom("feed").select(["id", "host_id", "due_at", "last_polled_at"]);
  const feed = (await dialect.locked(select.where("id", "=", known.feed_id)).executeTakeFirst())!;
  const row = (await byId(trx, dialect, id))!;
  if (row.state === "leaving" || row.state === "left" || row.state === "refused") return "ended";
  const recent = row.recent === "" ? [] : row.recent.split(" ");
  const mark = push.digest.slice(0, 16);
  if (recent.includes(mark)) return "repeated";
  await trx
    .updateTable("subscription")
    .set(({ eb }) => ({
      last_push_at: push.at,
      pushes: eb("pushes", "+", 1),
      recent: [mark, ...recent].slice(0, PUSHES_REMEMBERED).join(" "),
      push_type: push.contentType,
      push_body: push.bytes,
    }))
    .where("id", "=", id)
    .execute();
  const pollAt = Math.max(push.at, (feed.last_polled_at ?? 0) + push.leastWaitMs);
  if (feed.due_at !== null && pollAt < feed.due_at) {
    await trx.updateTable("feed").set({ due_at: pollAt }).where("id", "=", feed.id).execute();
    await refreshReady(trx, dialect, feed.host_id);
  }
  return "taken";
}

export async function countUnsigned(trx: Trx, id: SubscriptionId): Promise<void> {
  await trx
    .updateTable("subscription")
    .set(({ eb }) => ({ unsigned: eb("unsigned", "+", 1) }))
    .where("id", "=", id)
    .execute();
}
