import { type FileHandle, open } from "node:fs/promises";
import { Inflow } from "./inflow.ts";
import type { NamedFile } from "./open-packages.ts";
import { piecesOf } from "./pieces.ts";
import { type FoundRecord, recordsOf } from "./records.ts";
import { WARC_VERSION } from "./warc-record.ts";

/** Where a copied record comes from. */
export const STANDS_AT = "variorum-stands-at";
/** Files open at a time. */
const OPEN_FILES = 32;

/** The files of an import, and one of our own for records that stand where reading cannot begin. */
export class RecordFiles {
  readonly #files: readonly NamedFile[];
  readonly #open = new Map<number, FileHandle>();
  readonly #scratch: string;
  #scratchFile: FileHandle | null = null;
  #scratchSize = 0;

  constructor(files: readonly NamedFile[], scratch: string) {
    this.#files = [...files, { path: scratch, name: scratch }];
    this.#scratch = scratch;
  }

  name(number: number): string {
    return this.#files[number]!.name;
  }

  get scratchNumber(): number {
    return this.#files.length - 1;
  }

  /** The record there; null when it cannot be read (any more). */
  async read(number: number, offset: number, keep: number): Promise<FoundRecord | null> {
    const file = await this.handle(number);
    for await (const record of recordsOf(new Inflow(piecesOf(file, offset)), keep))
      return record.kind === "record" ? record : null;
    return null;
  }

  /** Copies a record from the middle of a packed stretch to where it can be read alone; returns its offset there. */
  async copy({ fields, type, url, at, block, spot }: FoundRecord, from: number): Promise<number> {
    this.#scratchFile ??= await open(this.#scratch, "wx");
    const kept = [...fields].filter(([name]) => name !== "content-length");
    const made = fields.size > 0 ? [] : [`warc-type: ${type}`, `warc-target-uri: ${url}`, `warc-date: ${dateText(at)}`];
    const stands = `${STANDS_AT}: ${this.name(from)} at ${spot.offset}`;
    const lines = [WARC_VERSION, ...kept.map(([name, value]) => `${name}: ${value}`), ...made, stands];
    const head = `${lines.join("\r\n")}\r\nContent-Length: ${block.length}\r\n\r\n`;
    const bytes = Buffer.concat([Buffer.from(head), block, Buffer.from("\r\n\r\n")]);
    const offset = this.#scratchSize;
    await this.#scratchFile.write(bytes, 0, bytes.length, offset);
    this.#scratchSize += bytes.length;
    return offset;
  }

  async handle(number: number): Promise<FileHandle> {
    const known = this.#open.get(number);
    if (known) return known;
    if (this.#open.size >= OPEN_FILES) {
      const [oldest, handle] = this.#open.entries().next().value!;
      this.#open.delete(oldest);
      await handle.close();
    }
    const handle = await open(this.#files[number]!.path, "r");
    this.#open.set(number, handle);
    return handle;
  }

  async close(): Promise<void> {
    for (const handle of this.#open.values()) await handle.close();
    await this.#scratchFile?.close();
  }
}

const dateText = (at: number | null): string => (at === null ? "" : new Date(at).toISOString());
