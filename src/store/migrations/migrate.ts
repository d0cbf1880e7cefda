import { type Kysely, sql, type Transaction } from "kysely";
import { DEFAULT_MIGRATION_TABLE, Migrator } from "kysely/migration";
import { FailureError } from "#model/failure";
import { giveNewAuthority } from "#store/installation/authority";
import type { Trx } from "#store/schema";
import { MIGRATIONS } from "./list.ts";
import { refuseNewer } from "./newer.ts";

/** "Vrrm" in ASCII: tells our files from other programs' (SQLite's `application_id`). */
const APPLICATION_ID = 0x5672726d;

/**
 * Brings the schema to this program's state, all steps in one transaction. Throws a FailureError for a file of a newer
 * program or of another one: such a file is left exactly as it was.
 */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const done = await stepsDone(trx);
    if (done === null) await claimEmptyFile(trx);
    refuseNewer(done ?? [], MIGRATIONS);
    if (done?.length === Object.keys(MIGRATIONS).length) return;
    const migrator = new Migrator({ db: trx, provider: { getMigrations: async () => MIGRATIONS } });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
    if (done === null) await giveNewAuthority(trx as unknown as Trx);
  });
}

/** Names of the steps that the file has seen; null when it has no such list. */
async function stepsDone<T>(trx: Transaction<T>): Promise<readonly string[] | null> {
  const tables = await sql<{
    name: string;
  }>`select name from sqlite_schema where name = ${DEFAULT_MIGRATION_TABLE}`.execute(trx);
  if (tables.rows.length === 0) return null;
  const steps = await sql<{
    name: string;
  }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)} order by name`.execute(trx);
  return steps.rows.map((row) => row.name);
}

async function claimEmptyFile<T>(trx: Transaction<T>): Promise<void> {
  const objects = await sql<{ n: number }>`select count(*) as n from sqlite_schema`.execute(trx);
  if (objects.rows[0]!.n > 0) {
    const message = "The file is a database of another program; Variorum will not touch it. Choose another file.";
    throw new FailureError({ advice: "stop", code: "store-foreign", message });
  }
  await sql`pragma application_id = ${sql.lit(APPLICATION_ID)}`.execute(trx);
}
