import { open, unlink } from "node:fs/promises";
import { backup, DatabaseSync } from "node:sqlite";
import { FailureError } from "#model/failure";
import { translated } from "./failure.ts";

/** More pages than a database can have: one step. */
const ALL_PAGES = 2 ** 31 - 1;

/**
 * Copies the whole database in one step, off the main thread, while others read and write (WAL): copying in slices would
 * start over with every write of another process. The file is created here, so that two backups cannot share one.
 */
export async function backupTo(source: DatabaseSync, toFile: string): Promise<void> {
  try {
    await (await open(toFile, "wx")).close();
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === "EEXIST";
    const message = exists
      ? `${toFile} exists already; a backup never overwrites anything. Choose another name.`
      : `${toFile} cannot be created: ${(error as Error).message}`;
    throw new FailureError({ advice: "stop", code: exists ? "backup-exists" : "backup-unwritable", message });
  }
  try {
    await backup(source, toFile, { rate: ALL_PAGES });
  } catch (error) {
    await unlink(toFile);
    throw translated(error);
  }
}

/** A connection of its own for a backup, so that the others are not held up. */
export function backupFile(file: string, toFile: string): Promise<void> {
  const source = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  return backupTo(source, toFile).finally(() => source.close());
}
