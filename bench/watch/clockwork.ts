import { setTimeout as sleep } from "node:timers/promises";
import { SECOND_MS } from "#lib/clock";
import type { WatchedDatabase } from "./database.ts";

/** Simulated time goes on by so much at a time: by half of the gap that a host is left alone. */
const STEP_MS = 5 * SECOND_MS;
/** No lease of a worker comes nearer to its end than this by the bench's doing. */
const LEASE_LEFT_MS = 12 * SECOND_MS;
/** How often the hosts are counted. Real time. */
const POLL_MS = 40;
/**
 * Time never stands still altogether: a worker that found a host in another's hands asks again a millisecond later, and one
 * that waits for an instant just ahead renews its leases then. Per count of the hosts.
 */
const CREEP_MS = 1;
/** Of leases that keep time back: their worker renews them when its alarm, at most seconds away, goes off. Slower than real time. */
const LEASE_CREEP_MS = 25;
/** When no look is done for so long, in real time, the workers stand still, and the bench says so instead of waiting. */
const STILL_MS = 2 * 60_000;

interface Standing {
  readonly ready: number;
  /** When the first host of all is ready. */
  readonly next_at: number | null;
  readonly lease_until: number | null;
}

/**
 * Simulated time for several processes, which passes as fast as they get their work done: it goes on whenever fewer hosts wait
 * with something due than `few`. So the workers are the limit and never the gaps, and what is due is what would be due in
 * life; no one falls behind, and no one has to wait but for the moment of a step.
 */
export class Clockwork {
  readonly #database: WatchedDatabase;
  readonly #tell: (now: number) => Promise<void>;
  readonly #few: () => number;
  #now: number;

  constructor(database: WatchedDatabase, startAt: number, tell: (now: number) => Promise<void>, few: () => number) {
    this.#database = database;
    this.#now = startAt;
    this.#tell = tell;
    this.#few = few;
  }

  get now(): number {
    return this.#now;
  }

  /**
   * Lets time pass until `count` gives `wanted`; it is asked for each time the hosts are counted. Throws when it stops growing
   * for `stillMs`.
   */
  async runUntil(wanted: number, count: () => Promise<number>, stillMs = STILL_MS): Promise<void> {
    let before = Number.NEGATIVE_INFINITY;
    let grownAt = performance.now();
    for (;;) {
      const done = await count();
      if (done >= wanted) return;
      if (done > before) [before, grownAt] = [done, performance.now()];
      if (performance.now() - grownAt > stillMs) throw new Error(await this.#stillness(done, wanted));
      if (!(await this.#step())) await sleep(POLL_MS);
    }
  }

  async #stillness(done: number, wanted: number): Promise<string> {
    const [{ ready, next_at, lease_until }] = (await this.#standing()) as [Standing];
    const away = (at: number | null) =>
      at === null ? "none" : `${((Number(at) - this.#now) / 1000).toFixed(1)} s away`;
    return `The workers stand still at ${done} of ${wanted}: ${ready} hosts wait, next due ${away(next_at)}, first end of a lease ${away(lease_until)}.`;
  }

  #standing(): Promise<readonly Standing[]> {
    return this.#database.rows<Standing>(
      `select (select count(*) from host where ready_at <= ${this.#now} and lease_until <= ${this.#now}) as ready,
        (select min(ready_at) from host where ready_at is not null) as next_at,
        (select min(lease_until) from host where lease_owner is not null) as lease_until`,
    );
  }

  async #step(): Promise<boolean> {
    const [standing] = await this.#standing();
    const { ready, next_at, lease_until } = standing!;
    if (Number(ready) >= this.#few()) return this.#creep(CREEP_MS);
    const furthest = lease_until === null ? Number.POSITIVE_INFINITY : Number(lease_until) - LEASE_LEFT_MS;
    // A stretch in which nothing falls due is passed at once.
    const next = Math.min(Math.max(this.#now + STEP_MS, Number(next_at ?? 0)), furthest);
    if (next <= this.#now) return this.#creep(LEASE_CREEP_MS);
    this.#now = next;
    await this.#tell(next);
    await sleep(POLL_MS / 4);
    return true;
  }

  async #creep(ms: number): Promise<boolean> {
    this.#now += ms;
    await this.#tell(this.#now);
    return false;
  }
}
