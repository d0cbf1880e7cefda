import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { WatchedDatabase } from "../watch/database.ts";
import { type Usage, usageOf } from "./processes.ts";

/** The program under test, over a filled database. */
export interface Server {
  readonly url: string;
  /** Of the server with its children, and of the database's server where there is one. */
  usage(): Usage;
  /** False from the moment that it has ended by itself. */
  isUp(): boolean;
  /** What it wrote to standard error last. */
  said(): string;
  stop(): Promise<void>;
}

export type Command = "serve" | "web";

const PROGRAM = resolve(import.meta.dirname, "..", "..", "bin", "variorum.js");
const CEILING = resolve(import.meta.dirname, "ceiling.ts");
/** A server of its own has a place among many on a busy machine. */
const STARTS_WITHIN_MS = 600_000;
const MOST_SAID = 4000;

/** As `variorum serve` is started, on any free port of loopback. `profile`: a folder for profiles of its CPU. */
export async function startServer(
  database: WatchedDatabase,
  command: Command,
  profile: string | null,
): Promise<Server> {
  const isFile = !database.place.startsWith("postgres:");
  const data = isFile ? dirname(database.place) : mkdtempSync(join(tmpdir(), "variorum-read-"));
  if (profile !== null) mkdirSync(profile, { recursive: true });
  const profiling = profile === null ? [] : ["--cpu-prof", `--cpu-prof-dir=${resolve(profile)}`];
  const server = await start(
    ["--max-semi-space-size=4", ...profiling, PROGRAM, command, "--port", "0", "--data", data],
    isFile ? {} : { DATABASE_URL: database.place },
    () => database.serverCpuMs(),
  );
  return {
    ...server,
    stop: async () => {
      await server.stop();
      if (!isFile) rmSync(data, { recursive: true });
    },
  };
}

/** The peer, over one page. */
export async function startCeiling(page: string): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "variorum-ceiling-"));
  const file = join(folder, "page.html");
  writeFileSync(file, page);
  try {
    return await start(["--disable-warning=ExperimentalWarning", CEILING, file], {}, () => 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function start(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  databaseCpuMs: () => number,
): Promise<Server> {
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environment },
  });
  let said = "";
  child.stderr!.on("data", (chunk) => {
    said = (said + chunk).slice(-MOST_SAID);
  });
  const url = await addressOf(child, () => said);
  const isUp = () => child.exitCode === null && child.signalCode === null;
  return {
    ...{ url, isUp, said: () => said },
    usage: () => {
      const own = usageOf(child.pid!);
      return { ...own, cpuMs: own.cpuMs + databaseCpuMs() };
    },
    stop: async () => {
      if (!isUp()) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** It prints where it listens. */
async function addressOf(child: ChildProcess, said: () => string): Promise<string> {
  let printed = "";
  return new Promise((found, failed) => {
    const late = setTimeout(() => failed(new Error(`The server did not start: ${printed}${said()}`)), STARTS_WITHIN_MS);
    child.once("exit", (code) => failed(new Error(`The server ended with ${code}: ${printed}${said()}`)));
    child.stdout!.on("data", (chunk) => {
      printed = (printed + chunk).slice(-MOST_SAID);
      const url = /(http:\/\/\S+)\s/.exec(printed)?.[1];
      if (!url) return;
      clearTimeout(late);
      found(url);
    });
  });
}
