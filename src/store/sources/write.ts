import { hostKey } from "#lib/url";
import { FailureError } from "#model/failure";
import type { FoundFeed } from "#model/found";
import type { FeedId, SourceId } from "#model/id";
import type { Patterns, RenderMode } from "#model/source";
import type { Dialect } from "#store/dialect";
import { ensureHost, refreshReady } from "#store/hosts/write";
import { usePushes } from "#store/hubs/write";
import { keyOf } from "#store/keys";
import { PIPELINED } from "#store/pipelined";
import type { RobotsRecord } from "#store/reader";
import { reasonColumn } from "#store/reasons/column";
import type { Trx } from "#store/schema";
import type { FeedResult, NewSource } from "#store/writer";

export async function addSource(
  trx: Trx,
  source: NewSource,
  now: number,
): Promise<{ readonly id: SourceId; readonly added: boolean }> {
  const key = keyOf(source.homeUrl);
  const known = await trx.selectFrom("source").select("id").where("home_key", "=", key).executeTakeFirst();
  if (known) return { id: known.id, added: false };
  const { id } = await trx
    .insertInto("source")
    .values({
      name: source.name,
      home_url: source.homeUrl,
      home_key: key,
      patterns: JSON.stringify(source.patterns),
      render: source.render ?? "plain",
      created_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id, added: true };
}

export async function setPatterns(trx: Trx, id: SourceId, patterns: Patterns): Promise<void> {
  await trx
    .updateTable("source")
    .set({ patterns: JSON.stringify(patterns) })
    .where("id", "=", id)
    .execute();
}

export async function setRender(trx: Trx, id: SourceId, render: RenderMode): Promise<void> {
  await trx.updateTable("source").set({ render }).where("id", "=", id).execute();
}

export async function addFeed(
  trx: Trx,
  dialect: Dialect,
  sourceId: SourceId,
  feed: FoundFeed,
  periodMs: number,
  dueAt: number,
): Promise<{ readonly id: FeedId; readonly added: boolean }> {
  const key = keyOf(feed.url);
  const known = await trx.selectFrom("feed").select("id").where("url_key", "=", key).executeTakeFirst();
  if (known) return { id: known.id, added: false };
  const hostId = await ensureHost(trx, hostKey(feed.url));
  const { id } = await trx
    .insertInto("feed")
    .values({
      source_id: sourceId,
      host_id: hostId,
      kind: feed.kind,
      url: feed.url,
      url_key: key,
      title: feed.title,
      period_ms: periodMs,
      due_at: dueAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await refreshReady(trx, dialect, hostId);
  return { id, added: true };
}

export async function setFeedPeriod(trx: Trx, id: FeedId, periodMs: number): Promise<void> {
  await trx.updateTable("feed").set({ period_ms: periodMs }).where("id", "=", id).execute();
}

export async function schedulePoll(trx: Trx, dialect: Dialect, id: FeedId, at: number): Promise<void> {
  const feed = await trx
    .updateTable("feed")
    .set({ due_at: at })
    .where("id", "=", id)
    .returning("host_id")
    .executeTakeFirst();
  if (feed) await refreshReady(trx, dialect, feed.host_id);
}

export async function recordPoll(trx: Trx, dialect: Dialect, id: FeedId, result: FeedResult): Promise<void> {
  const feed = await dialect.locked(trx.selectFrom("feed").selectAll().where("id", "=", id)).executeTakeFirst();
  if (!feed) {
    throw new FailureError({
      advice: "never",
      code: "no-such-feed",
      message: `There is no feed with the number ${id}.`,
    });
  }
  const isPushed = result.pushes ? await usePushes(trx, result.pushes) : false;
  await trx
    .updateTable("feed")
    .set({
      due_at: isPushed ? Math.min(result.dueAt, result.pushes!.againAt) : result.dueAt,
      last_polled_at: result.polledAt,
      last_success_at: result.ok ? result.polledAt : feed.last_success_at,
      failures: result.ok ? 0 : feed.failures + 1,
      last_error: result.error && reasonColumn(result.error),
      etag: result.etag,
      last_modified: result.lastModified,
      ...result.course,
    })
    .where("id", "=", id)
    .modifyEnd(PIPELINED)
    .execute();
  if (result.ok) await markSuccess(trx, feed.source_id, result.polledAt);
  await refreshReady(trx, dialect, feed.host_id);
}

/** Everybody who looks at a source writes the same row: to the minute is exact enough for those who read it. */
const SUCCESS_STEP_MS = 60_000;

/** Moves the source's latest success on, never back. */
export async function markSuccess(trx: Trx, id: SourceId, at: number): Promise<void> {
  await trx
    .updateTable("source")
    .set({ last_success_at: at })
    .where("id", "=", id)
    .where((is) => is.or([is("last_success_at", "is", null), is("last_success_at", "<=", at - SUCCESS_STEP_MS)]))
    .modifyEnd(PIPELINED)
    .execute();
}

export async function saveRobots(trx: Trx, record: RobotsRecord): Promise<void> {
  const row = { status: record.status, text: record.text, fetched_at: record.fetchedAt };
  await trx
    .insertInto("robots")
    .values({ origin: record.origin, ...row })
    .onConflict((conflict) => conflict.column("origin").doUpdateSet(row))
    .execute();
}
