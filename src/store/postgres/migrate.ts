import { sql, type Transaction } from "kysely";
import { Migrator } from "kysely/migration";
import { FailureError } from "#model/failure";
import { giveNewAuthority } from "#store/installation/authority";
import { refuseNewer } from "#store/migrations/newer";
import { MIGRATIONS } from "#store/postgres/migrations/list";
import type { Db, Tables } from "#store/schema";
import { refuseHalfMoved } from "./half-moved.ts";
import { refuseHalfRestored } from "./half-restored.ts";
import { hasTable } from "./has-table.ts";

/** Names of its own, which also tell our databases from those of other programs that use the same migrator. */
export const STEPS = "variorum_migration";
const STEPS_LOCK = "variorum_migration_lock";

/**
 * Brings the schema to this program's state, all steps in one transaction: an interruption leaves nothing behind. If two
 * processes start at once, one does it and the other waits. Throws a FailureError for a database of a newer program
 * or of another one, and leaves it exactly as it was.
 * @param halfMoved also a database that is being filled from a file
 * @param halfRestored also one that a backup is being restored into
 */
export async function migrate(db: Db, { halfMoved = false, halfRestored = false } = {}): Promise<void> {
  if (!halfMoved) await refuseHalfMoved(db);
  if (!halfRestored) await refuseHalfRestored(db);
  const known = await stepsDone(db);
  if (known?.length === Object.keys(MIGRATIONS).length) return refuseNewer(known, MIGRATIONS);
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('variorum schema', 0))`.execute(trx);
    const done = await stepsDone(trx);
    if (done === null) await refuseForeign(trx);
    refuseNewer(done ?? [], MIGRATIONS);
    const migrator = new Migrator({
      db: trx,
      provider: { getMigrations: async () => MIGRATIONS },
      migrationTableName: STEPS,
      migrationLockTableName: STEPS_LOCK,
    });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
    // A database that is being filled from a file gets the authority of the file.
    if (done === null && !halfMoved) await giveNewAuthority(trx);
  });
}

/** Names of the steps that the database has seen; null when it is not, or not yet, one of ours. */
export async function stepsDone(db: Db | Transaction<Tables>): Promise<readonly string[] | null> {
  if (!(await hasTable(db, STEPS))) return null;
  const steps = await sql<{ name: string }>`select name from ${sql.table(STEPS)} order by name`.execute(db);
  return steps.rows.map((row) => row.name);
}

/** Tables and views of extensions, which some providers put into every database, do not count. */
export async function refuseForeign(trx: Transaction<Tables>): Promise<void> {
  const tables = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
      and not exists (
        select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by 1 limit 3`.execute(trx);
  if (tables.rows.length === 0) return;
  const names = tables.rows.map((row) => row.name).join(", ");
  const message = `The database has tables of another program (${names}); Variorum will not touch it. Make an empty one with createdb.`;
  throw new FailureError({ advice: "stop", code: "store-foreign", message });
}
