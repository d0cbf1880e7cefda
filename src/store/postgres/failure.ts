import { type Advice, FailureError } from "#model/failure";

const LOST = "The database server cannot be reached; it is asked again by and by.";
const UNREACHABLE: Meaning = ["retry", "store-unreachable", LOST];

type Meaning = readonly [advice: Advice, code: string, message: string];

/** The meaning of PostgreSQL's codes (Appendix A of its manual) that show no bug, by code or by its class of two characters. */
const MEANINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ["08", UNREACHABLE],
  ["57P01", UNREACHABLE],
  ["57P02", UNREACHABLE],
  ["57P03", UNREACHABLE],
  ["57P05", UNREACHABLE],
  ["25P03", UNREACHABLE],
  ["57014", ["retry", "store-slow", "The database took too long over a question and gave it up."]],
  ["53300", ["retry", "store-busy", "The database server has no connection left: raise its max_connections."]],
  ["40001", ["retry", "store-contended", "Others wrote the same rows again and again; nothing was stored."]],
  ["40P01", ["retry", "store-contended", "Others wrote the same rows again and again; nothing was stored."]],
  [
    "0A000",
    ["retry", "store-changed", "The tables were brought up to date by a newer Variorum; this connection starts again."],
  ],
  ["55P03", ["retry", "store-contended", "Another process holds what is needed; nothing was stored."]],
  ["53100", ["stop", "store-full", "The disk of the database server is full: nothing of this step was stored."]],
  ["53", ["retry", "store-busy", "The database server is short of memory or connections."]],
  ["28", ["stop", "store-refused", "The database server does not let us in: check user and password in DATABASE_URL."]],
  [
    "3D000",
    ["stop", "store-cannot-open", "The database does not exist: make it with createdb, or correct DATABASE_URL."],
  ],
  ["42501", ["stop", "store-refused", "The database user may not do this: give it all rights on the database."]],
  ["25006", ["stop", "store-readonly", "The database cannot be written: it is a standby, or set to be read only."]],
  ["58", ["stop", "store-io", "The database server failed to read or write its disk."]],
  ["XX001", ["stop", "store-corrupt", "The database is damaged. Restore the latest backup."]],
  [
    "XX002",
    ["stop", "store-corrupt", "An index of the database is damaged: reindex it, or restore the latest backup."],
  ],
]);

/** Codes of Node for connections that did not come about or broke. */
const NETWORK: ReadonlySet<string> = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"],
  ...["ENOENT", "ECONNABORTED"],
]);
/** How the driver, which gives these no code, says that a connection is gone or never came. */
const LOST_CONNECTION =
  /^(?:Connection terminated|Client has encountered a connection error|timeout e(?:xceeded|xpired))/;

/** Another transaction was in the way, or stored the same row meanwhile: done again, this one finds what the other wrote. */
const AGAIN: ReadonlySet<string> = new Set(["40001", "40P01", "23505", "0A000"]);

const codeOf = (error: unknown): string => {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === "string" ? code : "";
};

/** A prepared statement that reads all columns does not survive a new column: it is of use on a new connection only. */
export const isOutdated = (error: unknown): boolean => codeOf(error) === "0A000";

/** Whether the whole transaction may be done again at once. */
export const isContention = (error: unknown): boolean =>
  AGAIN.has(codeOf(error instanceof FailureError ? error.cause : error));

/** The error to throw in place of one that the driver threw; `where` names the database without its password. */
export function translated(error: unknown, where: string): unknown {
  if (error instanceof FailureError) return error;
  const code = codeOf(error);
  const text = error instanceof Error ? error.message : String(error);
  const meaning =
    NETWORK.has(code) || LOST_CONNECTION.test(text)
      ? UNREACHABLE
      : (MEANINGS.get(code) ?? MEANINGS.get(code.slice(0, 2)));
  if (!meaning) return error;
  const [advice, name, message] = meaning;
  const said = text === "" ? code : text;
  return new FailureError({ advice, code: name, message: `${message} (${where}: ${said})` }, { cause: error });
}
