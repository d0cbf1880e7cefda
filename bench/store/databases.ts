import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openStore } from "#store/index";
import type { Store } from "#store/store";
import { startCluster } from "../../scripts/postgres.ts";

export interface Database {
  readonly title: string;
  open(): Promise<Store>;
  /** Bytes on the disk, without the log of writes. */
  bytes(): Promise<number>;
  /** CPU time used so far by this process and the server, if there is one. */
  cpuMs(): number;
  /** What the server does by itself within a minute: counts how common each word is. */
  settle(): Promise<void>;
  remove(): Promise<void>;
}

export async function sqliteDatabase(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), "variorum-bench-"));
  const file = join(folder, "store.db");
  return {
    title: `SQLite ${process.versions["sqlite"]}, one file`,
    open: () => openStore(file),
    bytes: async () => statSync(file).size,
    cpuMs: ownCpuMs,
    settle: async () => {},
    remove: async () => rmSync(folder, { recursive: true }),
  };
}

/** A server of its own on this machine, as it is installed but for its folder: every commit is on the disk. */
export async function postgresDatabase(): Promise<Database> {
  const cluster = await startCluster({ durable: true });
  const url = cluster.url("postgres");
  const control = new pg.Client({ connectionString: url });
  await control.connect();
  const { rows } = await control.query("select current_setting('server_version') as version");
  return {
    title: `PostgreSQL ${String(rows[0].version).split(" ")[0]}, through a socket`,
    open: () => openStore(url),
    bytes: async () => {
      // Rows that were replaced, which the server clears away by itself, make room for those that come.
      await control.query("vacuum");
      return Number((await control.query("select pg_database_size(current_database()) as n")).rows[0].n);
    },
    cpuMs: () => ownCpuMs() + serverCpuMs(cluster.pid()),
    settle: async () => {
      await control.query("vacuum analyze");
    },
    remove: async () => {
      await control.end();
      await cluster.stop();
    },
  };
}

function ownCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Linux counts CPU time in hundredths of a second. */
const TICK_MS = 10;

/** The server and its children, those that have ended included; 0 where the system does not tell. */
export function serverCpuMs(pid: number): number {
  let ticks = 0;
  for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const fields = statOf(entry);
    // See proc(5): parent, then user and system time of the process, then those of children that have ended.
    if (entry === String(pid))
      ticks += Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]);
    else if (fields[1] === String(pid)) ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks * TICK_MS;
}

/** Fields after the name, which may hold spaces and brackets. */
function statOf(process: string): readonly string[] {
  try {
    const text = readFileSync(`/proc/${process}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    // It has ended since the folder was read.
    return [];
  }
}
