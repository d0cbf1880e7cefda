import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, chmodSync, chownSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A server of PostgreSQL for tests and benchmarks, in a folder of its own, reached through a socket in it. */
export interface Cluster {
  /** Address of a database of this server; `postgres` is always there. */
  url(database: string): string;
  /** Process id of the server, whose children do its work. */
  pid(): number;
  /** Kills or shuts down the server and starts it again on the same data. */
  restart(signal: "SIGINT" | "SIGQUIT"): Promise<void>;
  /** Ends the server and removes its folder. */
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** False where nothing has to outlive a power cut: tests are faster then. */
  readonly durable: boolean;
  /** A folder that outlives the server, and may have data of an earlier run; without it one that is removed at the end. */
  readonly keptIn?: string;
}

/** How long a server may take to start on a busy machine. */
const START_MS = 60_000;
/** The server refuses to run as root; its package brings this user. */
const SERVER_USER = "postgres";
const MEMORY_FOLDER = "/dev/shm";

/**
 * Folder of the newest server's programs, which are rarely on the path, or null when none is installed. The variable PG_BIN names
 * another one: tests run over any release.
 */
export function serverPrograms(): string | null {
  const wanted = process.env["PG_BIN"];
  if (wanted) return wanted;
  const version = (folder: string) => Number(/(\d+)/.exec(folder)?.[1] ?? 0);
  const packaged = globSync("/usr/{lib/postgresql/*,pgsql-*,lib/pgsql,local/pgsql}/bin").sort(
    (a, b) => version(b) - version(a),
  );
  const onPath = (process.env["PATH"] ?? "").split(delimiter);
  return [...packaged, ...onPath].find((folder) => existsSync(join(folder, "initdb"))) ?? null;
}

/** Makes and starts a server; throws with what to do when that is not possible here. */
export async function startCluster({ durable, keptIn }: ClusterOptions): Promise<Cluster> {
  const programs = serverPrograms();
  if (programs === null)
    throw new Error("No PostgreSQL server is installed here. On Debian or Ubuntu: sudo apt-get install postgresql");
  const user = serverUser();
  const folder = keptIn ?? mkdtempSync(join(durable ? tmpdir() : quickFolder(), "variorum-pg-"));
  chmodSync(folder, 0o755);
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  if (!existsSync(data)) {
    const made = spawnSync(join(programs, "initdb"), initArguments(data), { ...user, encoding: "utf8", cwd: folder });
    if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}${made.stdout}`);
    appendFileSync(join(data, "postgresql.conf"), settings(folder, durable));
  }
  const url = (database: string) => `postgres://variorum@/${database}?host=${encodeURIComponent(folder)}`;
  let server = await start(programs, data, user);
  // A run that ends without stopping it, after an error, leaves no server behind.
  const abandon = () => {
    server.kill("SIGQUIT");
    if (keptIn === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once("exit", abandon);
  return {
    url,
    pid: () => server.pid!,
    restart: async (signal) => {
      await end(server, signal);
      server = await start(programs, data, user);
    },
    stop: async () => {
      process.off("exit", abandon);
      await end(server, "SIGINT");
      if (keptIn === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Memory, where the system offers a folder in it: a database is some thousand small files. */
const quickFolder = (): string => (existsSync(MEMORY_FOLDER) ? MEMORY_FOLDER : tmpdir());

const initArguments = (data: string): readonly string[] => [
  ...["-D", data, "-U", "variorum", "-E", "UTF8", "--locale=C", "--auth=trust", "--no-sync", "--no-instructions"],
];

const settings = (socketFolder: string, durable: boolean): string => `
listen_addresses = ''
unix_socket_directories = '${socketFolder}'
max_connections = 200
${durable ? "" : "fsync = off\nfull_page_writes = off\n"}`;

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** Who runs the server: ourselves, or the package's user when we are root. */
function serverUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync("id", [flag, SERVER_USER], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function start(programs: string, data: string, user: User | undefined): Promise<ChildProcess> {
  const server = spawn(join(programs, "postgres"), ["-D", data], { ...user, cwd: data, stdio: "pipe" });
  let said = "";
  server.stderr!.on("data", (chunk) => {
    said = (said + chunk).slice(-4000);
  });
  server.stdout!.resume();
  // Whoever waits for the end of a test run does not wait for the server.
  server.unref();
  for (const stream of [server.stdin, server.stdout, server.stderr]) (stream as unknown as { unref(): void }).unref();
  const pidFile = join(data, "postmaster.pid");
  for (const until = Date.now() + START_MS; Date.now() < until; await sleep(20)) {
    if (server.exitCode !== null) throw new Error(`The PostgreSQL server ended at its start: ${said}`);
    // The last line of its file says how far it is.
    if (readOrEmpty(pidFile).trimEnd().endsWith("ready")) return server;
  }
  server.kill("SIGQUIT");
  throw new Error(`The PostgreSQL server was not ready within ${START_MS / 1000} s: ${said}`);
}

const readOrEmpty = (file: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
};

async function end(server: ChildProcess, signal: "SIGINT" | "SIGQUIT"): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.ref();
  const ended = once(server, "exit");
  server.kill(signal);
  await ended;
}
