import type { Kysely } from "kysely";
import { FailureError } from "#model/failure";
import { hasTable } from "./has-table.ts";

/** The progress of a move into this database, written with each batch, so that an interrupted move can continue. */
export const PROGRESS_TABLE = "variorum_move";

/** Refuses a database that is being filled: half of it is missing. */
export async function refuseHalfMoved<T>(db: Kysely<T>): Promise<void> {
  if (!(await hasTable(db, PROGRESS_TABLE))) return;
  const message =
    "The database is being filled from a file, or that was interrupted: run `variorum migrate` again with the same file " +
    "to continue.";
  throw new FailureError({ advice: "stop", code: "store-half-moved", message });
}
