import { type Clock, MINUTE_MS } from "#lib/clock";
import { Lru } from "#lib/lru";

/** Pushes to one callback in a minute that are looked at; the busiest wire publishes a few. */
export const MAX_PUSHES_A_MINUTE = 30;
/** Callbacks that are counted at a time. */
const CALLBACKS_HELD = 10_000;

interface Count {
  readonly minute: number;
  readonly pushes: number;
}

/** Counts pushes by callback before anything is read or looked up for them. */
export class PushRate {
  readonly #clock: Clock;
  readonly #counts = new Lru<string, Count>(CALLBACKS_HELD);

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** False when this callback has had its pushes of this minute. */
  admits(key: string): boolean {
    const minute = Math.floor(this.#clock.now() / MINUTE_MS);
    const known = this.#counts.get(key);
    const pushes = known?.minute === minute ? known.pushes : 0;
    if (pushes >= MAX_PUSHES_A_MINUTE) return false;
    this.#counts.set(key, { minute, pushes: pushes + 1 });
    return true;
  }
}
