import { lookAgainAfterLie } from "#engine/look/look-again";
import { leastGap, requestsLeft } from "#engine/politeness/allowance";
import { gapNow, type Leave, leaveAfter, leaveUntilTomorrow } from "#engine/politeness/courtesy";
import type { TaskDone, TaskKind } from "#engine/tasks/task";
import { taskKind } from "#engine/tasks/tasks";
import { HOUR_MS } from "#lib/clock";
import { hostKey } from "#lib/url";
import type { Result } from "#model/failure";
import { REST_MS } from "#model/source";
import type { DueTask } from "#store/hosts/due-task";
import type { LeasedHost } from "#store/writer";
import type { EngineContext } from "./context.ts";
import { LEASE_MS } from "./settings.ts";

/** After a fault of our own a task is left alone for this long, so that it cannot spin. */
const FAULT_PAUSE_MS = HOUR_MS;

/**
 * One request's worth of work at a leased host: its robots.txt when that is not known, else the most overdue task of the first
 * kind of which it has any. Ends the lease, and keeps the host free of requests for the politeness gap.
 * @returns what was done, or null when there is nothing to report
 */
export async function turn(
  context: EngineContext,
  host: LeasedHost,
  kindOf: (task: DueTask) => TaskKind<DueTask> = taskKind,
): Promise<TaskDone | null> {
  const { clock, settings, gate, store } = context;
  let leave: Leave = { freeAt: clock.now() };
  try {
    const task = await store.reader.nextTask(host.id, leave.freeAt);
    if (!task) return null;
    const kind = kindOf(task);
    if (kind.isResting?.(task)) {
      await kind.putOff(context, task, leave.freeAt + REST_MS);
      return null;
    }
    const { manners } = host;
    if (requestsLeft(settings, manners, clock.now()) <= 0) {
      leave = leaveUntilTomorrow(context, host.key, manners);
      return null;
    }
    const url = kind.addressOf(task);
    leave = { freeAt: clock.now() + leastGap(settings, url, settings) };
    if (kind.isCrawling && hostKey(url) === host.key && !(await gate.knows(url))) {
      leave = await leaveAfter(context, { url, manners, fetched: await gate.learn(url) });
      return null;
    }
    if (!(await holds(context, host, await gapNow(context, url, manners)))) {
      leave = { freeAt: clock.now() };
      return null;
    }
    const startedAt = clock.now();
    const done = await perform(context, kind, task, host);
    if (!done.ok) return null;
    if (done.value === null) {
      leave = { freeAt: startedAt };
      return null;
    }
    await noteLag(context, host, done.value, startedAt - (kind.dueAt(task) ?? startedAt), startedAt);
    const { fetched, trial } = done.value;
    const proved = trial && { validators: trial.validators, moreRequests: trial.requests };
    leave = await leaveAfter(context, { url, manners, fetched, ...proved });
    if (trial?.validators.lied) await lookAgainAfterLie(context, host.id);
    return done.value;
  } finally {
    await store.writer.releaseHost(host.id, context.owner, leave.freeAt, leave.met);
  }
}

/**
 * A request is sent only if the lease outlasts the gap after it: should we die then, no one asks the host too soon after us.
 * If it does not, because the gap is longer or the database was away for a while, the lease is renewed first; false when
 * another worker has the host by now.
 */
async function holds(
  { store, clock, owner }: Pick<EngineContext, "store" | "clock" | "owner">,
  host: LeasedHost,
  gapMs: number,
): Promise<boolean> {
  const now = clock.now();
  if (now + gapMs <= host.leasedUntil) return true;
  return (await store.writer.renewLeases([host.id], owner, now + LEASE_MS + gapMs)) > 0;
}

/** A task that could not be recorded, or has a fault, is put off: its row is as it was, and would be due again at once. */
async function perform(
  context: EngineContext,
  kind: TaskKind<DueTask>,
  task: DueTask,
  host: LeasedHost,
): Promise<Result<TaskDone | null>> {
  const { clock, settings, log } = context;
  const putOff = () => kind.putOff(context, task, clock.now() + FAULT_PAUSE_MS);
  const holding = { leased: host.key, gapMs: settings.gapMs, manners: host.manners };
  try {
    const done = await kind.perform(context, task, holding);
    if (!done.ok) {
      log.warn({ url: kind.addressOf(task), failure: done.failure }, "not recorded");
      await putOff();
    }
    return done;
  } catch (error) {
    await putOff();
    throw error;
  }
}

async function noteLag(
  { meter, outlooks }: Pick<EngineContext, "meter" | "outlooks">,
  host: LeasedHost,
  { event }: TaskDone,
  lateMs: number,
  startedAt: number,
): Promise<void> {
  meter?.turn(event, lateMs);
  await outlooks.note(host.id, lateMs, startedAt);
}
