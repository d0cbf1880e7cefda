import { open, unlink } from "node:fs/promises";
import { FailureError } from "#model/failure";
import type { Address } from "./address.ts";
import { runProgram, withConnection } from "./client-program.ts";
import { ASIDE_PREFIX } from "./set-aside.ts";

const DUMPER = "pg_dump";

/**
 * A consistent copy of the whole database by `pg_dump`, in its own packed format, which `restorePostgres` reads. It delays no one
 * meanwhile. It does not contain what a restore moved aside. Never overwrites.
 */
export async function backupDatabase(address: Address, toFile: string): Promise<void> {
  await claim(toFile);
  try {
    await withConnection(address, (connection) => dump(connection, toFile));
  } catch (error) {
    await unlink(toFile);
    throw error;
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

async function dump(connection: string, toFile: string): Promise<void> {
  const { code, said } = await runProgram(DUMPER, [
    ...["--format=custom", "--no-password", `--exclude-schema=${ASIDE_PREFIX}*`],
    ...[`--file=${toFile}`, `--dbname=${connection}`],
  ]);
  if (code === 0) return;
  const missing = code === "ENOENT";
  const message = missing
    ? `A backup of a PostgreSQL database needs ${DUMPER}, which is not installed here (Debian: apt-get install postgresql-client). Or let the server's own backups do it: ${DUMPER} elsewhere, or pg_basebackup.`
    : `${DUMPER} could not copy the database: ${said || `it ended with ${code}`}`;
  throw new FailureError({ advice: "stop", code: missing ? "backup-no-program" : "backup-failed", message });
}
