import { openArchive } from "#archive/archive";
import { createEngine } from "#engine/create";
import type { WorkEvent } from "#engine/engine";
import { DEFAULT_SETTINGS } from "#engine/settings";
import { isDeadWorker, workerName } from "#engine/worker-name";
import { createFetcher } from "#fetch/fetcher";
import { DrivenClock } from "#lib/clock";
import { createLog } from "#lib/log";
import { isOpening } from "#model/capture";
import { openStore } from "#store/open";
import type { Ask, WorkerOrder, WorkerReport } from "./orders.ts";

/** A worker as the command line builds it, but for a clock that the bench drives. */
const order = JSON.parse(process.argv[2]!) as WorkerOrder;
const log = createLog("error");
const clock = new DrivenClock(order.now);
const store = await openStore(order.database);
const allowPrivate = [`*.localhost:${order.pressPort}`];
const loopback = async () => [{ address: "127.0.0.1", family: 4 as const }];
const fetcher = createFetcher({ userAgent: "Variorum/bench", allowPrivate, resolve: loopback }, clock);
const owner = workerName();
const archive =
  order.archiveFolder === null
    ? null
    : await openArchive({
        folder: order.archiveFolder,
        bucket: null,
        keep: "versions",
        owner,
        isDead: (other) => isDeadWorker(other, owner),
        software: "Variorum/bench",
        clock,
        log,
      });
const settings = { ...DEFAULT_SETTINGS, threads: order.threads };
const engine = createEngine({ store, fetcher, clock, log, settings, owner, ...(archive && { archive }) });

const did = { looks: 0, polls: 0, failed: 0, newVersions: 0, read: 0 };
function count(event: WorkEvent): void {
  if (event.kind === "hub") return;
  if (event.kind === "poll") {
    did.polls++;
    return;
  }
  const { outcome, decision } = event.report;
  did.looks++;
  if (outcome === "error") did.failed++;
  if (isOpening(decision)) did.newVersions++;
  if (decision !== "none" && !UNREAD.has(event.report.reason.code)) did.read++;
}
/** Reasons of looks whose answer was not read: there was nothing new in it. */
const UNREAD: ReadonlySet<string> = new Set(["not-modified", "same-bytes"]);

const stop = new AbortController();
process.on("SIGTERM", () => stop.abort());
// The bench was ended: no one asks any more.
process.on("disconnect", () => stop.abort());
process.on("message", (ask: Ask) => {
  if (ask.kind === "time") clock.advanceTo(ask.now);
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  process.send!({
    cpuMs: (user + system) / 1000,
    residentBytes: rss,
    heapBytes: heapUsed,
    ...did,
  } satisfies WorkerReport);
});
process.send!({});
await engine.run({ signal: stop.signal, onEvent: count });
await engine.close();
await archive?.close();
await fetcher.close();
await store.close();
if (process.connected) process.disconnect();
