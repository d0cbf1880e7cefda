import { createEngine } from "#engine/create";
import { DEFAULT_SETTINGS } from "#engine/settings";
import { workerName } from "#engine/worker-name";
import { createFetcher } from "#fetch/fetcher";
import { systemClock } from "#lib/clock";
import { silentLog } from "#lib/log";
import { openStore } from "#store/open";

/** Watches the store in argv[2] against loopback port argv[3] until it is killed. */
const [file, port] = process.argv.slice(2) as [string, string];
const store = await openStore(file);
const fetcher = createFetcher({ userAgent: "Variorum/test", allowPrivate: [`*.localhost:${port}`] }, systemClock);
const settings = { ...DEFAULT_SETTINGS, threads: 0, gapMs: 0, concurrency: 8 };
const engine = createEngine({ store, fetcher, clock: systemClock, log: silentLog, settings, owner: workerName() });
await engine.run();
