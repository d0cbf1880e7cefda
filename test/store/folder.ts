import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";

/** Path of a database that does not exist yet, in a folder that goes when the tests of this file end. */
export function freshFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "variorum-store-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "variorum.db");
}
