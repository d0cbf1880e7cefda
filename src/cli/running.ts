import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeadWorker, workerName } from "#engine/worker-name";
import type { Services } from "./compose.ts";

// One empty file per process that watches, named after it: what is in the database would go into backups and moves.

const folderOf = (dataDir: string): string => join(dataDir, "running");

/** Says to the commands on this machine that this process watches. Returns how to take that back. */
export function noteRunning({ config, log }: Pick<Services, "config" | "log">): () => void {
  const file = join(folderOf(config.dataDir), encodeURIComponent(workerName()));
  try {
    mkdirSync(folderOf(config.dataDir), { recursive: true });
    writeFileSync(file, "");
  } catch (error) {
    // Only the advice of `add` hangs on it: a database server may be watched for without a folder to write to.
    log.warn({ err: error, file }, "cannot note that this process runs");
  }
  return () => rmSync(file, { force: true });
}

/** Whether a process on this machine watches over this data folder. One that was killed is found out by its number. */
export function isRunning(dataDir: string): boolean {
  const self = workerName();
  return names(folderOf(dataDir)).some((name) => !isDeadWorker(decodeURIComponent(name), self));
}

function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
