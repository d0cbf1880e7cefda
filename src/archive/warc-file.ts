import { mkdir, open, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { OPEN_SUFFIX } from "./file-name.ts";

/** Has an entry of a folder on the disk: a file whose name is lost with the power is lost whole. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A file that grows at its end. */
export interface GrowingFile {
  /** Bytes that are on the disk for certain. */
  readonly size: number;
  /** Adds `parts` and waits for the disk. When that fails, the file is as long as before, or `isBroken`. */
  append(parts: readonly Uint8Array[]): Promise<void>;
  /** What stands at its end is unknown: nothing may be added any more. */
  readonly isBroken: boolean;
  /** Gives it its final name. */
  end(): Promise<void>;
  /** Leaves it as it is, to be repaired at the next start. */
  abandon(): Promise<void>;
}

/** @param path under `root`, without the suffix that it has while it is written */
export async function beginFile(root: string, path: string): Promise<GrowingFile> {
  const final = join(root, path);
  const folder = dirname(final);
  const made = await mkdir(folder, { recursive: true });
  const handle = await open(final + OPEN_SUFFIX, "wx");
  await syncFolder(folder);
  if (made !== undefined) await syncFolder(dirname(made));
  let size = 0;
  let isBroken = false;
  return {
    get size() {
      return size;
    },
    get isBroken() {
      return isBroken;
    },
    async append(parts) {
      try {
        let at = size;
        for (const part of parts) {
          await writeWhole(part, at);
          at += part.byteLength;
        }
        await handle.datasync();
        size = at;
      } catch (error) {
        await handle.truncate(size).catch(() => {
          isBroken = true;
        });
        // After a failed sync no one knows what the disk holds (fsyncgate): the file is not used any more.
        if ((error as NodeJS.ErrnoException).syscall === "fdatasync") isBroken = true;
        throw error;
      }
    },
    async end() {
      await handle.close();
      try {
        await rename(final + OPEN_SUFFIX, final);
        await syncFolder(folder);
      } catch (error) {
        // Others end files whose day is long over (see recover.ts); somebody may have moved the folder away.
        if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      }
    },
    abandon: () => handle.close(),
  };

  async function writeWhole(part: Uint8Array, at: number): Promise<void> {
    for (let done = 0; done < part.byteLength; ) {
      const { bytesWritten } = await handle.write(part, done, part.byteLength - done, at + done);
      done += bytesWritten;
    }
  }
}
