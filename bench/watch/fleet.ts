import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MINUTE_MS } from "#lib/clock";
import { type Child, startChild } from "./child.ts";
import { Clockwork } from "./clockwork.ts";
import type { WatchedDatabase } from "./database.ts";
import type { PressReady, PressReport, WorkerOrder, WorkerReport } from "./orders.ts";

/** Each worker does the beginning of its work in code that is not compiled yet: so many looks of each are not in the figures. */
const WARM_LOOKS = 300;
/** Hosts with something due, per worker, below which time goes on: half of what it works on at the same time. */
const FEW = 16;

export type Press = Child<PressReady, PressReport>;

export interface FleetOptions {
  readonly database: WatchedDatabase;
  readonly press: Press;
  readonly workers: number;
  readonly threads: number;
  readonly keepsArchive: boolean;
  readonly startAt: number;
}

/** What some workers did between two instants. */
export interface Stretch {
  readonly looks: number;
  readonly read: number;
  readonly polls: number;
  readonly newVersions: number;
  readonly failed: number;
  readonly seconds: number;
  readonly workerCpuMs: number;
  readonly serverCpuMs: number;
  /** Of the largest worker, at the end. */
  readonly residentBytes: number;
  readonly heapBytes: number;
  /** Simulated time at the end. */
  readonly now: number;
}

/**
 * Lets workers watch until they have done so many looks after their warm ones, and measures every so many of them.
 */
export async function watchFor(options: FleetOptions, looks: number, every: number): Promise<readonly Stretch[]> {
  const { database, press, startAt } = options;
  const archive = options.keepsArchive ? mkdtempSync(join(tmpdir(), "variorum-watch-archive-")) : null;
  const order: WorkerOrder = {
    database: database.place,
    pressPort: press.ready.port,
    archiveFolder: archive,
    threads: options.threads,
    now: startAt,
  };
  const workers = await Promise.all(
    Array.from({ length: options.workers }, () => startChild<object, WorkerReport>("worker", order, NODE_FLAGS)),
  );
  const tellAll = async (now: number) => {
    // The press first: no one asks it before its time.
    await press.tell(now);
    await Promise.all(workers.map((worker) => worker.tell(now)));
  };
  const clockwork = new Clockwork(database, startAt, tellAll, () => FEW * workers.length);
  const standing = async (): Promise<Standing> => ({
    at: performance.now(),
    serverCpuMs: database.serverCpuMs(),
    reports: await Promise.all(workers.map((worker) => worker.report())),
  });
  const until = (wanted: number) =>
    clockwork.runUntil(wanted, async () => {
      const done = sum((await standing()).reports, ({ looks }) => looks);
      progress(done, wanted, clockwork.now);
      return done;
    });
  const progress = progressLine(options.workers, startAt);
  const warm = WARM_LOOKS * workers.length;
  const stretches: Stretch[] = [];
  try {
    await until(warm);
    let before = await standing();
    for (let done = 0; done < looks; done += every) {
      await until(warm + Math.min(done + every, looks));
      const after = await standing();
      stretches.push(stretchOf(before, after, clockwork.now));
      before = after;
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.end()));
    if (archive !== null) rmSync(archive, { recursive: true });
  }
  return stretches;
}

/** Between two lines of progress, in real time. */
const PROGRESS_MS = 10_000;

/** Says how far the workers are, to whoever waits: a run takes minutes. */
function progressLine(workers: number, startAt: number): (done: number, wanted: number, now: number) => void {
  let reportedAt = performance.now();
  return (done, wanted, now) => {
    if (performance.now() - reportedAt < PROGRESS_MS) return;
    reportedAt = performance.now();
    const minutes = ((now - startAt) / MINUTE_MS).toFixed(0);
    console.error(`${workers} worker(s): ${done} of ${wanted} looks, ${minutes} simulated minutes`);
  };
}

/** As the executable is started (decision 11). */
const NODE_FLAGS = ["--max-semi-space-size=4"];

interface Standing {
  readonly at: number;
  readonly serverCpuMs: number;
  readonly reports: readonly WorkerReport[];
}

function sum(reports: readonly WorkerReport[], of: (report: WorkerReport) => number): number {
  return reports.reduce((total, report) => total + of(report), 0);
}

function stretchOf(before: Standing, after: Standing, now: number): Stretch {
  const since = (of: (report: WorkerReport) => number) => sum(after.reports, of) - sum(before.reports, of);
  return {
    looks: since(({ looks }) => looks),
    read: since(({ read }) => read),
    polls: since(({ polls }) => polls),
    newVersions: since(({ newVersions }) => newVersions),
    failed: since(({ failed }) => failed),
    seconds: (after.at - before.at) / 1000,
    workerCpuMs: since(({ cpuMs }) => cpuMs),
    serverCpuMs: after.serverCpuMs - before.serverCpuMs,
    residentBytes: Math.max(...after.reports.map(({ residentBytes }) => residentBytes)),
    heapBytes: Math.max(...after.reports.map(({ heapBytes }) => heapBytes)),
    now,
  };
}
