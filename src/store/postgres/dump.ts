import { FailureError } from "#model/failure";
import { type Ended, runProgram } from "./client-program.ts";
import { STEPS } from "./migrate.ts";

export const RESTORER = "pg_restore";

/** What a file made by `pg_dump` says about itself. */
export interface Dump {
  /** Where our tables stood. */
  readonly schema: string;
  /** Steps of the schema that it has seen. */
  readonly steps: readonly string[];
  /** Of the server it was made from, such as 17.2. */
  readonly serverVersion: string;
}

/** Throws a FailureError when the file cannot be read, or is no copy of a database of ours. */
export async function readDump(file: string, signal?: AbortSignal): Promise<Dump> {
  const list = await asked(["--list", file], file, signal);
  const schema = /^\d+; \d+ \d+ TABLE (\S+) variorum_migration /m.exec(list)?.[1];
  if (schema === undefined) throw foreign(file);
  const table = await asked(["--data-only", `--schema=${schema}`, `--table=${STEPS}`, "--file=-", file], file, signal);
  const rows = /^COPY [^\n]*\n(.*?)^\\\.$/ms.exec(table)?.[1];
  if (rows === undefined) throw foreign(file);
  return {
    schema,
    steps: rows
      .split("\n")
      .filter(Boolean)
      .map((row) => row.split("\t")[0]!),
    serverVersion: /Dumped from database version: ([\d.]+)/.exec(list)?.[1] ?? "",
  };
}

async function asked(args: readonly string[], file: string, signal?: AbortSignal): Promise<string> {
  const ended = await runProgram(RESTORER, args, signal);
  if (ended.code === 0) return ended.out;
  throw failed(ended, `${file} cannot be read`);
}

/** What to do when `pg_restore` did not do it. */
export function failed({ code, said }: Ended, what: string): FailureError {
  if (code === "ENOENT") {
    const message = `A backup of a PostgreSQL database is put back by ${RESTORER}, which is not installed here (Debian: apt-get install postgresql-client).`;
    return new FailureError({ advice: "stop", code: "restore-no-program", message });
  }
  const why = said || `${RESTORER} ended with ${code}`;
  // Its words for a file of a later format, and for settings that only a later server knows.
  const hint = /unsupported version/.test(said)
    ? ` The ${RESTORER} here is older than what made the file: install a newer postgresql-client.`
    : /unrecognized configuration parameter/.test(said)
      ? " The server is older than what made the file: restore into one that is as new."
      : "";
  return new FailureError({ advice: "stop", code: "restore-failed", message: `${what}: ${why}${hint}` });
}

const foreign = (file: string): FailureError =>
  new FailureError({
    advice: "stop",
    code: "restore-foreign",
    message: `${file} is a dump of another program's database: Variorum's tables are not in it.`,
  });
