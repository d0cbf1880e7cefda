import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from "kysely";
import pg from "pg";
import type { Tables } from "#store/schema";
import type { Address } from "./address.ts";
import { translated } from "./failure.ts";

export interface Connections {
  readonly db: Kysely<Tables>;
  close(): Promise<void>;
}

/** Opening a connection, or waiting for a free one, on a server that is very busy. */
const CONNECT_MS = 30_000;
/** Statements that a connection keeps prepared; the store has some hundred, lists of values come in several lengths. */
const MAX_PREPARED = 300;
/** Begins a statement whose best plan depends on what is asked for: it is planned each time. */
export const PLANNED_EACH_TIME = "/* planned each time */";

/**
 * Numbers are safe integers everywhere: identifiers, epoch milliseconds, counts; sums of them come as `numeric`.
 * Bytes are plain arrays, as they come from the other database.
 */
const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.NUMERIC, Number],
  [pg.types.builtins.BYTEA, (text) => new Uint8Array(Buffer.from(text.slice(2), "hex"))],
]);

const types = {
  getTypeParser: ((oid: number, format: "text" | "binary") =>
    PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format as "text")) as typeof pg.types.getTypeParser,
};

export const clientConfig = (address: Address): pg.ClientConfig => ({
  connectionString: address.connectionString,
  application_name: "variorum",
  connectionTimeoutMillis: CONNECT_MS,
  keepAlive: true,
  types,
});

/**
 * A pool under Kysely.
 * @param setUp settings of each connection, as SQL
 */
export function openPool(address: Address, connections: number, setUp: string): Connections {
  const pool = new pg.Pool({ ...clientConfig(address), max: connections });
  // A broken connection leaves the pool by itself, and whoever used it is told by what they asked: there is no more to do.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const wrapped = new WeakMap<pg.PoolClient, Promise<PostgresPoolClient>>();
  const failing = (error: unknown): never => {
    throw translated(error, address.name);
  };
  const prepare = async (client: pg.PoolClient): Promise<PostgresPoolClient> => {
    await client.query(setUp);
    return preparing(client, failing);
  };
  const connect = async (): Promise<PostgresPoolClient> => {
    const client = await pool.connect().catch(failing);
    const ready = wrapped.get(client) ?? prepare(client);
    wrapped.set(client, ready);
    try {
      return await ready;
    } catch (error) {
      client.release(true);
      return failing(error);
    }
  };
  const facade = {
    connect,
    end: () => pool.end(),
    options: pool.options,
    Client: pg.Client,
  } as unknown as PostgresPool;
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: facade }) });
  return { db, close: () => pool.end() };
}

/** Prepares what is asked with parameters, under a name per statement, so that the server reads and plans it once. */
function preparing(client: pg.PoolClient, failing: (error: unknown) => never): PostgresPoolClient {
  const names = new Map<string, string>();
  const nameOf = (sql: string): string | undefined => {
    if (sql.startsWith(PLANNED_EACH_TIME)) return undefined;
    const known = names.get(sql);
    if (known !== undefined || names.size >= MAX_PREPARED) return known;
    const name = `v${names.size}`;
    names.set(sql, name);
    return name;
  };
  const query = (sql: string, parameters: readonly unknown[]) => {
    const name = parameters.length > 0 ? nameOf(sql) : undefined;
    const values = parameters.map(storable);
    return client.query(name === undefined ? { text: sql, values } : { name, text: sql, values }).catch(failing);
  };
  return { query, release: (broken?: boolean) => client.release(broken) } as unknown as PostgresPoolClient;
}

/** No text of PostgreSQL holds a NUL: what a hostile page or feed says with one is kept with U+FFFD in its place. */
const storable = (value: unknown): unknown =>
  typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "\uFFFD") : value;
