import { open, readdir, rename, truncate, unlink } from "node:fs/promises";
import { join } from "node:path";
import { DAY_MS } from "#lib/clock";
import { dayOf, OPEN_SUFFIX, parsePath, SERIES } from "./file-name.ts";
import { Inflow } from "./inflow.ts";
import { piecesOf } from "./pieces.ts";
import { recordsOf } from "./records.ts";
import { syncFolder } from "./warc-file.ts";

/** A file that a dead worker left, and what became of it. */
export interface Recovered {
  readonly path: string;
  readonly records: number;
  /** Bytes of a record that was not written to its end; nothing cites it. */
  readonly cutBytes: number;
}

/**
 * Ends the files that dead workers left open: what follows the last whole record is cut off, and the file gets its final
 * name. A crash in the middle of it is repaired by the next start. No one knows whether workers of other machines live;
 * but no worker adds to a file when its day is over, so that anyone can end it one more day later.
 */
export async function recoverFiles(
  folder: string,
  isDead: (owner: string) => boolean,
  now: number,
): Promise<readonly Recovered[]> {
  const firstInUse = dayOf(now - DAY_MS);
  const recovered: Recovered[] = [];
  for (const series of SERIES) {
    for (const name of await namesIn(join(folder, series))) {
      if (!name.endsWith(OPEN_SUFFIX)) continue;
      const path = `${series}/${name.slice(0, -OPEN_SUFFIX.length)}`;
      const parts = parsePath(path);
      if (!parts || !(isDead(parts.owner) || parts.day < firstInUse)) continue;
      const file = await recoverFile(folder, path).catch(unlessGone);
      if (file) recovered.push(file);
    }
  }
  return recovered;
}

/** Another process that shares the folder was faster. */
function unlessGone(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

async function recoverFile(folder: string, path: string): Promise<Recovered> {
  const final = join(folder, path);
  const name = final + OPEN_SUFFIX;
  const { records, size, wholeUntil } = await measure(name);
  if (wholeUntil === 0) await unlink(name);
  else {
    if (wholeUntil < size) await cut(name, wholeUntil);
    await rename(name, final);
  }
  await syncFolder(join(final, ".."));
  return { path, records, cutBytes: size - wholeUntil };
}

async function measure(name: string): Promise<{ records: number; size: number; wholeUntil: number }> {
  const file = await open(name, "r");
  try {
    const inflow = new Inflow(piecesOf(file));
    let records = 0;
    for await (const record of recordsOf(inflow, 0)) if (record.kind === "record") records++;
    return { records, size: (await file.stat()).size, wholeUntil: inflow.wholeUntil };
  } finally {
    await file.close();
  }
}

async function cut(name: string, size: number): Promise<void> {
  await truncate(name, size);
  const file = await open(name, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Sorted; none where there is no such folder. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
