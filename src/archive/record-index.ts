import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { SortedFile } from "./sorted-file.ts";

/** Where a record stands in the files of an import. */
export interface IndexedPlace {
  /** Number of the file. */
  readonly file: number;
  readonly offset: number;
}

export interface IndexEntry extends IndexedPlace {
  readonly at: number;
  /** Captured by Variorum itself, with all looks around it. */
  readonly isOwnLook: boolean;
}

/** Instant, file, offset (6 bytes each, but 4 for the file), and one for what is said of it. */
const ENTRY_BYTES = 17;
const KEY_BYTES = 16;

/**
 * Where the captures of an import stand, by their instants, and where bytes stand that others refer to. Kept on the disk, so
 * that an archive of any size needs little memory.
 */
export class RecordIndex {
  readonly #folder: string;
  readonly #byDate: SortedFile;
  readonly #byKey: SortedFile;

  constructor(folder: string) {
    this.#folder = folder;
    this.#byDate = new SortedFile(folder, "by-date", ENTRY_BYTES);
    this.#byKey = new SortedFile(folder, "by-key", KEY_BYTES + 10);
  }

  async add({ at, file, offset, isOwnLook }: IndexEntry): Promise<void> {
    const entry = Buffer.alloc(ENTRY_BYTES);
    // Nothing was captured before 1970; what claims to be stands at the beginning.
    entry.writeUIntBE(Math.max(0, at), 0, 6);
    entry.writeUInt32BE(file, 6);
    entry.writeUIntBE(offset, 10, 6);
    entry[16] = Number(isOwnLook);
    await this.#byDate.add(entry);
  }

  async addKey(key: string, { file, offset }: IndexedPlace): Promise<void> {
    const entry = Buffer.alloc(KEY_BYTES + 10);
    keyBytes(key).copy(entry);
    entry.writeUInt32BE(file, KEY_BYTES);
    entry.writeUIntBE(offset, KEY_BYTES + 4, 6);
    await this.#byKey.add(entry);
  }

  async find(key: string): Promise<IndexedPlace | null> {
    const entry = await this.#byKey.find(keyBytes(key));
    return entry && { file: entry.readUInt32BE(KEY_BYTES), offset: entry.readUIntBE(KEY_BYTES + 4, 6) };
  }

  /** Earliest first; at one instant in the order of files. */
  async *inOrder(): AsyncGenerator<IndexEntry> {
    for await (const entry of this.#byDate.inOrder())
      yield {
        at: entry.readUIntBE(0, 6),
        file: entry.readUInt32BE(6),
        offset: entry.readUIntBE(10, 6),
        isOwnLook: entry[16] === 1,
      };
  }

  async close(): Promise<void> {
    await this.#byDate.close();
    await this.#byKey.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

const keyBytes = (key: string): Buffer => createHash("sha256").update(key).digest().subarray(0, KEY_BYTES);
