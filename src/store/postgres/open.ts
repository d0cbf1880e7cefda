import { sql } from "kysely";
import { FailureError } from "#model/failure";
import { checkDatabase } from "#store/check";
import { createReader } from "#store/create-reader";
import { createWriter } from "#store/create-writer";
import { closeDay } from "#store/ledger/close";
import { rereadVersions } from "#store/ledger/reread";
import { unclosedVersions } from "#store/ledger/unclosed";
import { verifyDays } from "#store/ledger/verify";
import { NotedDamage } from "#store/noted-damage";
import type { Store } from "#store/store";
import { keptPages } from "#store/versions/kept-pages";
import { type Address, readAddress } from "./address.ts";
import { backupDatabase } from "./backup.ts";
import { POSTGRES_CHECKS } from "./check.ts";
import { DUE_CHANNEL, postgresDialect } from "./dialect.ts";
import { refuseHalfRestored } from "./half-restored.ts";
import { migrate, stepsDone } from "./migrate.ts";
import { openNotices } from "./notices.ts";
import { CapturePartitions } from "./partitions.ts";
import { type Connections, openPool } from "./pool.ts";
import { revision } from "./revision.ts";
import { requireServer } from "./server-guard.ts";
import { highestSettled } from "./settle.ts";
import { PostgresTransactions } from "./transactions.ts";
import { createWordsIndex } from "./words-index.ts";

export interface PostgresOptions {
  /** Connections for writing; half as many again are for reading, and one waits for news. 8 when absent. */
  readonly connections?: number;
  /** Matching paragraphs that a search groups at once; it is exact while a query matches no more. */
  readonly searchWindow?: number;
  /** Refuse (`store-empty`) instead of making the tables where there are none. */
  readonly mustExist?: boolean;
}

const CONNECTIONS = 8;
/** A page that takes longer is worth nothing to anybody; what reads everything does so in batches that take far less. */
const SLOWEST_READ = "60s";

/**
 * Transactions that wait for nothing but a worker that hangs end by themselves, and so do their locks. JIT costs more than
 * it gains: no statement here is long.
 */
const WRITING = "set idle_in_transaction_session_timeout = '60s'; set lock_timeout = '30s'; set jit = off";
/** Pages are read through connections of their own that cannot write, so that they never wait for those that do. */
const READING = `set default_transaction_read_only = on; set statement_timeout = '${SLOWEST_READ}'; set jit = off`;

/**
 * Opens a PostgreSQL database (14 or newer), makes its tables where there are none and brings them up to date.
 * @param url `postgres://USER:PASSWORD@HOST:PORT/DATABASE`, with the parameters of libpq that the driver knows
 * @throws FailureError: `stop` when it is refused, not ours or of a newer Variorum, `retry` when it cannot be reached
 */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<Store> {
  const address = readAddress(url);
  const connections = options.connections ?? CONNECTIONS;
  const noted = new NotedDamage();
  const writing = openPool(address, connections, WRITING, noted.note);
  try {
    const version = await requireServer(writing.db);
    if (options.mustExist && (await stepsDone(writing.db)) === null) {
      await refuseHalfRestored(writing.db);
      throw empty(address.name);
    }
    await migrate(writing.db);
    const reading = openPool(address, Math.max(2, Math.ceil(connections / 2)), READING, noted.note);
    return {
      name: `PostgreSQL ${version}, ${address.name}`,
      ...storeOver(address, writing, reading, options),
      damage: noted.latest,
    };
  } catch (error) {
    await writing.close();
    throw error;
  }
}

function storeOver(
  address: Address,
  writing: Connections,
  reading: Connections,
  options: PostgresOptions,
): Omit<Store, "name" | "damage"> {
  const transactions = new PostgresTransactions(writing);
  const partitions = new CapturePartitions(writing.db);
  const notices = openNotices(address, DUE_CHANNEL);
  let closing: Promise<void> | null = null;
  const close = async () => {
    await notices.close();
    await transactions.settled();
    await Promise.all([writing.close(), reading.close()]);
  };
  return {
    reader: createReader(reading.db, { index: createWordsIndex(options.searchWindow), revision }),
    writer: createWriter(
      transactions,
      postgresDialect((at) => {
        const making = partitions.prepare(at);
        return making && transactions.follow(making);
      }),
    ),
    backup: (toFile) => backupDatabase(address, toFile),
    // Not through the connections of pages, which give up what takes long.
    check: () => checkDatabase(writing.db, POSTGRES_CHECKS),
    closeDay: (now) => closeDay(reading.db, transactions, highestSettled, now),
    verifyDays: () => verifyDays(reading.db),
    unclosedVersions: () => unclosedVersions(reading.db),
    rereadVersions: () => rereadVersions(reading.db),
    keptPages: keptPages(writing.db),
    onDue: notices.onDue,
    serverNow: () => serverNow(reading.db),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

async function serverNow(db: Connections["db"]): Promise<number> {
  const { rows } = await sql<{
    now: number;
  }>`select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(db);
  return rows[0]!.now;
}

const empty = (name: string): FailureError =>
  new FailureError({ advice: "stop", code: "store-empty", message: `There is no data in the database ${name} yet.` });
