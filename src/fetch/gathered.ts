/** Bytes are copied into blocks of this size: most pages, as sent, fill one. */
const BLOCK_BYTES = 64 * 1024;

/**
 * A body while it comes. What comes is copied: a piece that was kept as it is would keep the whole read of the socket that it is
 * a part of, and a body sent in chunks of one byte would take a hundred times its size in memory.
 */
export class Gathered {
  readonly #full: Buffer[] = [];
  #block: Buffer | null = null;
  #used = 0;

  push(piece: Buffer): void {
    for (let at = 0; at < piece.length; ) {
      this.#block ??= Buffer.allocUnsafeSlow(BLOCK_BYTES);
      const copied = piece.copy(this.#block, this.#used, at);
      at += copied;
      this.#used += copied;
      if (this.#used === BLOCK_BYTES) this.#close();
    }
  }

  bytes(): Buffer {
    return Buffer.concat(this.#block === null ? this.#full : [...this.#full, this.#block.subarray(0, this.#used)]);
  }

  #close(): void {
    this.#full.push(this.#block!);
    this.#block = null;
    this.#used = 0;
  }
}
