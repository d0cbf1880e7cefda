import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A copy of the checkout, in which files may be broken. */
export interface Copy {
  readonly root: string;
  /** For what the tests write, so that it goes with the copy. */
  readonly temporary: string;
  write(path: string, text: string): void;
  remove(): void;
}

/** Copies what git knows or would take in, so that tests not committed yet count too. Packages are linked to. */
export function copyTree(checkout: string): Copy {
  const folder = mkdtempSync(join(tmpdir(), "variorum-mutants-"));
  const [root, temporary] = [join(folder, "tree"), join(folder, "tmp")];
  mkdirSync(temporary);
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: checkout,
    encoding: "utf8",
  });
  for (const path of new Set(listed.split("\0"))) {
    // A file that was deleted and not yet committed is listed still.
    if (path === "" || !existsSync(join(checkout, path))) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    cpSync(join(checkout, path), join(root, path));
  }
  symlinkSync(join(checkout, "node_modules"), join(root, "node_modules"));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  return { root, temporary, remove, write: (path, text) => writeFileSync(join(root, path), text) };
}
