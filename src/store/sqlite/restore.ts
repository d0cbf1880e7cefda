import { copyFile, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { FailureError } from "#model/failure";
import { translated } from "./failure.ts";
import { openSqlite } from "./open.ts";

/**
 * Puts a copy made by `backup` in the place of the database. It is checked as a whole, and brought to this program's schema,
 * beside the place first; only then it takes it, in one step, so that a restore that fails or is killed leaves what was there.
 * @param aside where a database that stands in the place goes; null refuses to replace one
 * @throws FailureError `restore-unreadable`, `restore-unsound` (the message tells what is wrong), `restore-in-use`
 */
export async function restoreSqlite(fromFile: string, place: string, aside: string | null): Promise<void> {
  const made = `${place}.restoring`;
  await removeAll(made);
  try {
    await copyDurably(fromFile, made);
    await requireSound(made, fromFile);
    if (aside !== null) await setAside(place, aside);
    await rename(made, place);
    await syncFolder(dirname(place));
  } finally {
    await removeAll(made);
  }
}

async function copyDurably(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to);
    const file = await open(to, "r+");
    await file.sync();
    await file.close();
  } catch (error) {
    const message = `${from} cannot be copied to ${to}: ${(error as Error).message}`;
    throw new FailureError({ advice: "stop", code: "restore-unreadable", message });
  }
}

async function requireSound(file: string, named: string): Promise<void> {
  const store = await openSqlite(file);
  try {
    const problems = await store.check();
    if (problems.length === 0) return;
    const message = `${named} is damaged and was not restored: ${problems.slice(0, 3).join("; ")}`;
    throw new FailureError({ advice: "stop", code: "restore-unsound", message });
  } finally {
    await store.close();
  }
}

/** Only while no one uses it: a running server would write into the file that was moved away. */
async function setAside(place: string, aside: string): Promise<void> {
  const database = new DatabaseSync(place, { timeout: 0 });
  try {
    // Leaving the log mode wants the file for itself alone, and takes the log into the file.
    database.exec("pragma journal_mode = delete; begin exclusive; commit");
  } catch (error) {
    const failure = translated(error);
    if (!(failure instanceof FailureError) || failure.failure.code !== "store-locked") throw failure;
    const message = `${place} is in use. Stop the server, and whatever else has it open, and restore again.`;
    throw new FailureError({ advice: "stop", code: "restore-in-use", message });
  } finally {
    database.close();
  }
  await rename(place, aside);
}

async function removeAll(file: string): Promise<void> {
  for (const end of ["", "-wal", "-shm", "-journal"]) await rm(file + end, { force: true });
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync();
  await handle.close();
}
