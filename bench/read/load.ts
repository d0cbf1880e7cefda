import { setTimeout as sleep } from "node:timers/promises";
import type { Answer, Client } from "./client.ts";
import { createClient } from "./client.ts";
import type { Request } from "./draw.ts";
import type { Server } from "./server.ts";

export interface Load {
  readonly answers: number;
  readonly seconds: number;
  /** Sorted, ms: from the instant at which a request was to be sent, so that a server that lags behind does not look fast. */
  readonly waits: readonly number[];
  /** Answers by status; 0 stands for none. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Of `/ready`, sorted, ms. */
  readonly ready: readonly number[];
  /** Of the server per answer, the database's included; null when it has ended. */
  readonly cpuMs: number | null;
  /** Of this process per answer. */
  readonly ownCpuMs: number;
  readonly peakBytes: number;
  readonly processes: number;
  /** Null while it lived to the end. */
  readonly endedAfterSeconds: number | null;
}

interface Readers {
  readonly server: Server;
  readonly next: () => Request;
  readonly answered: (request: Request, etag: string | null) => void;
}

const PROBE_EVERY_MS = 250;
/** Requests without an answer; with more the server has no hope of coming up with them. */
const MOST_WAITING = 3000;

/** So many requests a second, whether those before are answered or not. */
export async function openLoop(readers: Readers, perSecond: number, seconds: number): Promise<Load> {
  return measured(readers, Number.POSITIVE_INFINITY, async (ask, isOver) => {
    const startedAt = performance.now();
    const under: Set<Promise<void>> = new Set();
    for (let sent = 0; sent < perSecond * seconds && !isOver(); sent++) {
      const plannedAt = startedAt + (sent * 1000) / perSecond;
      const early = plannedAt - performance.now();
      if (early > 1) await sleep(early);
      if (under.size >= MOST_WAITING) break;
      const one = ask(plannedAt).finally(() => under.delete(one));
      under.add(one);
    }
    await Promise.all(under);
  });
}

/** So many readers, each asking for the next page when it has the last one, until `isEnough`. */
export async function closedLoop(
  readers: Readers,
  connections: number,
  isEnough: (answers: number, seconds: number) => boolean,
): Promise<Load> {
  return measured(readers, connections, async (ask, isOver) => {
    const startedAt = performance.now();
    let answers = 0;
    const reader = async () => {
      while (!isOver() && !isEnough(answers, (performance.now() - startedAt) / 1000)) {
        await ask(performance.now());
        answers++;
      }
    };
    await Promise.all(Array.from({ length: connections }, reader));
  });
}

type Ask = (plannedAt: number) => Promise<void>;

async function measured(
  { server, next, answered }: Readers,
  connections: number,
  run: (ask: Ask, isOver: () => boolean) => Promise<void>,
): Promise<Load> {
  const client: Client = createClient(server.url, connections);
  const waits: number[] = [];
  const statuses = new Map<number, number>();
  const before = server.usage();
  const ownBefore = process.cpuUsage();
  const startedAt = performance.now();
  const watch = watchOver(server);
  await run(
    async (plannedAt) => {
      const wanted = next();
      const answer: Answer = await client.get(wanted.path, wanted.etag === undefined ? {} : { etag: wanted.etag });
      waits.push(performance.now() - plannedAt);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      answered(wanted, answer.etag);
    },
    () => !server.isUp(),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const seen = await watch.end();
  const own = process.cpuUsage(ownBefore);
  const cpuMs = server.isUp() ? (server.usage().cpuMs - before.cpuMs) / waits.length : null;
  client.close();
  return {
    ...{ answers: waits.length, seconds, waits: waits.sort((a, b) => a - b), statuses, cpuMs },
    ...{ ownCpuMs: (own.user + own.system) / 1000 / waits.length, ...seen },
  };
}

type Seen = Pick<Load, "ready" | "peakBytes" | "processes" | "endedAfterSeconds">;

/** Asks `/ready` on a connection of its own and looks at the memory, a few times a second. */
function watchOver(server: Server): { end(): Promise<Seen> } {
  const client = createClient(server.url, 1);
  const ready: number[] = [];
  const startedAt = performance.now();
  let [isOver, peakBytes, processes] = [false, 0, 0];
  let endedAfterSeconds: number | null = null;
  const watching = (async () => {
    while (!isOver && server.isUp()) {
      const usage = server.usage();
      peakBytes = Math.max(peakBytes, usage.residentBytes);
      processes = Math.max(processes, usage.processes);
      ready.push((await client.get("/ready")).ms);
      await sleep(PROBE_EVERY_MS);
    }
    if (!server.isUp()) endedAfterSeconds = (performance.now() - startedAt) / 1000;
  })();
  return {
    end: async () => {
      isOver = true;
      await watching;
      client.close();
      return { ready: ready.sort((a, b) => a - b), peakBytes, processes, endedAfterSeconds };
    },
  };
}

/** Of sorted values; 0 of none. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
