import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from "node:sqlite";
import pg from "pg";
import { startCluster } from "../../scripts/postgres.ts";
import { serverCpuMs } from "../store/databases.ts";
import { withoutWordIndexes, wordIndexes } from "./word-indexes.ts";

/** What statements of SQLite may call; PostgreSQL has a language of its own for that. */
export type SqliteFunctions = Readonly<Record<string, (...values: SQLOutputValue[]) => SQLInputValue>>;

/** Gets how many of the statements are done. */
type Progress = (done: number, all: number) => void;

/** A database of the bench, with a view from outside at what its workers do. */
export interface WatchedDatabase {
  readonly name: string;
  /** File or address, for `openStore`. */
  readonly place: string;
  /** Statements that fill an empty database, one after the other: nothing has to outlive a power cut, references are not checked. */
  load(statements: readonly string[], functions?: SqliteFunctions, progress?: Progress): Promise<void>;
  rows<T>(sql: string): Promise<readonly T[]>;
  /** What the database does with its tables when it has time, or on request: counts, and cleans up. */
  tidy(): Promise<void>;
  /** What the database put off of the writes so far: words of new paragraphs that are not in their index yet. */
  catchUp(): Promise<void>;
  bytes(): Promise<number>;
  /** CPU time of the server so far; 0 where there is none. */
  serverCpuMs(): number;
  remove(): Promise<void>;
}

/** Two gigabytes of cache: what is inserted at random places stays in memory. No log, which would be written a second time. */
const SQLITE_LOADS = [
  "pragma cache_size = -2000000",
  "pragma temp_store = memory",
  "pragma foreign_keys = off",
  "pragma synchronous = off",
  "pragma journal_mode = off",
];
/** Of the server, and of this connection alone, whose inserts run no triggers: those check the references. */
const POSTGRES_LOADS = [
  "alter system set fsync = off",
  "alter system set full_page_writes = off",
  "alter system set max_wal_size = '8GB'",
  "set session_replication_role = replica",
  "set maintenance_work_mem = '1GB'",
];
const POSTGRES_LOADED = ["alter system reset all", "reset session_replication_role", "reset maintenance_work_mem"];
const RELOAD = "select pg_reload_conf()";

export type Kind = "sqlite" | "postgres";

/** `keptIn`: a folder that outlives the run; without it the database is empty at first and gone at the end. */
export const openDatabase = (kind: Kind, keptIn?: string): Promise<WatchedDatabase> =>
  kind === "sqlite" ? sqlite(keptIn) : postgres(keptIn);

async function sqlite(keptIn?: string): Promise<WatchedDatabase> {
  const folder = keptIn ?? mkdtempSync(join(tmpdir(), "variorum-watch-"));
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
    load: async (statements, functions = {}, progress = () => {}) =>
      within((db) => {
        for (const [name, work] of Object.entries(functions)) db.function(name, { deterministic: true }, work);
        for (const pragma of SQLITE_LOADS) db.exec(pragma);
        for (const [at, statement] of statements.entries()) {
          db.exec(statement);
          progress(at + 1, statements.length);
        }
        db.exec("pragma journal_mode = wal");
      }),
    rows: async <T>(sql: string) => {
      reading ??= new DatabaseSync(file, { readOnly: true, timeout: 30_000 });
      return reading.prepare(sql).all() as T[];
    },
    tidy: async () => within((db) => db.exec("pragma wal_checkpoint(truncate)")),
    catchUp: async () => {},
    bytes: async () => statSync(file).size,
    serverCpuMs: () => 0,
    remove: async () => {
      reading?.close();
      if (keptIn === undefined) rmSync(folder, { recursive: true });
    },
  };
}

/** A server of its own on this machine, as it is installed but for its folder: every commit is on the disk. */
async function postgres(keptIn?: string): Promise<WatchedDatabase> {
  const cluster = await startCluster({ durable: true, ...(keptIn !== undefined && { keptIn }) });
  const url = cluster.url("postgres");
  const control = new pg.Client({ connectionString: url });
  await control.connect();
  const rows = async <T>(sql: string) => (await control.query(sql)).rows as readonly T[];
  const [version] = await rows<{ version: string }>("select current_setting('server_version') as version");
  return {
    name: `PostgreSQL ${version!.version.split(" ")[0]}`,
    place: url,
    load: async (statements, _functions, progress = () => {}) => {
      for (const statement of [...POSTGRES_LOADS, RELOAD]) await control.query(statement);
      await withoutWordIndexes(control, async () => {
        for (const [at, statement] of statements.entries()) {
          await control.query(statement);
          progress(at + 1, statements.length);
        }
      });
      for (const statement of [...POSTGRES_LOADED, RELOAD, "checkpoint"]) await control.query(statement);
    },
    rows,
    tidy: async () => void (await control.query("vacuum analyze")),
    catchUp: async () => {
      for (const { name } of await wordIndexes(control))
        await control.query("select gin_clean_pending_list($1::regclass)", [name]);
    },
    bytes: async () => Number((await rows<{ n: string }>("select pg_database_size(current_database()) as n"))[0]!.n),
    serverCpuMs: () => serverCpuMs(cluster.pid()),
    remove: async () => {
      await control.end();
      await cluster.stop();
    },
  };
}
