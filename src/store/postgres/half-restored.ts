import { type Kysely, sql } from "kysely";
import { FailureError } from "#model/failure";
import { hasTable } from "./has-table.ts";

/** Stands in a database from before anything of a backup is in it until all of it was checked. */
export const RESTORE_TABLE = "variorum_restore";

/** Where the earlier data is now, while a restore is running or after it was interrupted. */
export interface HalfRestored {
  /** A schema; null if the database was empty. */
  readonly aside: string | null;
}

export async function halfRestored<T>(db: Kysely<T>): Promise<HalfRestored | null> {
  if (!(await hasTable(db, RESTORE_TABLE))) return null;
  const { rows } = await sql<HalfRestored>`select aside from ${sql.table(RESTORE_TABLE)}`.execute(db);
  return rows[0] ?? { aside: null };
}

export async function markHalfRestored<T>(trx: Kysely<T>, { aside }: HalfRestored): Promise<void> {
  await sql`create table ${sql.table(RESTORE_TABLE)} (aside text)`.execute(trx);
  await sql`insert into ${sql.table(RESTORE_TABLE)} (aside) values (${aside})`.execute(trx);
}

/** Refuses a database whose restore is running or was interrupted. */
export async function refuseHalfRestored<T>(db: Kysely<T>): Promise<void> {
  const half = await halfRestored(db);
  if (!half) return;
  const before = half.aside === null ? "" : ` The earlier data is untouched in its schema ${half.aside}.`;
  const message = `A backup is being restored into the database, or that was interrupted: run \`variorum restore\` again.${before}`;
  throw new FailureError({ advice: "stop", code: "store-half-restored", message });
}
