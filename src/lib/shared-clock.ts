import { type Clock, SECOND_MS, systemClock } from "./clock.ts";

/** How often the reference is asked again: a machine that slept, or drifts by a second a day, is right again soon. */
const ASK_EVERY_MS = 30 * SECOND_MS;

/**
 * The time of a reference that several machines share, such as their database: its instant, and what has passed since on a
 * clock of this machine that nobody can set. So machines whose own clocks differ, or jump, agree on when a host may be asked
 * again and when a lease ends. Never goes back. While the reference is away it goes on by itself.
 */
export class SharedClock implements Clock {
  readonly #ask: () => Promise<number>;
  readonly #elapsed: () => number;
  /** The reference's time at `elapsed() === 0`. */
  #origin: number;
  #latest = Number.NEGATIVE_INFINITY;
  readonly #timer: NodeJS.Timeout;

  private constructor(ask: () => Promise<number>, elapsed: () => number, origin: number) {
    this.#ask = ask;
    this.#elapsed = elapsed;
    this.#origin = origin;
    // What could not be asked now is asked the next time.
    this.#timer = setInterval(() => void this.synchronise().catch(() => {}), ASK_EVERY_MS).unref();
  }

  /**
   * @param ask the reference's instant, epoch milliseconds
   * @param elapsed milliseconds on a clock that only ever goes on
   */
  static async open(ask: () => Promise<number>, elapsed: () => number = () => performance.now()): Promise<SharedClock> {
    return new SharedClock(ask, elapsed, await originOf(ask, elapsed));
  }

  now(): number {
    this.#latest = Math.max(this.#latest, Math.round(this.#origin + this.#elapsed()));
    return this.#latest;
  }

  sleep = systemClock.sleep;

  async synchronise(): Promise<void> {
    this.#origin = await originOf(this.#ask, this.#elapsed);
  }

  /** Asks no more. */
  stop(): void {
    clearInterval(this.#timer);
  }
}

/** The answer is taken for that of the middle between asking and hearing it. */
async function originOf(ask: () => Promise<number>, elapsed: () => number): Promise<number> {
  const before = elapsed();
  const told = await ask();
  return told - (before + elapsed()) / 2;
}
