import { setTimeout as sleep } from "node:timers/promises";
import { SECOND_MS } from "#lib/clock";
import type { WatchedDatabase } from "./database.ts";

/** Simulated time goes on by so much at a time: by half of the gap that a host is left alone. */
const STEP_MS = 5 * SECOND_MS;
/** No lease of a worker comes nearer to its end than this by the bench's doing. */
const LEASE_LEFT_MS = 12 * SECOND_MS;
/** How often the hosts are counted. Real time. */
const POLL_MS = 40;

interface Standing {
  readonly ready: number;
  /** When the first host of all is ready. */
  readonly next_at: number | null;
  readonly lease_until: number | null;
}

/**
 * Simulated time for several processes, which passes as fast as they get their work done: it goes on whenever fewer hosts wait
 * with something due than `few`. So the workers are the limit and never the gaps, and what is due is what would be due in
 * life; nobody falls behind, and nobody has to wait but for the moment of a step.
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

  /** Lets time pass until `isDone` says so, which is asked each time the hosts are counted. */
  async runUntil(isDone: () => Promise<boolean>): Promise<void> {
    while (!(await isDone())) {
      if (!(await this.#step())) await sleep(POLL_MS);
    }
  }

  async #step(): Promise<boolean> {
    const [standing] = await this.#database.rows<Standing>(
      `select (select count(*) from host where ready_at <= ${this.#now} and lease_until <= ${this.#now}) as ready,
        (select min(ready_at) from host where ready_at is not null) as next_at,
        (select min(lease_until) from host where lease_owner is not null) as lease_until`,
    );
    const { ready, next_at, lease_until } = standing!;
    if (Number(ready) >= this.#few()) return false;
    const furthest = lease_until === null ? Number.POSITIVE_INFINITY : Number(lease_until) - LEASE_LEFT_MS;
    // A stretch in which nothing falls due is passed at once.
    const next = Math.min(Math.max(this.#now + STEP_MS, Number(next_at ?? 0)), furthest);
    if (next <= this.#now) return false;
    this.#now = next;
    await this.#tell(next);
    await sleep(POLL_MS / 4);
    return true;
  }
}
