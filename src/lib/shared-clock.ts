import { type Clock, SECOND_MS, systemClock } from "./clock.ts";

/** How often the reference is asked again: a machine that slept, or drifts by a second a day, is right again soon. */
const ASK_EVERY_MS = 30 * SECOND_MS;
/** Of the first answers the quickest counts: it is asked until one is as sure as this ... */
const SURE_MS = 5;
/** ... and at least, and at most, so often. A process that starts is slow to hear its first answers. */
const LEAST_ASKS = 5;
const MOST_ASKS = 20;
/**
 * If this machine's two clocks differ by more than they did, it was suspended (one of them stood still meanwhile) or was given another
 * time. Steps of NTP are smaller.
 */
const JUMP_MS = SECOND_MS;
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
  readonly #wall: () => number;
  /** Between the clock that can be set and the one that cannot, at the last answer that counted. */
  #apart: number;
  #asking: Promise<void> | null = null;
  #latest = Number.NEGATIVE_INFINITY;
  readonly #timer: NodeJS.Timeout;

  private constructor(ask: () => Promise<number>, elapsed: () => number, wall: () => number, reading: ClockReading) {
    this.#ask = ask;
    this.#elapsed = elapsed;
    this.#wall = wall;
    this.#reading = reading;
    this.#apart = wall() - elapsed();
    // What could not be asked now is asked the next time.
    this.#timer = setInterval(() => void this.synchronise().catch(() => {}), ASK_EVERY_MS).unref();
  }

  /**
   * @param ask the reference's instant, epoch milliseconds
   * @param elapsed milliseconds on a clock that only ever goes on, and stands still while the machine is suspended
   * @param wall epoch milliseconds of the machine's own clock, which can be set
   */
  static async open(
    ask: () => Promise<number>,
    elapsed: () => number = () => performance.now(),
    wall: () => number = systemClock.now,
  ): Promise<SharedClock> {
    let best = await read(ask, elapsed);
    for (let asked = 1; asked < LEAST_ASKS || (asked < MOST_ASKS && best.errorMs > SURE_MS); asked++) {
      const next = await read(ask, elapsed);
      if (next.errorMs < best.errorMs) best = next;
    }
    return new SharedClock(ask, elapsed, wall, best);
  }

  now(): number {
    this.#latest = Math.max(this.#latest, Math.round(this.#reading.origin + this.#elapsed()));
    return this.#latest;
  }

  sleep = systemClock.sleep;

  /** False after a jump, until the reference has answered; it is asked at once. Whoever may do harm by a wrong time waits for that. */
  isSure(): boolean {
    if (this.#holds()) return true;
    this.#asking ??= this.synchronise()
      .catch(() => {})
      .finally(() => {
        this.#asking = null;
      });
    return false;
  }

  #holds(): boolean {
    return Math.abs(this.#wall() - this.#elapsed() - this.#apart) <= JUMP_MS;
  }

  /**
   * Asks the reference; what it says counts when it is at least as sure as what was known before has become. After a jump nothing is
   * known any more, and any answer counts that is not as wrong as a jump.
   */
  async synchronise(): Promise<void> {
    const next = await read(this.#ask, this.#elapsed);
    const { errorMs, readAt } = this.#reading;
    const isSurer = next.errorMs <= errorMs + (next.readAt - readAt) * DRIFT;
    if (!isSurer && (this.#holds() || next.errorMs > JUMP_MS)) return;
    this.#reading = next;
    this.#apart = this.#wall() - this.#elapsed();
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
