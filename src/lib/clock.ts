/** Time as a port: nothing else reads the system's clock or sets a timer. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Resolves after `ms`; resolves early, without error, when `signal` aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** False while the time may be wrong by more than a second. Absent for clocks that never are. */
  isSure?(): boolean;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, Math.min(ms, 2 ** 31 - 1));
      signal?.addEventListener("abort", done);
    }),
};

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock that stands still until it is driven: for tests, benchmarks and the demo. */
export class DrivenClock implements Clock {
  #now: number;
  readonly #sleepers = new Set<Sleeper>();
  readonly #listeners = new Set<() => void>();

  constructor(startAt: number) {
    this.#now = startAt;
  }

  now(): number {
    return this.#now;
  }

  /** Moves to `at` (never backwards) and wakes every sleeper whose time has come, earliest first. */
  advanceTo(at: number): void {
    this.#now = Math.max(this.#now, at);
    const due = [...this.#sleepers].filter((s) => s.at <= this.#now).sort((a, b) => a.at - b.at);
    for (const sleeper of due) sleeper.wake();
  }

  advance(ms: number): void {
    this.advanceTo(this.#now + ms);
  }

  /** Calls `listener` whenever somebody goes to sleep, until the returned function is called. */
  onSleep(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** How many sleepers wait for the clock to move. */
  get asleep(): number {
    return this.#sleepers.size;
  }

  /** Moves to the instant at which the first sleeper wakes. */
  wakeNext(): void {
    let first = Number.POSITIVE_INFINITY;
    for (const sleeper of this.#sleepers) first = Math.min(first, sleeper.at);
    if (Number.isFinite(first)) this.advanceTo(first);
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted || ms <= 0) return resolve();
      const wake = () => {
        this.#sleepers.delete(sleeper);
        signal?.removeEventListener("abort", wake);
        resolve();
      };
      const sleeper: Sleeper = { at: this.#now + ms, wake };
      this.#sleepers.add(sleeper);
      for (const tell of [...this.#listeners]) tell();
      signal?.addEventListener("abort", wake);
    });
  }
}

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
