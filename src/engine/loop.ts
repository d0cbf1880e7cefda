import { Chores } from "#engine/chores/chores";
import { CHORES } from "#engine/chores/list";
import type { DrivenClock } from "#lib/clock";
import { FailureError } from "#model/failure";
import { Crew } from "./crew.ts";
import type { CheckReport, DriveOptions, WorkOptions } from "./engine.ts";
import { IDLE_MS } from "./settings.ts";
import type { Shop } from "./shop.ts";

/**
 * After a full disk, or while the database is away, the loop waits before it tries again, twice as long each time: a restart of
 * the database costs a second, and a disk that stays full for days no more than a try a minute.
 */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** Watches until the signal aborts; finishes the turns it began. */
export async function watch(shop: Shop, options: WorkOptions): Promise<void> {
  let crew = new Crew(shop, options);
  const chores = new Chores(shop, CHORES);
  let pauseMs = FIRST_PAUSE_MS;
  while (!options.signal?.aborted) {
    try {
      chores.start();
      await step(shop, crew, options.signal);
      pauseMs = FIRST_PAUSE_MS;
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      shop.log.error({ failure: error.failure, pauseMs }, "watching pauses");
      await crew.allDone();
      crew = new Crew(shop, options);
      await shop.clock.sleep(pauseMs, options.signal);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
  }
  await crew.allDone();
  await chores.settled();
}

async function step(shop: Shop, crew: Crew, signal: AbortSignal | undefined): Promise<void> {
  const { clock, store } = shop;
  if ((await crew.fill()) > 0) return;
  const isFull = crew.busy >= shop.settings.concurrency;
  const next = (isFull ? null : await store.reader.nextDueAt(clock.now())) ?? Number.POSITIVE_INFINITY;
  await progressOrAlarm(shop, crew, Math.min(Math.max(next - clock.now(), 1), IDLE_MS), signal);
}

/** Resolves when a turn ends, after `waitMs`, with the signal, or when something was made due, by whatever process. */
async function progressOrAlarm(
  { clock, store }: Shop,
  crew: Crew,
  waitMs: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const ended = new AbortController();
  const stopListening = store.onDue(() => ended.abort());
  const alarm = clock.sleep(waitMs, signal ? AbortSignal.any([signal, ended.signal]) : ended.signal);
  await (crew.busy > 0 ? crew.oneDone(alarm) : alarm);
  stopListening();
  ended.abort();
}

/** Does everything that is due, and what falls due meanwhile, waiting out politeness gaps, until nothing is. */
export async function checkDue(shop: Shop, options: WorkOptions): Promise<CheckReport> {
  const { clock, store } = shop;
  const crew = new Crew(shop, options);
  try {
    while (!options.signal?.aborted) {
      if ((await crew.fill()) > 0) continue;
      if (crew.busy > 0) {
        await progressOrAlarm(shop, crew, IDLE_MS, options.signal);
        continue;
      }
      if ((await store.reader.dueCount(clock.now())) === 0) break;
      const next = (await store.reader.nextDueAt(clock.now())) ?? clock.now();
      await clock.sleep(Math.min(Math.max(next - clock.now(), 1), IDLE_MS), options.signal);
    }
  } finally {
    // Also after a fault of the store: the caller closes it next, under nobody's feet.
    await crew.allDone();
  }
  await new Chores(shop, CHORES).doDue();
  return crew.report;
}

/** Simulates: moves the clock from due instant to due instant up to `until`, doing the work on the way. */
export async function driveTo(
  shop: Shop,
  clock: DrivenClock,
  until: number,
  options: DriveOptions,
): Promise<CheckReport> {
  const crew = new Crew(shop, options);
  const chores = new Chores(shop, CHORES);
  while (!options.signal?.aborted) {
    await chores.doDue();
    await options.world?.happen();
    if ((await crew.fill()) > 0 && crew.busy < shop.settings.concurrency) continue;
    if (crew.busy > 0) {
      await someProgress(crew, clock);
      continue;
    }
    const instants = [await shop.store.reader.nextDueAt(clock.now()), options.world?.nextAt()];
    const next = Math.min(...instants.map((at) => at ?? Number.POSITIVE_INFINITY));
    if (next > until) break;
    clock.advanceTo(Math.max(next, clock.now()));
  }
  await crew.allDone();
  clock.advanceTo(until);
  return crew.report;
}

/** Waits for a turn to end; when all that are left wait for the clock, moves it to the first of them. */
async function someProgress(crew: Crew, clock: DrivenClock): Promise<void> {
  const before = crew.busy;
  while (crew.busy === before) {
    if (clock.asleep >= before) clock.wakeNext();
    await new Promise<void>((resolve) => {
      const stopListening = clock.onSleep(resolve);
      crew.oneDone().then(() => {
        stopListening();
        resolve();
      });
    });
  }
}
