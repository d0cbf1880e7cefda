import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { startCluster } from "../../scripts/postgres.ts";
import { serverCpuMs } from "../store/databases.ts";

/** A database of the bench, with a view from outside at what its workers do. */
export interface WatchedDatabase {
  readonly name: string;
  /** File or address, for `openStore`. */
  readonly place: string;
  /** Statements of the bench itself, one after the other. */
  run(statements: readonly string[]): Promise<void>;
  rows<T>(sql: string): Promise<readonly T[]>;
  /** What the database does with its tables when it has time, or is told to: counts, and cleans up. */
  tidy(): Promise<void>;
  bytes(): Promise<number>;
  /** CPU time of the server so far; 0 where there is none. */
  serverCpuMs(): number;
  remove(): Promise<void>;
}

export type Kind = "sqlite" | "postgres";

export const openDatabase = (kind: Kind): Promise<WatchedDatabase> => (kind === "sqlite" ? sqlite() : postgres());

async function sqlite(): Promise<WatchedDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "variorum-watch-"));
  const file = join(folder, "variorum.db");
  let reading: DatabaseSync | null = null;
  const within = <T>(work: (db: DatabaseSync) => T): T => {
    const db = new DatabaseSync(file, { timeout: 30_000 });
    try {
      return work(db);
    } finally {
      db.close();
    }
  };
  return {
    name: `SQLite ${process.versions["sqlite"]}`,
    place: file,
    run: async (statements) =>
      within((db) => {
        for (const statement of ["pragma cache_size = -500000", "pragma temp_store = memory", ...statements])
          db.exec(statement);
      }),
    rows: async <T>(sql: string) => {
      reading ??= new DatabaseSync(file, { readOnly: true, timeout: 30_000 });
      return reading.prepare(sql).all() as T[];
    },
    tidy: async () => within((db) => db.exec("pragma wal_checkpoint(truncate)")),
    bytes: async () => statSync(file).size,
    serverCpuMs: () => 0,
    remove: async () => {
      reading?.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A server of its own on this machine, as it is installed but for its folder: every commit is on the disk. */
async function postgres(): Promise<WatchedDatabase> {
  const cluster = await startCluster({ durable: true });
  const url = cluster.url("postgres");
  const control = new pg.Client({ connectionString: url });
  await control.connect();
  const rows = async <T>(sql: string) => (await control.query(sql)).rows as readonly T[];
  const [version] = await rows<{ version: string }>("select current_setting('server_version') as version");
  return {
    name: `PostgreSQL ${version!.version.split(" ")[0]}`,
    place: url,
    run: async (statements) => {
      for (const statement of statements) await control.query(statement);
    },
    rows,
    tidy: async () => void (await control.query("vacuum analyze")),
    bytes: async () => Number((await rows<{ n: string }>("select pg_database_size(current_database()) as n"))[0]!.n),
    serverCpuMs: () => serverCpuMs(cluster.pid()),
    remove: async () => {
      await control.end();
      await cluster.stop();
    },
  };
}
