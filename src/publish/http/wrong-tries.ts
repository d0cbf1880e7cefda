import { type Clock, MINUTE_MS } from "#lib/clock";
import { Lru } from "#lib/lru";
import { subscriberOf } from "./server/connections.ts";

/** Wrong links that one address may try in a minute; whoever clicks an old link twice is far below. */
export const MAX_WRONG_TRIES = 10;
/** Addresses that are counted at a time. */
const ADDRESSES_HELD = 10_000;

interface Count {
  readonly minute: number;
  readonly tries: number;
}

/**
 * Counts wrong sign-in links by the address they came from. No secret can be guessed, with or without this; it keeps whoever
 * tries from using up the database. Behind a proxy all have one address, so only links are counted: who is signed in stays so.
 */
export class WrongTries {
  readonly #clock: Clock;
  readonly #counts = new Lru<string, Count>(ADDRESSES_HELD);

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** False when this address has had its wrong tries of this minute. */
  admits(address: string): boolean {
    return this.#tries(address) < MAX_WRONG_TRIES;
  }

  count(address: string): void {
    this.#counts.set(subscriberOf(address), { minute: this.#minute(), tries: this.#tries(address) + 1 });
  }

  #tries(address: string): number {
    const known = this.#counts.get(subscriberOf(address));
    return known?.minute === this.#minute() ? known.tries : 0;
  }

  #minute(): number {
    return Math.floor(this.#clock.now() / MINUTE_MS);
  }
}
