import type { EngineContext } from "#engine/context";
import { HOUR_MS } from "#lib/clock";
import { FailureError } from "#model/failure";
import type { Chore } from "./chore.ts";

/** A worker that dies at a chore is waited for that long before another takes it over. */
const CHORE_LEASE_MS = HOUR_MS;
/** After a failure. */
const RETRY_MS = HOUR_MS;

/** Does the chores as they fall due, one after the other; among many workers each is done by one. */
export class Chores {
  readonly #context: EngineContext;
  readonly #chores: readonly Chore[];
  /** No chore is due before; what other workers did meanwhile only makes it later. */
  #nextAt: number | null = null;
  #running: Promise<void> | null = null;
  #fault: unknown = null;

  constructor(context: EngineContext, chores: readonly Chore[]) {
    this.#context = context;
    this.#chores = chores;
  }

  /** Does what is due, while the caller goes on; asking again meanwhile is no harm. Throws what went wrong last time. */
  start(): void {
    const fault = this.#fault;
    this.#fault = null;
    if (fault) throw fault;
    this.#running ??= this.doDue()
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

  async doDue(): Promise<void> {
    const { clock, store } = this.#context;
    if (this.#nextAt === null) {
      for (const chore of this.#chores) await store.writer.ensureChore(chore.name, chore.nextAt(clock.now()));
    }
    if (this.#nextAt !== null && clock.now() < this.#nextAt) return;
    for (const chore of this.#chores) await this.#doWhenDue(chore);
    const due = (await store.reader.jobs()).map(({ dueAt }) => dueAt);
    // One that is due is in another worker's hands: asked for again when that one may have died.
    this.#nextAt = Math.min(...due.map((at) => (at <= clock.now() ? clock.now() + CHORE_LEASE_MS : at)));
  }

  async #doWhenDue(chore: Chore): Promise<void> {
    const { clock, store, owner, log } = this.#context;
    if (!(await store.writer.leaseChore(chore.name, owner, clock.now(), CHORE_LEASE_MS))) return;
    const error = await this.#attempt(chore);
    const doneAt = clock.now();
    if (error !== null) log.error({ chore: chore.name, error }, "a chore failed; it is tried again in an hour");
    const dueAt = error === null ? chore.nextAt(doneAt) : doneAt + RETRY_MS;
    await store.writer.finishChore(chore.name, owner, { doneAt, dueAt, error });
  }

  /** What went wrong, in words; null when nothing did. */
  async #attempt(chore: Chore): Promise<string | null> {
    try {
      await chore.run(this.#context);
      return null;
    } catch (error) {
      if (error instanceof FailureError) return error.message;
      this.#context.log.error({ err: error }, `the chore ${chore.name} has a fault`);
      return error instanceof Error ? error.message : String(error);
    }
  }
}
