import type { Kysely } from "kysely";
import { FailureError } from "#model/failure";
import { hasTable } from "./has-table.ts";

/** How far a move into this database is, written with each batch: broken off anywhere, it goes on from there. */
export const PROGRESS_TABLE = "variorum_move";

/** Refuses a database that is being filled: half of it is missing. */
export async function refuseHalfMoved<T>(db: Kysely<T>): Promise<void> {
  if (!(await hasTable(db, PROGRESS_TABLE))) return;
  const message =
    "The database is being filled from a file, or that was broken off: run `variorum migrate` again with the same file, " +
    "which goes on from there.";
  throw new FailureError({ advice: "stop", code: "store-half-moved", message });
}
