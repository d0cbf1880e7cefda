import { Chores } from "#engine/chores/chores";
import { CHORES } from "#engine/chores/list";
import type { DrivenClock } from "#lib/clock";
import { FailureError } from "#model/failure";
import type { EngineContext } from "./context.ts";
import type { CheckReport, DriveOptions, WorkOptions } from "./engine.ts";
import { IDLE_MS } from "./settings.ts";
import { Turns } from "./turns.ts";

/**
 * After a full disk, or while the database is away, the loop waits before it tries again, twice as long each time: a restart of
 * the database costs a second, and a disk that stays full for days no more than a try a minute.
 */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** Watches until the signal aborts; finishes the turns it began. */
export async function watch(context: EngineContext, options: WorkOptions): Promise<void> {
  let turns = new Turns(context, options);
  const chores = new Chores(context, CHORES);
  let pauseMs = FIRST_PAUSE_MS;
  while (!options.signal?.aborted) {
    try {
      chores.start(options.signal);
      await step(context, turns, options.signal);
      pauseMs = FIRST_PAUSE_MS;
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      context.log.error({ failure: error.failure, pauseMs }, "watching pauses");
      await turns.allDone();
      turns = new Turns(context, options);
      await context.clock.sleep(pauseMs, options.signal);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
  }
  await turns.allDone();
  await chores.settled();
}

async function step(context: EngineContext, turns: Turns, signal: AbortSignal | undefined): Promise<void> {
  const { clock, store } = context;
  const askedAt = clock.now();
  if ((await turns.fill()) > 0) return;
  const isFull = turns.busy >= context.settings.concurrency;
  const next = (isFull ? null : await store.reader.nextDueAt(clock.now())) ?? Number.POSITIVE_INFINITY;
  // It fell due between the two questions: no time has to pass before it can be done.
  if (next > askedAt && next <= clock.now()) return;
  await progressOrAlarm(context, turns, Math.min(Math.max(next - clock.now(), 1), IDLE_MS), signal);
}

/** Resolves when a turn ends, after `waitMs`, with the signal, or when something was made due, by whatever process. */
async function progressOrAlarm(
  { clock, store }: EngineContext,
  turns: Turns,
  waitMs: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const ended = new AbortController();
  const stopListening = store.onDue(() => ended.abort());
  const alarm = clock.sleep(waitMs, signal ? AbortSignal.any([signal, ended.signal]) : ended.signal);
  await (turns.busy > 0 ? turns.oneDone(alarm) : alarm);
  stopListening();
  ended.abort();
}

/** Does everything that is due, and what falls due meanwhile, waiting out politeness gaps, until nothing is. */
export async function checkDue(context: EngineContext, options: WorkOptions): Promise<CheckReport> {
  const { clock, store } = context;
  const turns = new Turns(context, options);
  try {
    while (!options.signal?.aborted) {
      if ((await turns.fill()) > 0) continue;
      if (turns.busy > 0) {
        await progressOrAlarm(context, turns, IDLE_MS, options.signal);
        continue;
      }
      if ((await store.reader.dueCount(clock.now())) === 0) break;
      const next = (await store.reader.nextDueAt(clock.now())) ?? clock.now();
      await clock.sleep(Math.min(Math.max(next - clock.now(), 1), IDLE_MS), options.signal);
    }
  } finally {
    // Also after a fault of the store: the caller closes it next, and no turn may still use it then.
    await turns.allDone();
  }
  await new Chores(context, CHORES).doDue(options.signal);
  return turns.report;
}

/** Simulates: moves the clock from due instant to due instant up to `until`, doing the work on the way. */
export async function driveTo(
  context: EngineContext,
  clock: DrivenClock,
  until: number,
  options: DriveOptions,
): Promise<CheckReport> {
  const turns = new Turns(context, options);
  const chores = new Chores(context, CHORES);
  while (!options.signal?.aborted) {
    await chores.doDue(options.signal);
    await options.world?.happen();
    if ((await turns.fill()) > 0 && turns.busy < context.settings.concurrency) continue;
    if (turns.busy > 0) {
      await someProgress(turns, clock);
      continue;
    }
    const instants = [await context.store.reader.nextDueAt(clock.now()), options.world?.nextAt()];
    const next = Math.min(...instants.map((at) => at ?? Number.POSITIVE_INFINITY));
    if (next > until) break;
    clock.advanceTo(Math.max(next, clock.now()));
  }
  await turns.allDone();
  clock.advanceTo(until);
  return turns.report;
}

/** Waits for a turn to end; when all that are left wait for the clock, moves it to the first of them. */
async function someProgress(turns: Turns, clock: DrivenClock): Promise<void> {
  const before = turns.busy;
  while (turns.busy === before) {
    if (clock.asleep >= before) clock.wakeNext();
    await new Promise<void>((resolve) => {
      const stopListening = clock.onSleep(resolve);
      turns.oneDone().then(() => {
        stopListening();
        resolve();
      });
    });
  }
}
