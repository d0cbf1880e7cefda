import type { EngineContext } from "#engine/context";
import { HOUR_MS, MINUTE_MS } from "#lib/clock";
import { FailureError } from "#model/failure";
import type { ChoreId } from "#store/reader";
import type { Chore, ChoreContext } from "./chore.ts";

/** A worker that dies at a chore is waited for that long before another takes it over. */
const CHORE_LEASE_MS = HOUR_MS;
/** After a failure. */
const RETRY_MS = HOUR_MS;
/** A key that another process asked for is noticed within this time; chores come by the hour and the day. */
const LOOK_UP_MS = MINUTE_MS;

/** Does the chores as they fall due, one after the other; among many workers each is done by one. */
export class Chores {
  readonly #context: ChoreContext & Pick<EngineContext, "owner">;
  readonly #chores: ReadonlyMap<string, Chore>;
  /** No chore is due before, as far as was known at the last look. */
  #nextAt: number | null = null;
  #running: Promise<void> | null = null;
  #fault: unknown = null;

  constructor(context: ChoreContext & Pick<EngineContext, "owner">, chores: readonly Chore[]) {
    this.#context = context;
    this.#chores = new Map(chores.map((chore) => [chore.name, chore]));
  }

  /** Does what is due, while the caller goes on; asking again meanwhile is no harm. Throws what went wrong last time. */
  start(signal?: AbortSignal): void {
    const fault = this.#fault;
    this.#fault = null;
    if (fault) throw fault;
    this.#running ??= this.doDue(signal)
      .catch((error) => {
        this.#fault = error;
      })
      .finally(() => {
        this.#running = null;
      });
  }

  /** Resolves when nothing that was started is still being done. */
  async settled(): Promise<void> {
    await this.#running;
  }

  /** The signal ends it after the chore under way. */
  async doDue(signal?: AbortSignal): Promise<void> {
    const { clock, store, owner } = this.#context;
    if (this.#nextAt === null) await this.#makeKnown();
    else if (this.#isEarly(this.#nextAt)) return;
    await this.#hasten();
    const names = [...this.#chores.keys()];
    while (!signal?.aborted) {
      const leased = await store.writer.leaseChore(names, owner, clock.now(), CHORE_LEASE_MS);
      if (!leased) break;
      await this.#do(this.#chores.get(leased.name)!, leased, signal);
    }
    const next = (await store.reader.nextChoreAt(names)) ?? Number.POSITIVE_INFINITY;
    this.#nextAt = Math.min(next, clock.now() + LOOK_UP_MS);
  }

  /** Not if the clock has gone back: what was known at the last look was known of another time. */
  #isEarly(nextAt: number): boolean {
    const now = this.#context.clock.now();
    return now < nextAt && nextAt <= now + LOOK_UP_MS;
  }

  /** A look or a closing with the clock far ahead must not put off all that come after it. */
  async #hasten(): Promise<void> {
    const { clock, store } = this.#context;
    const now = clock.now();
    for (const { name, isKeyed, nextAt } of this.#chores.values())
      if (!isKeyed)
        await store.writer.hastenChore(
          { name, key: "" },
          Math.max(nextAt(now, ""), now + RETRY_MS),
          now + CHORE_LEASE_MS,
        );
  }

  async #makeKnown(): Promise<void> {
    const { clock, store } = this.#context;
    for (const { name, isKeyed, isUrgent, nextAt } of this.#chores.values())
      if (!isKeyed) await store.writer.ensureChore({ name, key: "" }, isUrgent ? clock.now() : nextAt(clock.now(), ""));
  }

  async #do(chore: Chore, id: ChoreId, signal?: AbortSignal): Promise<void> {
    const { clock, store, owner, log } = this.#context;
    const done = await this.#attempt(chore, id, signal);
    const doneAt = clock.now();
    const { error } = done;
    if (error !== null)
      log.error({ chore: id.name, key: id.key, error }, "a chore failed; it is tried again in an hour");
    const nextAt = done.end === "over" ? null : done.end === "more" ? doneAt : chore.nextAt(doneAt, id.key);
    await store.writer.finishChore(id, owner, { doneAt, dueAt: error === null ? nextAt : doneAt + RETRY_MS, error });
  }

  /** What went wrong, in words; null when nothing did. */
  async #attempt(
    chore: Chore,
    { key }: ChoreId,
    signal?: AbortSignal,
  ): Promise<{ readonly error: string | null; readonly end?: Awaited<ReturnType<Chore["run"]>> }> {
    try {
      return { error: null, end: await chore.run(this.#context, key, signal) };
    } catch (error) {
      if (error instanceof FailureError) return { error: error.message };
      this.#context.log.error({ err: error }, `the chore ${chore.name} has a fault`);
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }
}
