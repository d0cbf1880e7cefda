import { type Failure, FailureError } from "#model/failure";

/** Primary result codes of SQLite (sqlite.org/rescode.html) that show no bug: the machine or another process is the cause. */
const BUSY = 5;
const LOCKED = 6;
const MEANINGS: ReadonlyMap<number, readonly [code: string, message: string]> = new Map([
  [BUSY, ["store-locked", "The database stayed locked by another process. End that process or wait, then try again."]],
  [
    LOCKED,
    ["store-locked", "The database stayed locked by another process. End that process or wait, then try again."],
  ],
  [8, ["store-readonly", "The database cannot be written: check the permissions of its file and folder."]],
  [
    10,
    ["store-io", "The disk failed while reading or writing the database. Check the disk, then run `variorum doctor`."],
  ],
  [11, ["store-corrupt", "The database is damaged. Restore the latest backup; `variorum doctor` says what is wrong."]],
  [13, ["store-full", "The disk is full: nothing of this step was stored. Free some space and start again."]],
  [14, ["store-cannot-open", "The database cannot be opened: check that its folder exists and may be written."]],
  [23, ["store-refused", "The database refused the access."]],
  [26, ["store-not-a-database", "The file is not an SQLite database."]],
]);

/** SQLite's primary result code of an error thrown by node:sqlite; null for other errors. */
function primaryCode(error: unknown): number | null {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === "number" ? code & 0xff : null;
}

export const isBusy = (error: unknown): boolean => {
  const code = primaryCode(error);
  return code === BUSY || code === LOCKED;
};

/** What a thrown error means for the caller, or null when it is a programming error. */
function failureOf(error: unknown): Failure | null {
  const meaning = MEANINGS.get(primaryCode(error) ?? -1);
  if (!meaning) return null;
  const [code, message] = meaning;
  return { advice: "stop", code, message: `${message} (SQLite: ${(error as Error).message})` };
}

/** The error to throw in place of one that node:sqlite threw. */
export function translated(error: unknown): unknown {
  const failure = failureOf(error);
  if (!failure) return error;
  return new FailureError(failure, { cause: error });
}
