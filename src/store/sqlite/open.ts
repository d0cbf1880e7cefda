import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { FailureError } from "#model/failure";
import { checkDatabase } from "#store/check";
import { createReader } from "#store/create-reader";
import { createWriter } from "#store/create-writer";
import { closeDay, highest } from "#store/ledger/close";
import { rereadVersions } from "#store/ledger/reread";
import { unclosedVersions } from "#store/ledger/unclosed";
import { verifyDays } from "#store/ledger/verify";
import { migrate } from "#store/migrations/migrate";
import { NotedDamage } from "#store/noted-damage";
import { createNotifier } from "#store/notifier";
import type { Tables } from "#store/schema";
import type { Store } from "#store/store";
import { keptPages } from "#store/versions/kept-pages";
import { backupFile, backupTo } from "./backup.ts";
import { SQLITE_CHECKS } from "./check.ts";
import { sqliteDialect } from "./dialect.ts";
import { translated } from "./failure.ts";
import { createFtsIndex } from "./fts.ts";
import { LOCK_WAIT_MS, NodeSqliteDialect } from "./kysely-dialect.ts";
import { revision } from "./revision.ts";
import { SqliteTransactions } from "./transactions.ts";
import { requireSqlite } from "./version-guard.ts";

export interface SqliteOptions {
  /** How long a write waits for another process before it fails with `store-locked`. */
  readonly lockWaitMs?: number;
  /** Largest size of the database in bytes; writes beyond fail as on a full disk. */
  readonly maxBytes?: number;
  /** Matching paragraphs that a search groups at once; it is exact while a query matches no more. */
  readonly searchWindow?: number;
}

/** In bytes. */
const PAGE_SIZE = 4096;
/** Opening waits for another process's migration or recovery of the log; SQLite blocks meanwhile, which at start is no harm. */
const OPEN_WAIT_MS = 5000;

/**
 * `synchronous=full`: what a look told is on the disk when recordLook resolves, also when the power fails; what that costs
 * is shared (see transactions.ts). The log goes into the file every 4096 pages (16 MB), so that pages that change all the
 * time, such as the queue, are written once for a thousand looks. 8 MB of pages are cached.
 */
const PRAGMAS = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma foreign_keys = on;
  pragma wal_autocheckpoint = 4096;
  pragma journal_size_limit = 67108864;
  pragma cache_size = -8192;
  pragma temp_store = memory;
`;

/**
 * Opens or creates a database file (or ":memory:"). Pages are read through a connection of their own that cannot write,
 * so that they see whole transactions only and never wait for one.
 */
export async function openSqlite(file: string, options: SqliteOptions = {}): Promise<Store> {
  const lockWaitMs = options.lockWaitMs ?? LOCK_WAIT_MS;
  const inMemory = file === ":memory:";
  const database = connectToWrite(file, options.maxBytes);
  const noted = new NotedDamage();
  const db = kyselyOver(database, lockWaitMs, noted.note);
  try {
    await migrate(db);
  } catch (error) {
    database.close();
    throw error;
  }
  const index = createFtsIndex(options.searchWindow);
  const due = createNotifier();
  const transactions = new SqliteTransactions(db, database);
  const readDatabase = inMemory ? database : connectToRead(file);
  const readDb = inMemory ? db : kyselyOver(readDatabase, 0, noted.note);
  return {
    name: `SQLite ${process.versions["sqlite"] ?? ""}, ${inMemory ? "in memory" : file}`,
    reader: createReader(readDb, { index, revision }),
    writer: createWriter(transactions, sqliteDialect(due.tell)),
    onDue: due.listen,
    backup: (toFile) => (inMemory ? backupTo(database, toFile) : backupFile(file, toFile)),
    check: () => checkDatabase(db, SQLITE_CHECKS),
    damage: noted.latest,
    closeDay: (now) => closeDay(readDb, transactions, highest, now),
    verifyDays: () => verifyDays(readDb),
    unclosedVersions: () => unclosedVersions(readDb),
    rereadVersions: () => rereadVersions(readDb),
    keptPages: keptPages(readDb),
    close: async () => {
      if (!database.isOpen) return;
      await transactions.settled();
      await db.connection().execute(async () => {
        // Here every transaction begun before is over. The writing connection closes last: it takes the log into the file.
        if (readDatabase.isOpen && !inMemory) readDatabase.close();
        if (database.isOpen) database.close();
      });
    },
  };
}

const kyselyOver = (database: DatabaseSync, lockWaitMs: number, onError: (error: unknown) => void): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new NodeSqliteDialect(database, lockWaitMs, onError) });

function connectToWrite(file: string, maxBytes: number | undefined): DatabaseSync {
  if (file !== ":memory:") makeFolder(dirname(file));
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(file, { timeout: OPEN_WAIT_MS });
    requireSqlite((database.prepare("select sqlite_version() as v").get() as { v: string }).v);
    database.exec(PRAGMAS);
    if (maxBytes !== undefined) database.exec(`pragma max_page_count = ${Math.floor(maxBytes / PAGE_SIZE)}`);
    // From here on waiting for a lock is the dialect's business, which does not block the process.
    database.exec("pragma busy_timeout = 0");
    return database;
  } catch (error) {
    database?.close();
    throw naming(file, translated(error));
  }
}

/** Says which file it was: it may have been made by another program, or be the wrong one. */
const naming = (file: string, error: unknown): unknown =>
  error instanceof FailureError
    ? new FailureError({ ...error.failure, message: `${file}: ${error.message}` }, { cause: error.cause })
    : error;

/** One after the other: asked to make them all, Node tries for ever where the system makes none, as under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process was faster.
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return;
    const message = `The folder ${folder} cannot be made: ${(error as Error).message}. Choose another one.`;
    throw new FailureError({ advice: "stop", code: "store-cannot-open", message });
  }
}

function connectToRead(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly: true, timeout: OPEN_WAIT_MS });
  database.exec("pragma cache_size = -4096; pragma temp_store = memory");
  return database;
}
