import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fail, ok, type Result } from "#model/failure";

const ENDING = /\.(?:w?arc(?:\.gz|\.zst)?(?:\.open)?|wacz)$/i;

/** The archive files that paths lead to: a file whatever its name, a folder with all that is in it. Sorted, each once. */
export async function findFiles(paths: readonly string[]): Promise<Result<readonly string[]>> {
  const found = new Set<string>();
  for (const path of paths) {
    const kind = await stat(path).catch(() => null);
    if (!kind) return fail("never", "no-such-file", `There is no file or folder ${path}.`);
    if (!kind.isDirectory()) found.add(path);
    else {
      for (const entry of await readdir(path, { recursive: true, withFileTypes: true }))
        if (entry.isFile() && ENDING.test(entry.name)) found.add(join(entry.parentPath, entry.name));
    }
  }
  return ok([...found].sort());
}
