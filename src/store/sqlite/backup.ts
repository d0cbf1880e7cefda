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
    requireSound(toFile);
  } catch (error) {
    await unlink(toFile);
    throw translated(error);
  }
}

/** SQLite copies pages as they are, the damaged ones too: whoever has such a copy believes to have a backup. */
function requireSound(file: string): void {
  const copy = new DatabaseSync(file, { readOnly: true });
  try {
    const lines = integrityOf(copy);
    if (lines.join() === "ok") return;
    const message = `The database is damaged, and the copy was not kept: ${lines.join("; ")}. Keep the latest backup; \`variorum doctor\` says what can still be read.`;
    throw new FailureError({ advice: "stop", code: "backup-unsound", message });
  } finally {
    copy.close();
  }
}

/** "ok", or what is wrong; some damage breaks even the check off. */
function integrityOf(database: DatabaseSync): readonly string[] {
  try {
    const rows = database.prepare("pragma integrity_check(3)").all();
    return rows.map((row) => String(row["integrity_check"]));
  } catch (error) {
    return [(error as Error).message];
  }
}

/** A connection of its own for a backup, so that the others are not held up. */
export function backupFile(file: string, toFile: string): Promise<void> {
  const source = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  return backupTo(source, toFile).finally(() => source.close());
}
