import type { Trial } from "#engine/look/asking";
import { lookAt } from "#engine/look/look";
import { leastGap, requestsLeft } from "#engine/politeness/allowance";
import { gapNow, type Leave, leaveAfter, leaveUntilTomorrow } from "#engine/politeness/courtesy";
import type { Holding } from "#engine/politeness/gate";
import { pollFeed } from "#engine/tasks/poll";
import { askHub } from "#engine/websub/ask";
import { HOUR_MS } from "#lib/clock";
import { hostKey } from "#lib/url";
import type { Failure } from "#model/failure";
import type { FetchResult } from "#model/fetcher";
import type { DueTask } from "#store/reader";
import type { LeasedHost } from "#store/writer";
import type { EngineContext } from "./context.ts";
import type { WorkEvent } from "./engine.ts";
import { LEASE_MS } from "./settings.ts";

/** After a fault of our own a task is left alone for this long, so that it cannot spin. */
const FAULT_PAUSE_MS = HOUR_MS;

/**
 * One request's worth of work at a leased host: its robots.txt when that is not known, else its most overdue subscription, feed
 * or article. Ends the lease, and keeps the host free of requests for the politeness gap.
 * @returns what was done, or null when nothing was to be told
 */
export async function turn(context: EngineContext, host: LeasedHost): Promise<WorkEvent | null> {
  const { reader, writer } = context.store;
  let leave: Leave = { freeAt: context.clock.now() };
  try {
    const task = await reader.nextTask(host.id, leave.freeAt);
    if (!task) return null;
    const { manners } = host;
    if (requestsLeft(context.settings, manners, context.clock.now()) <= 0) {
      leave = leaveUntilTomorrow(context, host.key, manners);
      return null;
    }
    const url = addressOf(task);
    leave = { freeAt: context.clock.now() + leastGap(context.settings, url, context.settings) };
    if (task.kind !== "subscription" && hostKey(url) === host.key && !(await context.gate.knows(url))) {
      leave = await leaveAfter(context, { url, manners, fetched: await context.gate.learn(url) });
      return null;
    }
    if (!(await holds(context, host, await gapNow(context, url, manners)))) {
      leave = { freeAt: context.clock.now() };
      return null;
    }
    const startedAt = context.clock.now();
    const done = await perform(context, task, {
      leased: host.key,
      gapMs: context.settings.gapMs,
      manners,
      ...(task.kind === "article" && { render: task.render }),
    });
    if (done) {
      const lateMs = startedAt - (dueAt(task) ?? startedAt);
      context.meter?.turn(done.event, lateMs);
      await context.outlooks.note(host.id, lateMs, startedAt);
      const { fetched, trial } = done;
      const proved = trial && { validators: trial.validators, moreRequests: trial.requests };
      leave = await leaveAfter(context, { url, manners, fetched, ...proved });
    } else if (task.kind === "subscription") {
      // Nobody was asked.
      leave = { freeAt: startedAt };
    }
    return done?.event ?? null;
  } finally {
    await writer.releaseHost(host.id, context.owner, leave.freeAt, leave.met);
  }
}

/**
 * A request is sent only where the lease outlasts the gap after it: should we die then, nobody asks the host too soon after us.
 * Where it does not, because the gap is longer or the database was away for a while, the lease is renewed first; false when
 * another worker has the host by now.
 */
async function holds({ store, clock, owner }: EngineContext, host: LeasedHost, gapMs: number): Promise<boolean> {
  const now = clock.now();
  if (now + gapMs <= host.leasedUntil) return true;
  return (await store.writer.renewLeases([host.id], owner, now + LEASE_MS + gapMs)) > 0;
}

function dueAt(task: DueTask): number | null {
  if (task.kind === "subscription") return task.subscription.dueAt;
  return task.kind === "feed" ? task.feed.dueAt : task.article.nextLookAt;
}

function addressOf(task: DueTask): string {
  if (task.kind === "subscription") return task.subscription.hubUrl;
  return task.kind === "feed" ? task.feed.url : task.article.url;
}

interface Done {
  readonly event: WorkEvent;
  readonly fetched: FetchResult;
  readonly trial?: Trial | null;
}

async function perform(context: EngineContext, task: DueTask, holding: Holding): Promise<Done | null> {
  try {
    if (task.kind === "subscription") {
      const asked = await askHub(context, task.subscription, holding);
      if (!asked.ok) return await unrecorded(context, task, task.subscription.hubUrl, asked.failure);
      if (!asked.value) return null;
      const { fetched, ...report } = asked.value;
      return { event: { kind: "hub", url: task.subscription.hubUrl, report }, fetched };
    }
    if (task.kind === "feed") {
      const polled = await pollFeed(context, task.feed, holding);
      if (!polled.ok) return await unrecorded(context, task, task.feed.url, polled.failure);
      const { report, fetched } = polled.value;
      return { event: { kind: "poll", url: task.feed.url, report }, fetched };
    }
    const looked = await lookAt(context, task.article, holding);
    if (!looked.ok) return await unrecorded(context, task, task.article.url, looked.failure);
    const { report, fetched, trial } = looked.value;
    return { event: { kind: "look", url: task.article.url, report }, fetched, trial };
  } catch (error) {
    await putOff(context, task);
    throw error;
  }
}

async function unrecorded(context: EngineContext, task: DueTask, url: string, failure: Failure): Promise<null> {
  context.log.warn({ url, failure }, "not recorded");
  await putOff(context, task);
  return null;
}

async function putOff(context: EngineContext, task: DueTask): Promise<void> {
  const at = context.clock.now() + FAULT_PAUSE_MS;
  const { writer } = context.store;
  if (task.kind === "subscription") {
    const { id, state, reason, failedTries } = task.subscription;
    return writer.recordAsking(id, { askedAt: at, state, reason, failedTries, dueAt: at });
  }
  if (task.kind === "feed") await writer.schedulePoll(task.feed.id, at);
  else await writer.scheduleLook(task.article.id, at);
}
