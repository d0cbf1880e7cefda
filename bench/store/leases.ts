import type { Store } from "#store/store";
import type { LeasedHost } from "#store/writer";

const LEASE_MS = 60_000;
/** Hosts asked for at once, as a worker with that many free hands does. */
const AT_ONCE = 4;

export interface LeaseFigures {
  readonly perSecond: number;
  /** Turns at a host that began before the gap after the last one was over; has to be 0. */
  readonly tooSoon: number;
}

/** Clients that lease, take the next task and give the host back, for so long; each with connections of its own. */
export async function leaseTogether(
  stores: readonly Store[],
  startAt: number,
  gapMs: number,
  forMs: number,
): Promise<LeaseFigures> {
  const freeAt = new Map<number, number>();
  const startedAt = performance.now();
  let turns = 0;
  let tooSoon = 0;
  // Time in the database runs with the bench's, so much faster that all hosts are due again and again.
  const now = () => startAt + Math.floor((performance.now() - startedAt) * 600);
  const turn = async (store: Store, owner: string, host: LeasedHost, at: number) => {
    if ((freeAt.get(host.id) ?? 0) > at) tooSoon++;
    freeAt.set(host.id, at + gapMs);
    await store.reader.nextTask(host.id, at);
    await store.writer.releaseHost(host.id, owner, at + gapMs);
    turns++;
  };
  const client = async (store: Store, owner: string) => {
    while (performance.now() - startedAt < forMs) {
      const at = now();
      const hosts = await store.writer.leaseHosts(owner, at, LEASE_MS, AT_ONCE);
      await Promise.all(hosts.map((host) => turn(store, owner, host, at)));
    }
  };
  await Promise.all(stores.map((store, at) => client(store, `client ${at}`)));
  return { perSecond: (turns * 1000) / (performance.now() - startedAt), tooSoon };
}
