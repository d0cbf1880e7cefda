import { constants, copyFile, link, mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { OPEN_SUFFIX, parsePath } from "./file-name.ts";

export interface CopiedFiles {
  readonly files: number;
  readonly bytes: number;
  /** Paths that are not in the folder: of another machine, or in an S3 store by now. */
  readonly missing: readonly string[];
}

/**
 * Copies files of an archive into another folder, where files of the same path stay as they are. Ended files never change,
 * so they are linked where both folders are on one disk; one that is being written is copied, and stays open there. Call it after the database was copied: what that cites is on the disk by then.
 */
export async function copyFiles(from: string, to: string, paths: readonly string[]): Promise<CopiedFiles> {
  const missing: string[] = [];
  let bytes = 0;
  // The paths come from a database, which may have been tampered with: none leads out of the archive.
  for (const path of paths.filter((each) => parsePath(each) !== null)) {
    const copied = await copyOne(from, to, path);
    if (copied) bytes += (await stat(copied)).size;
    else missing.push(path);
  }
  return { files: paths.length - missing.length, bytes, missing };
}

/** Where it is now; null when it was not there. A file that is being written may be ended, and so renamed, in between. */
async function copyOne(from: string, to: string, path: string): Promise<string | null> {
  await mkdir(dirname(join(to, path)), { recursive: true });
  for (const name of [path, path + OPEN_SUFFIX, path]) {
    const [source, target] = [join(from, name), join(to, name)];
    try {
      await (name === path ? linkOrCopy(source, target) : copyFile(source, target, constants.COPYFILE_EXCL));
      return target;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EEXIST") return target;
      if (code !== "ENOENT") throw error;
    }
  }
  return null;
}

/** Not every file system links, and none does to another disk. */
async function linkOrCopy(source: string, target: string): Promise<void> {
  try {
    await link(source, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" || code === "ENOENT") throw error;
    await copyFile(source, target, constants.COPYFILE_EXCL);
  }
}
