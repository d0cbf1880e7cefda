import { spawn } from "node:child_process";
import { mkdtemp, open, rm, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FailureError } from "#model/failure";
import type { Address } from "./address.ts";

const DUMPER = "pg_dump";

/**
 * A consistent copy of the whole database by `pg_dump`, in its own packed format: `pg_restore --dbname=DATABASE FILE` takes
 * it back. Nobody is held up meanwhile. Never overwrites.
 */
export async function backupDatabase(address: Address, toFile: string): Promise<void> {
  await claim(toFile);
  const folder = await mkdtemp(join(tmpdir(), "variorum-dump-"));
  try {
    const passwords = join(folder, "passwords");
    // In a file that only we can read, because everybody can read the arguments of a process.
    if (address.password !== null)
      await writeFile(passwords, `*:*:*:*:${escaped(address.password)}\n`, { mode: 0o600 });
    await dump(connection(address, passwords), toFile);
  } catch (error) {
    await unlink(toFile);
    throw error;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function claim(toFile: string): Promise<void> {
  try {
    await (await open(toFile, "wx")).close();
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === "EEXIST";
    const message = exists
      ? `${toFile} exists already; a backup never overwrites anything. Choose another name.`
      : `${toFile} cannot be created: ${(error as Error).message}`;
    throw new FailureError({ advice: "stop", code: exists ? "backup-exists" : "backup-unwritable", message });
  }
}

const escaped = (text: string): string => text.replace(/[\\:]/g, "\\$&");
const quoted = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`;

function connection(address: Address, passwords: string): string {
  const parts = { host: address.host, port: String(address.port), user: address.user, dbname: address.database };
  const all = address.password === null ? parts : { ...parts, passfile: passwords };
  return Object.entries(all)
    .map(([key, value]) => `${key}=${quoted(value)}`)
    .join(" ");
}

async function dump(connection: string, toFile: string): Promise<void> {
  const child = spawn(DUMPER, ["--format=custom", "--no-password", `--file=${toFile}`, `--dbname=${connection}`], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said = (said + chunk).slice(-2000);
  });
  const code = await new Promise<number | string>((resolve) => {
    child.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    child.on("close", (exit) => resolve(exit ?? "killed"));
  });
  if (code === 0) return;
  const missing = code === "ENOENT";
  const message = missing
    ? `A backup of a PostgreSQL database needs ${DUMPER}, which is not installed here (Debian: apt-get install postgresql-client). Or let the server's own backups do it: ${DUMPER} elsewhere, or pg_basebackup.`
    : `${DUMPER} could not copy the database: ${said.trim() || `it ended with ${code}`}`;
  throw new FailureError({ advice: "stop", code: missing ? "backup-no-program" : "backup-failed", message });
}
