import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { type Cluster, startCluster } from "../../scripts/postgres.ts";

/** As test/store/postgres/server.ts names the databases of tests. */
const LEFT_BY_TESTS = String.raw`datname like 't\_%' or datname like 'variorum\_template\_%'`;

export function usesPostgres(root: string, test: string): boolean {
  return test.includes("store/postgres/") || readFileSync(join(root, test), "utf8").includes("postgres/server.ts");
}

export interface Databases {
  /** What the tests need to find the server, which starts when it is first asked for. */
  env(): Promise<Readonly<Record<string, string>>>;
  /** Drops what a test left that was ended at its first failure. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

/** One server of PostgreSQL for all runs: starting it takes longer than most tests. */
export function databases(): Databases {
  let cluster: Promise<Cluster> | null = null;
  const server = () => {
    cluster ??= startCluster({ durable: false });
    return cluster;
  };
  return {
    env: async () => ({ TEST_POSTGRES_SERVER: (await server()).url("postgres") }),
    sweep: async () => {
      const client = new pg.Client({ connectionString: (await server()).url("postgres") });
      await client.connect();
      const { rows } = await client.query<{ datname: string }>(
        `select datname from pg_database where ${LEFT_BY_TESTS}`,
      );
      for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
      await client.end();
    },
    stop: async () => (await cluster)?.stop(),
  };
}
