import { type Clock, SECOND_MS, systemClock } from "./clock.ts";

/** How often the reference is asked again: a machine that slept, or drifts by a second a day, is right again soon. */
const ASK_EVERY_MS = 30 * SECOND_MS;
/** Of the first answers the quickest counts: it is asked until one is as sure as this ... */
const SURE_MS = 5;
/** ... and at least, and at most, so often. A process that starts is slow to hear its first answers. */
const LEAST_ASKS = 5;
const MOST_ASKS = 20;
/** By how much a clock may go wrong while no one asks: more than quartz does by far. */
const DRIFT = 500e-6;

/** What one answer of the reference said. */
interface ClockReading {
  /** The reference's time at `elapsed() === 0`. */
  readonly origin: number;
  /** By how much that may be wrong: half of the way to the reference and back. */
  readonly errorMs: number;
  readonly readAt: number;
}

/**
 * The time of a reference that several machines share, such as their database: its instant, and what has passed since on a
 * clock of this machine that no one can set. So machines whose own clocks differ, or jump, agree on when a host may be asked
 * again and when a lease ends. Never goes back. While the reference is away it goes on by itself, and an answer that took
 * long, because a line was cut in the middle of it, counts for nothing: it may be wrong by half of that.
 */
export class SharedClock implements Clock {
  readonly #ask: () => Promise<number>;
  readonly #elapsed: () => number;
  #reading: ClockReading;
  #latest = Number.NEGATIVE_INFINITY;
  readonly #timer: NodeJS.Timeout;

  private constructor(ask: () => Promise<number>, elapsed: () => number, reading: ClockReading) {
    this.#ask = ask;
    this.#elapsed = elapsed;
    this.#reading = reading;
    // What could not be asked now is asked the next time.
    this.#timer = setInterval(() => void this.synchronise().catch(() => {}), ASK_EVERY_MS).unref();
  }

  /**
   * @param ask the reference's instant, epoch milliseconds
   * @param elapsed milliseconds on a clock that only ever goes on
   */
  static async open(ask: () => Promise<number>, elapsed: () => number = () => performance.now()): Promise<SharedClock> {
    let best = await read(ask, elapsed);
    for (let asked = 1; asked < LEAST_ASKS || (asked < MOST_ASKS && best.errorMs > SURE_MS); asked++) {
      const next = await read(ask, elapsed);
      if (next.errorMs < best.errorMs) best = next;
    }
    return new SharedClock(ask, elapsed, best);
  }

  now(): number {
    this.#latest = Math.max(this.#latest, Math.round(this.#reading.origin + this.#elapsed()));
    return this.#latest;
  }

  sleep = systemClock.sleep;

  /** Asks the reference; what it says counts when it is at least as sure as what was known before has become. */
  async synchronise(): Promise<void> {
    const next = await read(this.#ask, this.#elapsed);
    const { errorMs, readAt } = this.#reading;
    if (next.errorMs <= errorMs + (next.readAt - readAt) * DRIFT) this.#reading = next;
  }

  /** Asks no more. */
  stop(): void {
    clearInterval(this.#timer);
  }
}

/** The answer is taken for that of the middle between asking and hearing it. */
async function read(ask: () => Promise<number>, elapsed: () => number): Promise<ClockReading> {
  const before = elapsed();
  const answer = await ask();
  const readAt = elapsed();
  return { origin: answer - (before + readAt) / 2, errorMs: (readAt - before) / 2, readAt };
}
