import { systemClock } from "#lib/clock";
import type { Db, Trx } from "#store/schema";
import type { TransactionOptions, Transactions } from "#store/transactions";
import { isContention } from "./failure.ts";

/** Tries of a transaction that others are in the way of; each waits longer than the one before. */
const MOST_TRIES = 8;
const FIRST_WAIT_MS = 4;

/**
 * Each write is a transaction of its own, at READ COMMITTED with row locks in a fixed order (see `Dialect`). Where two
 * meet all the same, one of them is done again from the start: a work decides nothing outside its transaction.
 */
export class PostgresTransactions implements Transactions {
  readonly #db: Db;
  readonly #quick: Db;
  readonly #running = new Set<Promise<unknown>>();

  constructor({ db, quick }: { readonly db: Db; readonly quick: Db }) {
    this.#db = db;
    this.#quick = quick;
  }

  /**
   * A server that is killed forgets what it had not yet written to its log, so that only what may die with it is not waited
   * for. A statement outside of a transaction is one.
   */
  transaction<T>(
    work: (trx: Trx) => Promise<T>,
    { durability = "power", oneStatement = false }: TransactionOptions = {},
  ): Promise<T> {
    const db = durability === "process" ? this.#quick : this.#db;
    return this.follow(again(() => (oneStatement ? work(db as Trx) : db.transaction().execute(work))));
  }

  /** Resolves when nothing runs any more. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }

  /** Counts something else among what `settled` waits for. */
  follow<T>(running: Promise<T>): Promise<T> {
    this.#running.add(running);
    const forget = () => void this.#running.delete(running);
    running.then(forget, forget);
    return running;
  }
}

async function again<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await transaction();
    } catch (error) {
      if (!isContention(error) || tried >= MOST_TRIES) throw error;
      // The random part keeps two that met from meeting again.
      await systemClock.sleep(FIRST_WAIT_MS * 2 ** (tried - 1) * (0.5 + Math.random()));
    }
  }
}
