import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from "kysely";
import pg from "pg";
import type { Tables } from "#store/schema";
import type { Address } from "./address.ts";
import { StoreConnection } from "./connection.ts";
import { translated } from "./failure.ts";
import { QuickDialect } from "./quick-dialect.ts";

export interface Connections {
  readonly db: Kysely<Tables>;
  /** The same connections; what is committed does not wait for the disk. */
  readonly quick: Kysely<Tables>;
  close(): Promise<void>;
}

/** Opening a connection, or waiting for a free one, on a server that is very busy. */
const CONNECT_MS = 30_000;
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
 * @param onError sees each failure before it is thrown
 */
export function openPool(
  address: Address,
  connections: number,
  setUp: string,
  onError: (error: unknown) => void = () => {},
): Connections {
  const pool = new pg.Pool({ ...clientConfig(address), max: connections, pipeline: true } as pg.PoolConfig);
  // A broken connection leaves the pool by itself, and the statement that used it fails: there is nothing more to do.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const wrapped = new WeakMap<pg.PoolClient, Promise<PostgresPoolClient>>();
  const failing = (error: unknown): never => {
    const said = translated(error, address.name);
    onError(said);
    throw said;
  };
  const prepare = async (client: pg.PoolClient): Promise<PostgresPoolClient> => {
    await client.query(setUp);
    return new StoreConnection(client, failing) as unknown as PostgresPoolClient;
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
  return {
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: facade }) }),
    quick: new Kysely<Tables>({ dialect: new QuickDialect(facade) }),
    close: () => pool.end(),
  };
}
