/** Slots looked at before a pair goes to the map: no text, however it was made, makes a look-up slow. */
const MAX_PROBES = 24;
const FIRST_CAPACITY = 64;
const GROWTH = 4;
/** Odd constants of multiplicative hashing (Knuth 1998, 6.4): the golden ratio and a second one. */
const SPREAD_FIRST = 0x9e3779b1;
const SPREAD_SECOND = 0x85ebca6b;
/** Both numbers of a pair stay below this: 26 bits each fit a double. */
const BASE = 0x4000000;

/**
 * Numbers of pairs of whole numbers (0 to 2^26). A `Map` would need one key beyond 31 bits for each, which it keeps boxed: it
 * takes four times as long. Lives for one collation.
 */
export class PairNumbers {
  /** First, second and number + 1 of each slot; all 0 where it is free. */
  #slots = new Int32Array(3 * FIRST_CAPACITY);
  #mask = FIRST_CAPACITY - 1;
  #size = 0;
  readonly #crowded = new Map<number, number>();

  /** The number of a pair; `fresh`, and from now on its number, when it has none yet. */
  numberOf(first: number, second: number, fresh: number): number {
    const slots = this.#slots;
    let slot = hash(first, second) & this.#mask;
    for (let probe = 0; probe < MAX_PROBES; probe += 1) {
      const at = 3 * slot;
      const known = slots[at + 2]!;
      if (known === 0) return this.#crowdedNumber(first, second) ?? this.#put(at, first, second, fresh);
      if (slots[at] === first && slots[at + 1] === second) return known - 1;
      slot = (slot + 1) & this.#mask;
    }
    const known = this.#crowdedNumber(first, second);
    if (known === undefined) this.#crowded.set(first * BASE + second, fresh);
    return known ?? fresh;
  }

  #crowdedNumber(first: number, second: number): number | undefined {
    return this.#crowded.size === 0 ? undefined : this.#crowded.get(first * BASE + second);
  }

  #put(at: number, first: number, second: number, number: number): number {
    this.#slots[at] = first;
    this.#slots[at + 1] = second;
    this.#slots[at + 2] = number + 1;
    this.#size += 1;
    if (2 * this.#size > this.#mask) this.#grow();
    return number;
  }

  #grow(): void {
    const before = this.#slots;
    this.#mask = GROWTH * (this.#mask + 1) - 1;
    this.#slots = new Int32Array(3 * (this.#mask + 1));
    this.#size = 0;
    for (let at = 0; at < before.length; at += 3)
      if (before[at + 2]! > 0) this.numberOf(before[at]!, before[at + 1]!, before[at + 2]! - 1);
  }
}

function hash(first: number, second: number): number {
  const mixed = Math.imul(first, SPREAD_FIRST) ^ Math.imul(second, SPREAD_SECOND);
  return mixed ^ (mixed >>> 15);
}
