import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import { systemClock } from "#lib/clock";
import { Lru } from "#lib/lru";
import { isBusy, translated } from "./failure.ts";

/** How long a write waits for another process. Our own transactions take milliseconds; only a backup tool holds on longer. */
export const LOCK_WAIT_MS = 10_000;
/** Waits between tries, the last one repeated: SQLite's own ladder, but without blocking the event loop. */
const LOCK_RETRY_MS = [1, 2, 5, 10, 15, 20, 25, 50] as const;
/** Compiled statements kept; the store has about eighty, those with lists of values come in several lengths. */
const MAX_STATEMENTS = 300;

/**
 * Kysely over one node:sqlite connection. Kysely hands the connection to one transaction at a time, so that two async
 * callers never meet inside one; transactions begin IMMEDIATE, so that two processes never deadlock halfway.
 */
export class NodeSqliteDialect implements Dialect {
  readonly #database: DatabaseSync;
  readonly #lockWaitMs: number;

  readonly #onError: (error: unknown) => void;

  /** @param onError is called with the error of each statement that failed, translated */
  constructor(database: DatabaseSync, lockWaitMs: number, onError: (error: unknown) => void = () => {}) {
    this.#database = database;
    this.#lockWaitMs = lockWaitMs;
    this.#onError = onError;
  }

  createDriver = (): Driver => new NodeSqliteDriver(this.#database, this.#lockWaitMs, this.#onError);
  createQueryCompiler = () => new SqliteQueryCompiler();
  createAdapter = () => new TransactionalAdapter();
  createIntrospector: Dialect["createIntrospector"] = (db) => new SqliteIntrospector(db);
}

/** SQLite's DDL is transactional: a migration that fails leaves nothing behind. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class NodeSqliteDriver implements Driver {
  readonly #database: DatabaseSync;
  readonly #connection: NodeSqliteConnection;
  readonly #lockWaitMs: number;

  constructor(database: DatabaseSync, lockWaitMs: number, onError: (error: unknown) => void) {
    this.#database = database;
    this.#connection = new NodeSqliteConnection(database, onError);
    this.#lockWaitMs = lockWaitMs;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  async beginTransaction(): Promise<void> {
    let waitedMs = 0;
    for (let attempt = 0; ; attempt++) {
      try {
        return this.#database.exec("begin immediate");
      } catch (error) {
        if (!isBusy(error) || waitedMs >= this.#lockWaitMs) throw translated(error);
        const waitMs = LOCK_RETRY_MS[Math.min(attempt, LOCK_RETRY_MS.length - 1)]!;
        await systemClock.sleep(waitMs);
        waitedMs += waitMs;
      }
    }
  }

  async commitTransaction(): Promise<void> {
    this.#exec("commit");
  }

  async rollbackTransaction(): Promise<void> {
    // A full disk or an I/O error makes SQLite roll back by itself; a second one would hide the first error.
    if (this.#database.isTransaction) this.#exec("rollback");
  }

  async releaseConnection(): Promise<void> {}

  /** Whoever opened the connection closes it: Kysely does not get here when it was never used. */
  async destroy(): Promise<void> {}

  #exec(sql: string): void {
    try {
      this.#database.exec(sql);
    } catch (error) {
      throw translated(error);
    }
  }
}

interface Prepared {
  readonly statement: StatementSync;
  readonly returnsRows: boolean;
}

class NodeSqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #prepared = new Lru<string, Prepared>(MAX_STATEMENTS);

  readonly #onError: (error: unknown) => void;

  constructor(database: DatabaseSync, onError: (error: unknown) => void) {
    this.#database = database;
    this.#onError = onError;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const parameters = query.parameters as readonly SQLInputValue[];
    try {
      const { statement, returnsRows } = this.#prepare(query.sql);
      if (returnsRows) return { rows: statement.all(...parameters) as R[] };
      const { changes, lastInsertRowid } = statement.run(...parameters);
      return { insertId: BigInt(lastInsertRowid), numAffectedRows: BigInt(changes), rows: [] };
    } catch (thrown) {
      const error = translated(thrown);
      this.#onError(error);
      throw error;
    }
  }

  // biome-ignore lint/correctness/useYield: lists are paged by key everywhere, so that nothing holds a read open.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("The SQLite store does not stream: page by key instead.");
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    const prepared = { statement, returnsRows: statement.columns().length > 0 };
    this.#prepared.set(sql, prepared);
    return prepared;
  }
}
