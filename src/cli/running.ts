import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeadWorker, workerName } from "#engine/worker-name";
import type { Services } from "./compose.ts";

// One file per process, named after it: in the database the notes would go into backups and moves.

const folderOf = (dataDir: string): string => join(dataDir, "running");

/** What a process does that runs until it is stopped. */
export interface Running {
  readonly watches: boolean;
  /** Where its pages are; null when it serves none. */
  readonly url: string | null;
}

/** Leaves a note for commands on this machine that this process runs. Returns how to remove it. */
export function noteRunning({ config, log }: Pick<Services, "config" | "log">, running: Running): () => void {
  const file = join(folderOf(config.dataDir), encodeURIComponent(workerName()));
  try {
    mkdirSync(folderOf(config.dataDir), { recursive: true });
    writeFileSync(file, JSON.stringify(running));
  } catch (error) {
    // Only advice depends on it: workers of a database server may have no folder to write to.
    log.warn({ err: error, file }, "cannot note that this process runs");
  }
  return () => rmSync(file, { force: true });
}

/** The processes that run over this data folder on this machine. A process that was killed is recognised by its number. */
export function runningHere(dataDir: string): readonly Running[] {
  const self = workerName();
  return names(folderOf(dataDir))
    .filter((name) => !isDeadWorker(decodeURIComponent(name), self))
    .flatMap((name) => readNote(join(folderOf(dataDir), name)));
}

function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** Nothing when the process ended, or has not yet written all of it. */
function readNote(file: string): readonly Running[] {
  try {
    const { watches, url } = JSON.parse(readFileSync(file, "utf8")) as Partial<Running>;
    return [{ watches: watches === true, url: typeof url === "string" ? url : null }];
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
