import type { Clock } from "#lib/clock";

/**
 * Simulated time that runs `speed` times as fast as real time, the same in every process of a run: it is a function of a
 * real clock and of the two instants at which the run began.
 */
export class FastClock implements Clock {
  readonly #real: Pick<Clock, "now" | "sleep">;
  readonly #startAt: number;
  readonly #beganAt: number;
  readonly #speed: number;

  /** @param beganAt real instant at which it is `startAt` */
  constructor(real: Pick<Clock, "now" | "sleep">, run: { startAt: number; beganAt: number; speed: number }) {
    this.#real = real;
    this.#startAt = run.startAt;
    this.#beganAt = run.beganAt;
    this.#speed = run.speed;
  }

  now(): number {
    return this.#startAt + (this.#real.now() - this.#beganAt) * this.#speed;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return this.#real.sleep(ms / this.#speed, signal);
  }
}
