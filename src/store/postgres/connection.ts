import type pg from "pg";
import { PIPELINED_MARK } from "#store/pipelined";
import { isOutdated } from "./failure.ts";

/** Statements that a connection keeps prepared; the store has some hundred, lists of values come in several lengths. */
const MAX_PREPARED = 300;
/** Begins a statement whose best plan depends on what is asked for: it is planned each time. */
export const PLANNED_EACH_TIME = "/* planned each time */";

/** What the driver writes to; held back, several statements go to the server in one write. */
interface Held {
  cork(): void;
  uncork(): void;
}

const NOTHING = { command: "", rowCount: 0, rows: [] };

/**
 * A connection as Kysely uses it, over a client in pipeline mode. What is asked with parameters is prepared under a name per
 * statement, so that the server reads and plans it once. A statement that no one waits for is sent together with the next
 * one that someone waits for; the server runs them in the order in which they were sent.
 */
export class StoreConnection {
  readonly #client: pg.PoolClient;
  readonly #stream: Held;
  readonly #failing: (error: unknown) => never;
  readonly #names = new Map<string, string>();
  /** First failure, in this transaction, of a statement that no one waited for. */
  #failed: { readonly error: unknown } | null = null;
  #outdated = false;
  #holding = false;

  constructor(client: pg.PoolClient, failing: (error: unknown) => never) {
    this.#client = client;
    this.#stream = (client as unknown as { readonly connection: { readonly stream: Held } }).connection.stream;
    this.#failing = failing;
  }

  async query(sql: string, parameters: readonly unknown[]): Promise<unknown> {
    const isAwaited = !sql.startsWith("begin") && !sql.endsWith(PIPELINED_MARK);
    if (!isAwaited) this.#hold();
    const sent = this.#send(sql, parameters);
    if (!isAwaited) {
      sent.catch((error: unknown) => {
        this.#failed ??= { error };
      });
      return NOTHING;
    }
    this.#release();
    try {
      const result = await sent;
      // The server answers a commit of a transaction that failed with a rollback; the reason came before.
      if (sql === "commit" && this.#failed) throw this.#failed.error;
      return result;
    } catch (error) {
      // Of a transaction that failed every further statement fails too, which says less.
      const first = this.#failed?.error ?? error;
      this.#outdated ||= isOutdated(first);
      return this.#failing(first);
    } finally {
      if (sql === "commit" || sql === "rollback") this.#failed = null;
    }
  }

  release(broken?: boolean): void {
    this.#release();
    this.#client.release(broken || this.#outdated);
  }

  /** A transaction ends with a statement that is awaited, so that nothing is held back for good. */
  #hold(): void {
    if (!this.#holding) this.#stream.cork();
    this.#holding = true;
  }

  #release(): void {
    if (this.#holding) this.#stream.uncork();
    this.#holding = false;
  }

  #send(sql: string, parameters: readonly unknown[]): Promise<unknown> {
    const values = parameters.map(storable);
    const name = values.length > 0 ? this.#nameOf(sql) : undefined;
    return this.#client.query(name === undefined ? { text: sql, values } : { name, text: sql, values });
  }

  #nameOf(sql: string): string | undefined {
    if (sql.startsWith(PLANNED_EACH_TIME)) return undefined;
    const known = this.#names.get(sql);
    if (known !== undefined || this.#names.size >= MAX_PREPARED) return known;
    const name = `v${this.#names.size}`;
    this.#names.set(sql, name);
    return name;
  }
}

/** No text of PostgreSQL holds a NUL: what a hostile page or feed says with one is kept with U+FFFD in its place. */
const storable = (value: unknown): unknown =>
  typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "\uFFFD") : value;
