import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";

/** Entries sorted in memory before they go to the disk: 250,000 of 40 bytes are 10 MB. */
const RUN_ENTRIES = 250_000;
/** Entries read at a time from each run. */
const READ_ENTRIES = 1024;

/**
 * Entries of one size, sorted by their bytes, of which there may be far more than fit into memory: sorted runs in a
 * temporary file, merged as they are read.
 */
export class SortedFile {
  readonly #path: string;
  readonly #size: number;
  #file: FileHandle | null = null;
  #pending: Buffer[] = [];
  readonly #runs: { readonly from: number; readonly to: number }[] = [];
  #written = 0;

  /** @param size of an entry, in bytes */
  constructor(folder: string, name: string, size: number) {
    this.#path = join(folder, name);
    this.#size = size;
  }

  async add(entry: Buffer): Promise<void> {
    this.#pending.push(entry);
    if (this.#pending.length >= RUN_ENTRIES) await this.#flush();
  }

  /** All entries in order. */
  async *inOrder(): AsyncGenerator<Buffer> {
    await this.#flush();
    const runs = this.#runs.map(({ from, to }) => this.#read(from, to));
    const heads: { entry: Buffer; run: AsyncGenerator<Buffer> }[] = [];
    for (const run of runs) {
      const { value: entry, done } = await run.next();
      if (!done) heads.push({ entry, run });
    }
    while (heads.length > 0) {
      const least = heads.reduce((a, b) => (Buffer.compare(a.entry, b.entry) <= 0 ? a : b));
      yield least.entry;
      const { value: entry, done } = await least.run.next();
      if (done) heads.splice(heads.indexOf(least), 1);
      else least.entry = entry;
    }
  }

  /** The first entry that begins with `key`, of any run. */
  async find(key: Buffer): Promise<Buffer | null> {
    await this.#flush();
    const found: Buffer[] = [];
    for (const { from, to } of this.#runs) {
      const entry = await this.#findIn(from / this.#size, to / this.#size, key);
      if (entry) found.push(entry);
    }
    return found.sort(Buffer.compare)[0] ?? null;
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }

  async #flush(): Promise<void> {
    if (this.#pending.length === 0) return;
    const bytes = Buffer.concat(this.#pending.sort(Buffer.compare));
    this.#pending = [];
    this.#file ??= await open(this.#path, "wx+");
    await this.#file.write(bytes, 0, bytes.length, this.#written);
    this.#runs.push({ from: this.#written, to: this.#written + bytes.length });
    this.#written += bytes.length;
  }

  async *#read(from: number, to: number): AsyncGenerator<Buffer> {
    for (let at = from; at < to; ) {
      const length = Math.min(READ_ENTRIES * this.#size, to - at);
      const { buffer } = await this.#file!.read(Buffer.allocUnsafe(length), 0, length, at);
      for (let one = 0; one < length; one += this.#size) yield buffer.subarray(one, one + this.#size);
      at += length;
    }
  }

  async #findIn(first: number, end: number, key: Buffer): Promise<Buffer | null> {
    let low = first;
    let high = end;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (Buffer.compare(await this.#entry(middle, key.length), key) < 0) low = middle + 1;
      else high = middle;
    }
    const entry = low < end ? await this.#entry(low, this.#size) : null;
    return entry?.subarray(0, key.length).equals(key) ? entry : null;
  }

  async #entry(number: number, length: number): Promise<Buffer> {
    const { buffer } = await this.#file!.read(Buffer.allocUnsafe(length), 0, length, number * this.#size);
    return buffer;
  }
}
