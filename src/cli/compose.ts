import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "#config/schema";
import type { Engine } from "#engine/engine";
import { AGENT_TOKEN, userAgent } from "#fetch/settings";
import { type Clock, systemClock } from "#lib/clock";
import { closeAll } from "#lib/close-all";
import type { Log } from "#lib/log";
import { SharedClock } from "#lib/shared-clock";
import { FailureError } from "#model/failure";
import type { Fetcher } from "#model/fetcher";
import type { Store } from "#store/store";
import { Exit } from "./exit.ts";
import type { Metrics } from "./metrics.ts";
import { openOwnArchive } from "./open-archive.ts";
import { publicBaseOf } from "./public-base.ts";
import { VERSION } from "./version.ts";

// Engine, store and fetcher are imported when they are needed: `--help` and `collate` answer in half the time.

/** Everything that runs, built once from the settings. */
export interface Services {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly store: Store;
  readonly fetcher: Fetcher;
  readonly engine: Engine;
  readonly metrics: Metrics;
  /** Ends threads, connections and the store, in this order. */
  close(): Promise<void>;
}

export interface HouseOptions {
  readonly log: Log;
  /** Default: the clock of the database if it has one, so that all machines agree; else this machine's. */
  readonly clock?: Clock;
  /** Where hubs reach the pages; as the settings say, when absent. */
  readonly publicBase?: () => string | null;
  /** Threads for reading pages; 0 does all work in the main thread. */
  readonly threads?: number;
}

export async function openServices(
  config: Config,
  { log, clock: given, threads, publicBase }: HouseOptions,
): Promise<Services> {
  const { createEngine } = await import("#engine/create");
  const { workerName } = await import("#engine/worker-name");
  const { createMetrics } = await import("./metrics.ts");
  const store = await openData(config);
  const shared = !given && store.serverNow ? await SharedClock.open(store.serverNow) : null;
  const clock = given ?? shared ?? systemClock;
  const fetcher = await openFetcher(config, clock);
  const owner = workerName();
  const archive = await openOwnArchive(config, { clock, log, owner });
  const base = await publicBaseOf(config);
  const metrics = createMetrics(store.reader, clock);
  const engine = createEngine({
    store,
    fetcher,
    clock,
    log,
    meter: metrics.meter,
    owner,
    publicBase: publicBase ?? (() => (base.ok ? base.value : null)),
    ...(archive && { archive }),
    settings: {
      gapMs: config.gapMs,
      dailyCap: config.dailyCap,
      isOwn: await ownPlaces(config),
      interactiveGapMs: config.interactiveGapMs,
      feedPeriodMs: config.feedPeriodMs,
      agentToken: AGENT_TOKEN,
      concurrency: config.concurrency,
      threads: threads ?? config.threads,
    },
  });
  const close = async () => {
    shared?.stop();
    await closeAll([() => engine.close(), () => fetcher.close(), () => archive?.close(), () => store.close()]);
  };
  return { config, clock, log, store, fetcher, engine, metrics, close };
}

/** The store in the database or in the data folder; created if missing. */
async function openData(config: Config, mustExist = false): Promise<Store> {
  const { openStore } = await import("#store/open");
  return openStore(config.databaseUrl ?? storeFile(config), { connections: config.databaseConnections, mustExist });
}

/** For commands that only read: does not create data. */
export async function openExistingData(config: Config): Promise<Store> {
  if (config.databaseUrl === null) {
    if (existsSync(storeFile(config))) return openData(config);
    throw nothingThere(`in ${config.dataDir}`, "choose another folder with --data");
  }
  try {
    return await openData(config, true);
  } catch (error) {
    if (!(error instanceof FailureError) || error.failure.code !== "store-empty") throw error;
    throw nothingThere("in the database", "choose another one with DATABASE_URL");
  }
}

const nothingThere = (where: string, otherwise: string): Exit =>
  new Exit(
    "notFound",
    `There is no data ${where} yet. Add something to watch with "variorum add URL", or ${otherwise}.`,
  );

export const storeFile = (config: Config): string => join(config.dataDir, "variorum.db");

export async function openFetcher(config: Config, clock: Clock): Promise<Fetcher> {
  const { createFetcher } = await import("#fetch/fetcher");
  const { renderingFetcher } = await import("#fetch/rendering-fetcher");
  const { allowList } = await import("#fetch/target");
  const { allowPrivate, maxBodyBytes, browser: browserPath } = config;
  const agent = agentOf(config);
  const plain = createFetcher(
    { userAgent: agent, allowPrivate, timeouts: { wholeMs: config.timeoutMs }, maxBodyBytes },
    clock,
  );
  const isAllowed = allowList(allowPrivate);
  return renderingFetcher(plain, { browserPath, userAgent: agent, locale: "en", isAllowed, maxBodyBytes }, clock);
}

/** On hosts of the operator (`allow-private`) any pause between requests may be chosen. */
async function ownPlaces({ allowPrivate }: Config): Promise<(url: string) => boolean> {
  const { allowList, portOf } = await import("#fetch/target");
  const isAllowed = allowList(allowPrivate);
  return (url) => {
    const parsed = new URL(url);
    return isAllowed(parsed.hostname, portOf(parsed));
  };
}

/** The user agent. Without a contact it is the name alone; `doctor` asks for one. */
function agentOf(config: Config): string {
  const contact = config.contact ?? config.publicUrl;
  if (contact === null) return `${AGENT_TOKEN}/${VERSION}`;
  return userAgent(VERSION, contact.includes("@") && !contact.includes(":") ? `mailto:${contact}` : contact);
}
