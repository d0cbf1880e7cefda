import { DatabaseSync } from "node:sqlite";
import { type Kysely, sql } from "kysely";
import { FailureError } from "#model/failure";
import { readAddress } from "#store/postgres/address";
import { migrate } from "#store/postgres/migrate";
import { CapturePartitions } from "#store/postgres/partitions";
import { openPool } from "#store/postgres/pool";
import { requireServer } from "#store/postgres/server-guard";
import { openSqlite } from "#store/sqlite/open";
import { LATEST_HIDING } from "#store/visible";
import { beginProgress, endProgress, fingerprintOfMove, progressOf, saveProgress } from "./progress.ts";
import { bytesForDriver, type Row, readBatch } from "./rows.ts";
import { type MovedTable, movedTables } from "./tables.ts";
import { verifyTable } from "./verify.ts";

export interface MoveOptions {
  /** Called as it goes: rows of a table that are done, of so many. */
  readonly onProgress?: (step: MoveStep) => void;
  /** Stops it after the batch under way; a later call goes on from there. */
  readonly signal?: AbortSignal;
}

export interface MoveStep {
  readonly doing: "copying" | "verifying";
  readonly table: string;
  readonly rows: number;
  readonly of: number;
}

export interface MovedReport {
  readonly table: string;
  readonly rows: number;
  /** SHA-256 (hex) over all rows, as both databases have them. */
  readonly hash: string;
}

/**
 * Copies everything from an SQLite file into an empty PostgreSQL database, with all numbers unchanged, and reads both
 * again to compare them. After an interruption the next call continues. Meanwhile the file is locked against writers; it
 * is not changed.
 * @throws FailureError: `store-not-empty` if the target contains data, `move-changed` if the file was written to since an
 *   earlier move was interrupted, `move-differs` if the two do not read the same, `aborted` by the signal
 */
export async function moveStore(file: string, url: string, options: MoveOptions = {}): Promise<readonly MovedReport[]> {
  // Brings the file's own schema up to date first.
  await (await openSqlite(file)).close();
  const source = new DatabaseSync(file, { timeout: 1000 });
  const target = openPool(readAddress(url), 2, "set synchronous_commit to off; set jit = off");
  try {
    lockFile(source, file);
    const db = target.db as unknown as Kysely<never>;
    await requireServer(target.db);
    await migrate(target.db, { halfMoved: true });
    const tables = await movedTables(source, db);
    await begin(db, tables, fingerprint(source));
    const partitions = new CapturePartitions(target.db);
    for (const table of tables) await copyTable(source, db, partitions, table, options);
    await giveNumbersOn(source, db, tables);
    const reports: MovedReport[] = [];
    for (const table of tables) reports.push(await verified(source, db, table, options));
    await sql`analyze`.execute(db);
    await endProgress(db);
    return reports;
  } finally {
    source.close();
    await target.close();
  }
}

/** Keeps others from writing to the file until it is closed, by a writing transaction that writes nothing. */
function lockFile(source: DatabaseSync, file: string): void {
  try {
    source.exec("begin immediate");
  } catch (error) {
    const message = `${file} is being written to. Stop Variorum first: what it writes now would be left behind.`;
    throw new FailureError({ advice: "stop", code: "store-locked", message }, { cause: error });
  }
}

/** Changes with every look, article, version, site and lease that is written. */
function fingerprint(source: DatabaseSync): string {
  const row = source
    .prepare(`select
      (select max(id) from capture) as captures, (select count(*) from capture) as looks, (select max(id) from version) as versions,
      (select max(id) from paragraph) as paragraphs, (select sum(revision) from site) as sites,
      (select max(id) from article) as articles, (select sum(next_look_at) from article) as due,
      (select sum(due_at) from feed) as polls, (select sum(next_free_at + lease_until) from host) as hosts,
      (${LATEST_HIDING}) as hidden`)
    .get()!;
  return JSON.stringify({ ...row });
}

const INSTALLATION = "installation";

async function begin(db: Kysely<never>, tables: readonly MovedTable[], now: string): Promise<void> {
  const before = await fingerprintOfMove(db);
  if (before === now) return;
  if (before !== null) {
    const message =
      "The file was written to after its move was interrupted. Empty the database (dropdb, createdb) and start again.";
    throw new FailureError({ advice: "stop", code: "move-changed", message });
  }
  for (const { name } of tables) {
    // A database that was only opened has drawn an authority, on which nothing hangs yet.
    if (name === INSTALLATION) continue;
    const found = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
    if (found.rows.length === 0) continue;
    const message =
      "The database holds data already; everything can only be moved into an empty one. Make one with createdb.";
    throw new FailureError({ advice: "stop", code: "store-not-empty", message });
  }
  await db.transaction().execute(async (trx) => {
    await sql`delete from ${sql.table(INSTALLATION)}`.execute(trx);
    await beginProgress(trx, now);
  });
}

const rowsOf = (source: DatabaseSync, table: MovedTable): number =>
  Number(source.prepare(`select count(*) as n from ${table.name}`).get()!["n"]);

async function copyTable(
  source: DatabaseSync,
  db: Kysely<never>,
  partitions: CapturePartitions,
  table: MovedTable,
  options: MoveOptions,
): Promise<void> {
  const of = rowsOf(source, table);
  let { last, copied } = await progressOf(db, table.name);
  let rows = 0;
  while (!copied) {
    refuseAborted(options.signal);
    const batch = readBatch(source, table, last);
    if (table.name === "capture") await prepareMonths(partitions, table, batch.rows);
    copied = batch.last === null;
    last = batch.last ?? last;
    await db.transaction().execute(async (trx) => {
      await insert(trx, table, batch.rows);
      await saveProgress(trx, table.name, { last, copied });
    });
    rows += batch.rows.length;
    options.onProgress?.({ doing: "copying", table: table.name, rows, of });
  }
}

async function prepareMonths(partitions: CapturePartitions, table: MovedTable, rows: readonly Row[]): Promise<void> {
  const at = table.columns.findIndex(({ name }) => name === "captured_at");
  for (const row of rows) await partitions.prepare(row[at] as number);
}

async function insert(db: Kysely<never>, table: MovedTable, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = sql.join(table.columns.map(({ name }) => sql.ref(name)));
  const values = sql.join(
    table.columns.map(({ type }, at) => sql`${rows.map((row) => bytesForDriver(row[at]!))}::${sql.raw(`${type}[]`)}`),
  );
  await sql`insert into ${sql.table(table.name)} (${columns}) select * from unnest(${values})`.execute(db);
}

/** No number is ever given twice, also not one whose row is gone: the next one follows the highest that the file has given. */
async function giveNumbersOn(source: DatabaseSync, db: Kysely<never>, tables: readonly MovedTable[]): Promise<void> {
  const given = source.prepare("select seq from sqlite_sequence where name = ?");
  for (const { name } of tables.filter(({ numbered }) => numbered)) {
    const highest = Number(source.prepare(`select max(id) as id from ${name}`).get()!["id"] ?? 0);
    const last = Math.max(highest, Number(given.get(name)?.["seq"] ?? 0));
    if (last > 0) await sql`select setval(${`${name}_id_seq`}, ${last})`.execute(db);
  }
}

async function verified(
  source: DatabaseSync,
  db: Kysely<never>,
  table: MovedTable,
  { onProgress, signal }: MoveOptions,
): Promise<MovedReport> {
  const of = rowsOf(source, table);
  const same = await verifyTable(source, db, table, (rows) => {
    refuseAborted(signal);
    onProgress?.({ doing: "verifying", table: table.name, rows, of });
  });
  if (same) return { table: table.name, ...same };
  const message = `The table ${table.name} does not read the same in both databases. Empty the new one and start again; the file is as it was.`;
  throw new FailureError({ advice: "stop", code: "move-differs", message });
}

function refuseAborted(signal: AbortSignal | undefined): void {
  if (!signal?.aborted) return;
  const message = "Stopped; run it again to go on from here.";
  throw new FailureError({ advice: "stop", code: "aborted", message });
}
