import type { DatabaseSync } from "node:sqlite";
import { setImmediate as loopTurn } from "node:timers/promises";
import { sql } from "kysely";
import type { Db, Trx } from "#store/schema";
import type { TransactionOptions, Transactions } from "#store/transactions";

/** Writes that share one commit at most: bounds how long the process is busy with them, some 50 ms. */
const MAX_BATCH = 50;

interface QueuedWrite {
  readonly work: (trx: Trx) => Promise<unknown>;
  readonly durable: boolean;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * With `synchronous=full` every commit waits for the disk, 0.1 ms on a good one, 5 ms on a busy one, and node:sqlite blocks
 * the process meanwhile. So writes that are wanted at the same time share a commit: each is a savepoint, whole or absent by
 * itself, and is reported as done when the commit they share is on the disk. Leases alone do not wait for the disk at all.
 */
export class SqliteTransactions implements Transactions {
  readonly #db: Db;
  readonly #database: DatabaseSync;
  #waiting: QueuedWrite[] = [];
  #draining: Promise<void> | null = null;

  constructor(db: Db, database: DatabaseSync) {
    this.#db = db;
    this.#database = database;
  }

  /** Without a server there is nothing to outlive but the process, or the machine. */
  transaction<T>(work: (trx: Trx) => Promise<T>, { durability = "power" }: TransactionOptions = {}): Promise<T> {
    return this.#enqueue(work, durability === "power");
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    while (this.#draining) await this.#draining;
  }

  #enqueue<T>(work: (trx: Trx) => Promise<T>, durable: boolean): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, durable, resolve: resolve as (value: unknown) => void, reject });
      this.#draining ??= this.#drain();
    });
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      // One turn of the event loop, in which everyone whose input is there already gets to ask for a write.
      await loopTurn();
      await this.#commit(this.#waiting.splice(0, MAX_BATCH));
    }
    this.#draining = null;
  }

  async #commit(jobs: readonly QueuedWrite[]): Promise<void> {
    const done: (() => void)[] = [];
    try {
      this.#database.exec(`pragma synchronous = ${jobs.some((job) => job.durable) ? "full" : "normal"}`);
      await this.#db.transaction().execute(async (trx) => {
        for (const job of jobs) done.push(await (jobs.length === 1 ? alone(trx, job) : this.#perform(trx, job)));
      });
    } catch (error) {
      // A full disk or a locked database undoes all of them.
      for (const job of jobs) job.reject(error);
      return;
    }
    for (const tell of done) tell();
  }

  /** Does one write of several; one that fails leaves the others alone. Returns how to tell its caller, after the commit. */
  async #perform(trx: Trx, job: QueuedWrite): Promise<() => void> {
    await sql`savepoint job`.execute(trx);
    try {
      const value = await job.work(trx);
      await sql`release job`.execute(trx);
      return () => job.resolve(value);
    } catch (error) {
      if (!this.#database.isTransaction) throw error;
      await sql`rollback to job`.execute(trx);
      await sql`release job`.execute(trx);
      return () => job.reject(error);
    }
  }
}

/** The only write of a transaction: when it fails, the transaction does. */
async function alone(trx: Trx, job: QueuedWrite): Promise<() => void> {
  const value = await job.work(trx);
  return () => job.resolve(value);
}
