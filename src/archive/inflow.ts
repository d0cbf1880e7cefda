import type { Piece } from "./piece.ts";

/** Where something stands: from `offset` on read and unpack, and pass over `inner` bytes. */
export interface Spot {
  readonly offset: number;
  readonly inner: number;
}

export interface Taken {
  /** At most as many as asked for; the rest is passed over. */
  readonly bytes: Buffer;
  /** All of it was there, whether kept or passed over. */
  readonly isWhole: boolean;
}

/** Why bytes end, and with which member. */
export interface Damage {
  readonly reason: string;
  readonly offset: number;
}

const RECORD = "WARC/1.";

/** Reads what a file unpacks to, as far as asked; stops at damage until told to pass it. */
export class Inflow {
  readonly #pieces: AsyncGenerator<Piece>;
  #buffer: Buffer = Buffer.alloc(0);
  /** Bytes read so far, and at which of them the stretches begin that reading can begin with. */
  #at = 0;
  #starts: { readonly at: number; readonly offset: number; readonly isMember: boolean }[] = [];
  #damage: Damage | null = null;
  #isOver = false;
  /** End of the last member that was read whole. */
  wholeUntil = 0;

  constructor(pieces: AsyncGenerator<Piece>) {
    this.#pieces = pieces;
  }

  /** Why the bytes end here; null when they go on, or the file ends. */
  get damage(): Damage | null {
    return this.#buffer.length === 0 ? this.#damage : null;
  }

  /** After `damage`: what follows it can be read. */
  pass(): void {
    this.#damage = null;
  }

  /** True when bytes are there to be read. */
  async hasMore(): Promise<boolean> {
    return this.#buffer.length > 0 || (await this.#fill());
  }

  get spot(): Spot {
    const { at, offset, isMember } = this.#starts[0] ?? { at: 0, offset: 0, isMember: false };
    const inner = this.#at - at;
    return isMember ? { offset, inner } : { offset: offset + inner, inner: 0 };
  }

  /** A line without its end, or as much of it as `max` allows; null at the end. Bytes as Latin-1. */
  async line(max: number): Promise<string | null> {
    if (!(await this.hasMore())) return null;
    for (;;) {
      const end = this.#buffer.indexOf(10);
      if (end >= 0 && end <= max)
        return this.#give(end + 1)
          .toString("latin1")
          .replace(/\r?\n$/, "");
      if (this.#buffer.length > max) return this.#give(max).toString("latin1");
      if (!(await this.#fill())) return this.#give(this.#buffer.length).toString("latin1");
    }
  }

  /**
   * Reads `length` bytes, of which the first `keep` are given back. Stops early where a record begins with its member: then
   * the length was wrong.
   */
  async take(length: number, keep: number): Promise<Taken> {
    const kept: Buffer[] = [];
    let left = length;
    let wanted = Math.min(length, keep);
    while (left > 0 && (await this.hasMore()) && !(await this.#beginsRecord())) {
      const bytes = this.#give(Math.min(left, this.#untilStart()));
      left -= bytes.length;
      if (wanted > 0) kept.push(bytes.subarray(0, wanted));
      wanted -= Math.min(wanted, bytes.length);
    }
    return { bytes: Buffer.concat(kept), isWhole: left === 0 };
  }

  /** Passes over empty lines. */
  async skipBlank(): Promise<void> {
    while (await this.hasMore()) {
      const first = this.#buffer[0];
      if (first !== 10 && first !== 13) return;
      this.#give(1);
    }
  }

  /** The next `length` bytes, which stay; fewer at the end. */
  async peek(length: number): Promise<Buffer> {
    while (this.#buffer.length < length && (await this.#fill()));
    return this.#buffer.subarray(0, length);
  }

  /** Bytes at hand before the next place where reading can begin. */
  #untilStart(): number {
    const next = this.#starts.find(({ at }) => at > this.#at);
    return Math.min(this.#buffer.length, next ? next.at - this.#at : Number.POSITIVE_INFINITY);
  }

  async #beginsRecord(): Promise<boolean> {
    if (!this.#starts.some(({ at, isMember }) => isMember && at === this.#at)) return false;
    return (await this.peek(RECORD.length)).toString("latin1") === RECORD;
  }

  #give(length: number): Buffer {
    const given = this.#buffer.subarray(0, length);
    this.#buffer = this.#buffer.subarray(length);
    this.#at += length;
    while (this.#starts.length > 1 && this.#starts[1]!.at <= this.#at) this.#starts.shift();
    return given;
  }

  #begin({ offset, isMember }: Extract<Piece, { kind: "start" }>): void {
    const at = this.#at + this.#buffer.length;
    // Nothing came of the stretch before: it was damaged, and what follows does not begin there.
    if (this.#starts.at(-1)?.at === at) this.#starts.pop();
    this.#starts.push({ at, offset, isMember });
  }

  async #fill(): Promise<boolean> {
    while (!this.#isOver && this.#damage === null) {
      const { value: piece, done } = await this.#pieces.next();
      if (done) this.#isOver = true;
      else if (piece.kind === "start") this.#begin(piece);
      else if (piece.kind === "bad") this.#damage = piece;
      else if (piece.kind === "end") this.wholeUntil = piece.offset;
      else {
        this.#buffer = this.#buffer.length === 0 ? piece.bytes : Buffer.concat([this.#buffer, piece.bytes]);
        return true;
      }
    }
    return false;
  }
}
