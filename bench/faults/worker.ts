import { openArchive } from "#archive/archive";
import { s3Bucket } from "#archive/bucket";
import { patiently } from "#cli/patience";
import { createEngine } from "#engine/create";
import { DEFAULT_SETTINGS } from "#engine/settings";
import { isDeadWorker, workerName } from "#engine/worker-name";
import { createFetcher } from "#fetch/fetcher";
import { createLog } from "#lib/log";
import { SharedClock } from "#lib/shared-clock";
import { openStore } from "#store/open";
import { FastClock } from "./fast-clock.ts";
import type { Message, Order } from "./order.ts";

/** A worker as the command line builds it, but for time that runs faster and names that lead to the press of the bench. */
const order = JSON.parse(process.argv[2]!) as Order;
const log = createLog("error");

const realNow = Date.now;
let skewMs = 0;
Date.now = () => realNow() + skewMs;
let namesWork = true;
process.on("message", (message: Message) => {
  if (message.kind === "clock") skewMs = message.skewMs;
  else namesWork = message.works;
});

const stop = new AbortController();
process.on("SIGTERM", () => stop.abort());
const store = await patiently(
  () => openStore(order.databaseUrl, { connections: 4 }),
  stop.signal,
  () => {},
);
const shared = await patiently(
  () => SharedClock.open(store.serverNow!),
  stop.signal,
  () => {},
);
const clock = new FastClock(shared, order);
const fetcher = createFetcher(
  {
    userAgent: "Variorum/bench",
    allowPrivate: [`*.localhost:${order.pressPort}`],
    // Real time: a silent press is given up in 4 s.
    timeouts: { connectMs: 2000, headersMs: 3000, wholeMs: 4000 },
    resolve: async (hostname) => {
      if (!namesWork) throw Object.assign(new Error(`getaddrinfo EAI_AGAIN ${hostname}`), { code: "EAI_AGAIN" });
      return [{ address: order.pressHost, family: 4 }];
    },
  },
  clock,
);
const owner = workerName();
const archive = await openArchive({
  folder: order.archiveFolder,
  bucket: s3Bucket({
    endpoint: order.bucketEndpoint,
    bucket: "press",
    prefix: "",
    region: "here",
    accessKeyId: "bench",
    secretAccessKey: "bench",
    limitMs: 5000,
  }),
  keep: "versions",
  owner,
  isDead: (other) => isDeadWorker(other, owner),
  software: "Variorum/bench",
  clock,
  log,
  maxFileBytes: 4 * 1024 * 1024,
});
const settings = { ...DEFAULT_SETTINGS, threads: 1, gapMs: order.gapMs, concurrency: 32 };
const engine = createEngine({ store, fetcher, archive, clock, log, settings, owner });
process.send?.("ready");
await engine.run({ signal: stop.signal });
await engine.close();
await archive.close();
await fetcher.close();
shared.stop();
await store.close();
process.disconnect?.();
