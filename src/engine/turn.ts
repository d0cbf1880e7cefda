import { lookAgainAfterLie } from "#engine/look/look-again";
import { isAheadOfDay, requestsLeft, sameTimeLater } from "#engine/politeness/allowance";
import { gapNow, type Leave, leaveAfter, leaveUntilTomorrow } from "#engine/politeness/courtesy";
import type { Holding } from "#engine/politeness/gate";
import type { HeldHost } from "#engine/politeness/held-host";
import type { TaskDone, TaskKind } from "#engine/tasks/task";
import { taskKind } from "#engine/tasks/tasks";
import { HOUR_MS } from "#lib/clock";
import { hostKey } from "#lib/url";
import type { Result } from "#model/failure";
import type { FetchResult } from "#model/fetcher";
import { REST_MS } from "#model/source";
import type { DueTask } from "#store/hosts/due-task";
import type { EngineContext } from "./context.ts";

/** After a fault of our own a task is left alone for this long, so that it cannot spin. */
const FAULT_PAUSE_MS = HOUR_MS;

/**
 * One request's worth of work at a leased host: its robots.txt when that is not known, else the most overdue task of the first
 * kind of which it has any. Ends the lease, and keeps the host free of requests for the politeness gap.
 * @returns what was done, or null when there is nothing to report
 */
export async function turn(
  context: EngineContext,
  host: HeldHost,
  kindOf: (task: DueTask) => TaskKind<DueTask> = taskKind,
): Promise<TaskDone | null> {
  const { clock, settings, gate, store } = context;
  let leave: Leave | null = null;
  /** The gap from the end of the turn, where nothing else is known of how it ended: none before anything may have been sent. */
  let gapMs = 0;
  try {
    const task = await store.reader.nextTask(host.id, clock.now());
    if (!task) return null;
    const kind = kindOf(task);
    if (kind.isResting?.(task)) {
      await kind.putOff(context, task, clock.now() + REST_MS);
      return null;
    }
    const { manners } = host;
    if (requestsLeft(settings, manners, clock.now()) <= 0) {
      leave = leaveUntilTomorrow(context, host.key, manners);
      return null;
    }
    if (kind.isPatient && isAheadOfDay(settings, manners, clock.now())) {
      await kind.putOff(context, task, sameTimeLater(kind.dueAt(task) ?? clock.now(), clock.now()));
      return null;
    }
    const url = kind.addressOf(task);
    const gapHere = await gapNow(context, url, manners);
    if (!(await host.keep(gapHere))) return null;
    gapMs = gapHere;
    if (kind.isCrawling && hostKey(url) === host.key && !(await gate.knows(url))) {
      const fetched = await learnRobots(context, host, url);
      if (fetched) leave = await leaveAfter(context, { url, manners, fetched });
      return null;
    }
    const startedAt = clock.now();
    const done = await perform(context, kind, task, host);
    if (!done.ok) return null;
    if (done.value === null) {
      gapMs = 0;
      return null;
    }
    const lateMs = kind.isPatient ? 0 : startedAt - (kind.dueAt(task) ?? startedAt);
    await noteLag(context, host, done.value, lateMs, startedAt);
    const { fetched, trial } = done.value;
    const proved = trial && { validators: trial.validators, moreRequests: trial.requests };
    leave = await leaveAfter(context, { url, manners, fetched, ...proved });
    if (trial?.validators.lied) await lookAgainAfterLie(context, host.id);
    return done.value;
  } finally {
    // After a fault a request may have been sent until just now: a gap from when the turn began would be over too soon.
    const { freeAt, turn } = leave ?? { freeAt: clock.now() + gapMs, turn: undefined };
    await store.writer.releaseHost(host.id, context.owner, freeAt, turn);
  }
}

/** Null when the host is another worker's by now. */
async function learnRobots(
  { gate, settings }: Pick<EngineContext, "gate" | "settings">,
  host: HeldHost,
  url: string,
): Promise<FetchResult | null> {
  const given = await gate.hold(url, holdingOf(host, settings));
  if (given && "advice" in given) return null;
  const fetched = await gate.learn(url, undefined, given);
  return !fetched.ok && fetched.failure.code === TURN_OVER ? null : fetched;
}

const TURN_OVER = "turn-over";

const holdingOf = (host: HeldHost, { gapMs }: Pick<EngineContext["settings"], "gapMs">): Holding => ({
  leased: host.key,
  gapMs,
  manners: host.manners,
  host,
});

/** A task that could not be recorded, or has a fault, is put off: its row is as it was, and would be due again at once. */
async function perform(
  context: EngineContext,
  kind: TaskKind<DueTask>,
  task: DueTask,
  host: HeldHost,
): Promise<Result<TaskDone | null>> {
  const { clock, settings, log } = context;
  const putOff = () => kind.putOff(context, task, clock.now() + FAULT_PAUSE_MS);
  try {
    const done = await kind.perform(context, task, holdingOf(host, settings));
    if (!done.ok && done.failure.code === TURN_OVER) {
      // It is due as before, for whoever has the host next.
      log.info({ url: kind.addressOf(task), failure: done.failure }, "the turn was over");
    } else if (!done.ok) {
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
  host: HeldHost,
  { event }: TaskDone,
  lateMs: number,
  startedAt: number,
): Promise<void> {
  meter?.turn(event, lateMs);
  await outlooks.note(host.id, lateMs, startedAt);
}
