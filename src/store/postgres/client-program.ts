import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FailureError } from "#model/failure";
import type { Address } from "./address.ts";

/** What a program of PostgreSQL's client ended with. */
export interface Ended {
  /** 0 when it did what it was asked; a sign of the system's when it could not be started, or was killed. */
  readonly code: number | string;
  readonly out: string;
  /** The end of what it complained of. */
  readonly said: string;
}

/** More than the contents of any database of ours, as a program lists them. */
const MAX_OUT_CHARS = 16 * 1024 ** 2;
const MAX_SAID_CHARS = 2000;

/** Runs one of PostgreSQL's own programs, which come with its client; aborted, it is ended and the call fails so. */
export function runProgram(program: string, args: readonly string[], signal?: AbortSignal): Promise<Ended> {
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], ...(signal && { signal }) });
  let out = "";
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    out += chunk;
    if (out.length > MAX_OUT_CHARS) child.kill();
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    said = (said + chunk).slice(-MAX_SAID_CHARS);
  });
  return new Promise((resolve, reject) => {
    let failed: NodeJS.ErrnoException | null = null;
    child.on("error", (error) => {
      failed = error;
      // What could not be started does not close either.
      if (child.pid === undefined) resolve({ code: failed.code ?? failed.message, out, said });
    });
    child.on("close", (exit, sign) => {
      if (failed?.name === "AbortError") reject(aborted());
      else resolve({ code: exit ?? sign ?? "killed", out, said: said.trim() });
    });
  });
}

export const aborted = (): FailureError =>
  new FailureError({ advice: "stop", code: "aborted", message: "Stopped; nothing was changed." });

/** Gives how a program finds the database, without the password: everybody can read the arguments of a process. */
export async function withConnection<T>(address: Address, work: (connection: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "variorum-client-"));
  try {
    const passwords = join(folder, "passwords");
    // In a file that only we can read.
    if (address.password !== null)
      await writeFile(passwords, `*:*:*:*:${escaped(address.password)}\n`, { mode: 0o600 });
    return await work(connection(address, passwords));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const escaped = (text: string): string => text.replace(/[\\:]/g, "\\$&");
const quoted = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`;

/** What an address may say of TLS, in the words of libpq. */
const TLS = ["sslmode", "sslrootcert", "sslcert", "sslkey"];

function tlsOf({ connectionString }: Address): Readonly<Record<string, string>> {
  const said = [...new URLSearchParams(connectionString.split("?")[1] ?? "")].filter(([name]) => TLS.includes(name));
  // A word of our driver's own: encrypted, and whoever answers is believed.
  return Object.fromEntries(said.map(([name, value]) => [name, value === "no-verify" ? "require" : value]));
}

function connection(address: Address, passwords: string): string {
  const { host, port, user, database } = address;
  const parts = { host, port: String(port), user, dbname: database, ...tlsOf(address) };
  const all = address.password === null ? parts : { ...parts, passfile: passwords };
  return Object.entries(all)
    .map(([key, value]) => `${key}=${quoted(value)}`)
    .join(" ");
}
