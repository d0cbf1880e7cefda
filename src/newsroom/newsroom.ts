import { type Clock, systemClock } from "#lib/clock";
import type { FeedKind } from "#model/source";
import type { Scale } from "#newsroom/generator/generated-house";
import { Hub } from "#newsroom/hub/hub";
import { type Assessment, assess } from "./assess.ts";
import type { NoiseKind } from "./noise.ts";
import type { ObservedArticle } from "./observed.ts";
import { openPress } from "./press.ts";
import type { HostRequests } from "./requests.ts";
import { openServer } from "./server.ts";
import type { SourceKind } from "./site.ts";
import { type Truth, truthOf } from "./truth.ts";

export interface NewsroomOptions {
  /** Decides what every page says. */
  readonly clock: Clock;
  /** Begin of the simulated day, epoch ms. Some articles are older; the script runs for 24 hours from here. */
  readonly startAt: number;
  /** The generated articles depend on it, the written stories do not. */
  readonly seed: number;
  /** Generated hosts for benchmarks; none by default. */
  readonly scale?: Scale;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Waits out slow answers; the system's clock by default, so that a driven `clock` is never waited for. */
  readonly delays?: Clock;
  /** Length of a slow answer on `delays`; 25 by default. */
  readonly slowMs?: number;
}

export interface NewsroomSource {
  readonly name: string;
  readonly homeUrl: string;
  readonly feedUrls: readonly string[];
  /** Of the feed at the same place. */
  readonly feedKinds: readonly FeedKind[];
  readonly language: string;
  readonly kind: SourceKind;
}

/** A fictional press on loopback. Hosts are `*.localhost`, told apart by the Host header. */
export interface Newsroom {
  readonly port: number;
  readonly sources: readonly NewsroomSource[];
  /** Also at `http://newsroom.localhost:PORT/truth.json`. */
  truth(): Truth;
  /** `assess` against this newsroom's truth. */
  assess(observed: readonly ObservedArticle[]): Assessment;
  /** By host label (`daily`), for each host that was asked. */
  requests(): readonly HostRequests[];
  /** How many answers had each noise; of edits and outages see the truth. */
  met(): ReadonlyMap<NoiseKind, number>;
  /** What the press does of its own accord, by its clock: its hub pushes. */
  readonly hub: Hub;
  close(): Promise<void>;
}

export async function openNewsroom(options: NewsroomOptions): Promise<Newsroom> {
  const { clock, startAt, seed } = options;
  const press = openPress(startAt, seed, options.scale ?? { hosts: 0, articles: 0 });
  const hub = new Hub(clock, press.houseOf);
  const server = await openServer({
    hub: (body) => hub.take(body),
    clock,
    delays: options.delays ?? systemClock,
    slowMs: options.slowMs ?? DEFAULT_SLOW_MS,
    port: options.port ?? 0,
    houseOf: press.houseOf,
    truth: () => JSON.stringify(truth()),
  });
  const truth = () => truthOf(press.houses(), startAt, seed, server.port);
  return {
    port: server.port,
    sources: [...press.houses()].map(({ site }) => {
      const base = `http://${site.host}.localhost:${server.port}`;
      return {
        name: site.name,
        homeUrl: `${base}/`,
        feedUrls: site.feeds.map((feed) => base + feed.path),
        feedKinds: site.feeds.map(({ kind }) => kind),
        language: site.language,
        kind: site.kind,
      };
    }),
    truth,
    assess: (observed) => assess(truth(), observed),
    requests: server.requests,
    met: server.met,
    hub,
    close: server.close,
  };
}

/** Long enough to be seen in a log, short enough for a benchmark. */
const DEFAULT_SLOW_MS = 25;
