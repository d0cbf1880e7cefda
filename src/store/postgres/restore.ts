import { sql } from "kysely";
import { FailureError } from "#model/failure";
import { checkDatabase } from "#store/check";
import { refuseNewer } from "#store/migrations/newer";
import { MIGRATIONS } from "#store/postgres/migrations/list";
import type { Db } from "#store/schema";
import { type Address, readAddress } from "./address.ts";
import { CONTENT_CHECKS } from "./check.ts";
import { aborted, runProgram, withConnection } from "./client-program.ts";
import { type Dump, failed, RESTORER, readDump } from "./dump.ts";
import { halfRestored, markHalfRestored, RESTORE_TABLE } from "./half-restored.ts";
import { migrate, refuseForeign, STEPS } from "./migrate.ts";
import { openPool } from "./pool.ts";
import { requireServer } from "./server-guard.ts";
import { ASIDE_PREFIX, putBack, setAside, tablesIn } from "./set-aside.ts";

export interface Restored {
  /** Database and server, for people. */
  readonly place: string;
  /** The schema of the earlier data, in words; null if the database was empty. */
  readonly aside: string | null;
}

export interface RestoreOptions {
  /** The end of the name of the schema to which the present data is moved; null refuses to move anything. */
  readonly aside: string | null;
  readonly signal: AbortSignal;
  readonly onProgress: (text: string) => void;
}

/** A table that is in use is not waited for any longer. */
const LOCK_WAIT = "10s";

/**
 * Puts a file made by `backup` into the database. Data that the database already contains is moved to a schema of its own
 * first. The database has a mark until everything was checked, and no one can open it meanwhile. If the restore fails,
 * all is as it was; if it is killed, the next call starts again.
 * @throws FailureError `restore-foreign`, `restore-unsound`, `restore-in-use`, `store-not-empty`, `store-newer`, ...
 */
export async function restorePostgres(file: string, url: string, options: RestoreOptions): Promise<Restored> {
  const address = readAddress(url);
  const target = openPool(address, 1, `set jit = off; set lock_timeout = '${LOCK_WAIT}'`);
  try {
    return await target.db.connection().execute(async (db) => {
      await requireServer(db);
      options.onProgress(`Reading ${file} ...`);
      const dump = await readDump(file, options.signal);
      refuseNewer(dump.steps, MIGRATIONS);
      await requireSchema(db, dump);
      await lockOthersOut(db);
      const aside = await makeRoom(db, address, options);
      try {
        await fill(db, address, file, dump, options);
      } catch (error) {
        await takeBack(db, aside);
        throw error;
      }
      return { place: address.name, aside: aside && `the schema ${aside}` };
    });
  } finally {
    await target.close();
  }
}

async function requireSchema(db: Db, { schema }: Dump): Promise<void> {
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db);
  if (rows[0]!.name === schema) return;
  const message = `The backup is of the schema ${schema}, and this user's tables stand in ${rows[0]!.name ?? "none"}: set its search_path to ${schema}.`;
  throw new FailureError({ advice: "stop", code: "restore-schema", message });
}

/** For as long as the connection lives. */
async function lockOthersOut(db: Db): Promise<void> {
  const { rows } = await sql<{ got: boolean }>`
    select pg_try_advisory_lock(hashtextextended('variorum restore', 0)) as got`.execute(db);
  if (rows[0]!.got) return;
  const message = "Somebody else is restoring a backup into this database right now.";
  throw new FailureError({ advice: "stop", code: "restore-in-use", message });
}

/** Leaves an empty schema with the mark in it. All of it happens, or nothing. */
async function makeRoom(db: Db, address: Address, { aside }: RestoreOptions): Promise<string | null> {
  return db.transaction().execute(async (trx) => {
    await refuseInUse(trx, address);
    const half = await halfRestored(trx);
    if (half) {
      // A restore that was interrupted put them there, and no one has used them since.
      await dropTables(trx);
      await markHalfRestored(trx, half);
      return half.aside;
    }
    const tables = await tablesIn(trx, null);
    if (tables.length > 0 && !tables.includes(STEPS)) await refuseForeign(trx);
    if (tables.length > 0 && aside === null) throw notEmpty(address);
    const schema = tables.length > 0 ? ASIDE_PREFIX + aside : null;
    if (schema !== null) await setAside(trx, schema);
    // Whatever is left is not ours, and would be in the way.
    await refuseForeign(trx);
    await markHalfRestored(trx, { aside: schema });
    return schema;
  });
}

/** A worker that goes on would find no tables any more; what a killed restore began goes on to its end. */
async function refuseInUse(db: Db, { name }: Address): Promise<void> {
  const { rows } = await sql<{ others: number }>`
    select count(*) as others from pg_stat_activity
    where datname = current_database() and application_name in ('variorum', 'pg_restore') and pid <> pg_backend_pid()`.execute(
    db,
  );
  if (rows[0]!.others === 0) return;
  const message = `${name} is in use. Stop all workers and servers of it, and restore again.`;
  throw new FailureError({ advice: "stop", code: "restore-in-use", message });
}

async function fill(db: Db, address: Address, file: string, dump: Dump, options: RestoreOptions): Promise<void> {
  options.onProgress(`Restoring ${file} ...`);
  const ended = await withConnection(address, (connection) =>
    runProgram(
      RESTORER,
      [
        ...["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--no-password"],
        ...[`--schema=${dump.schema}`, `--dbname=${connection}`, file],
      ],
      options.signal,
    ),
  );
  if (ended.code !== 0) {
    const from = dump.serverVersion === "" ? "" : ` (of PostgreSQL ${dump.serverVersion})`;
    throw failed(ended, `${file}${from} could not be restored`);
  }
  options.onProgress("Checking what was restored ...");
  await migrate(db, { halfRestored: true });
  const problems = await checkDatabase(db, CONTENT_CHECKS);
  if (problems.length > 0) {
    const message = `${file} is damaged and was not restored: ${problems.slice(0, 3).join("; ")}`;
    throw new FailureError({ advice: "stop", code: "restore-unsound", message });
  }
  if (options.signal.aborted) throw aborted();
  await sql`analyze`.execute(db);
  await sql`drop table ${sql.table(RESTORE_TABLE)}`.execute(db);
}

/** As it was before. Where even this fails, the mark stays, and the next restore begins with it. */
const takeBack = (db: Db, aside: string | null): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await dropTables(trx);
    if (aside !== null) await putBack(trx, aside);
  });

async function dropTables(trx: Db): Promise<void> {
  for (const table of await tablesIn(trx, null))
    await sql`drop table if exists ${sql.table(table)} cascade`.execute(trx);
}

const notEmpty = ({ name }: Address): FailureError =>
  new FailureError({
    advice: "stop",
    code: "store-not-empty",
    message: `${name} holds data. Use --replace to move them aside within the database, or make an empty one with createdb.`,
  });
