import { after } from "node:test";
import pg from "pg";
import { openPostgres, type PostgresOptions } from "#store/postgres/open";
import type { Store } from "#store/store";
import { type Cluster, startCluster } from "../../../scripts/postgres.ts";

/** Address of a server that the whole test run shares; absent when a file is run by itself. See scripts/test.ts. */
const SHARED = "TEST_POSTGRES_SERVER";
const TEMPLATE = "variorum_template";

export interface TestServer {
  /** Address of a database of this server. */
  url(database: string): Promise<string>;
  /** Makes an empty database and returns its address. */
  emptyDatabase(): Promise<string>;
  /** A database with all tables, which goes when its store is closed. */
  freshStore(options?: PostgresOptions): Promise<Store>;
  /** Address of such a database; the caller drops it, or leaves it to the end of the server. */
  freshDatabase(): Promise<string>;
}

/** The server of this test file: the shared one, or one of its own that ends with the file. */
export function testServer(): TestServer {
  let own: Cluster | null = null;
  let control: Promise<pg.Client> | null = null;
  let made = 0;
  const connect = async (): Promise<pg.Client> => {
    const shared = process.env[SHARED];
    if (shared === undefined) own = await startCluster({ durable: false });
    const client = new pg.Client({ connectionString: url("postgres") });
    await client.connect();
    return client;
  };
  const url = (database: string): string =>
    own ? own.url(database) : process.env[SHARED]!.replace("/postgres?", `/${database}?`);
  const run = async (sql: string): Promise<void> => {
    control ??= connect();
    await (await control).query(sql);
  };
  let version: Promise<number> | null = null;
  const serverVersion = (): Promise<number> => {
    version ??= (async () => {
      const { rows } = await (await control!).query("select current_setting('server_version_num')::int / 10000 as n");
      return rows[0].n as number;
    })();
    return version;
  };
  const nextName = (): string => `t_${process.pid}_${made++}`;
  let template: Promise<string> | null = null;
  const makeTemplate = async (): Promise<string> => {
    const name = `${TEMPLATE}_${process.pid}`;
    await run(`create database ${name}`);
    await (await openPostgres(url(name))).close();
    return name;
  };
  const freshNamed = async (): Promise<string> => {
    template ??= makeTemplate();
    const name = nextName();
    // Copying files, as servers before 15 always do, beats copying through the log for a database that is nearly empty.
    const strategy = (await serverVersion()) >= 15 ? "strategy file_copy" : "";
    await run(`create database ${name} template ${await template} ${strategy}`);
    return name;
  };
  after(async () => {
    if (!control) return;
    if (!own && template) await run(`drop database ${await template}`);
    await (await control).end();
    await own?.stop();
  });
  return {
    url: async (database) => {
      await run("select 1");
      return url(database);
    },
    emptyDatabase: async () => {
      const name = nextName();
      await run(`create database ${name}`);
      return url(name);
    },
    freshDatabase: async () => url(await freshNamed()),
    freshStore: async (options = { connections: 4 }) => {
      const name = await freshNamed();
      const store = await openPostgres(url(name), options);
      const close = async () => {
        await store.close();
        await run(`drop database if exists ${name}`);
      };
      return { ...store, close };
    },
  };
}
