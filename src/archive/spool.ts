import { hostname } from "node:os";
import type { Clock } from "#lib/clock";
import type { ArchivePlace, RawExchange } from "#model/archive";
import { fail, ok, type Result } from "#model/failure";
import { exchangeRecords } from "./exchange-records.ts";
import { dayOf, pathOf, type Series } from "./file-name.ts";
import type { KnownOriginals } from "./known-originals.ts";
import { beginFile, type GrowingFile } from "./warc-file.ts";
import { newRecordId, packRecord, warcDate } from "./warc-record.ts";

export interface SpoolSettings {
  readonly folder: string;
  readonly series: Series;
  readonly owner: string;
  /** Goes into the first record of each file. */
  readonly software: string;
  /** A file that is longer is ended, and another one begun. */
  readonly maxBytes: number;
  readonly clock: Clock;
  readonly originals: KnownOriginals;
  /** Called with the path of each file that was ended. */
  readonly onEnded: (path: string) => void;
}

interface Job {
  readonly exchanges: readonly RawExchange[];
  readonly resolve: (result: Result<ArchivePlace>) => void;
}

interface Current {
  readonly path: string;
  readonly day: string;
  readonly warcinfo: string;
  readonly file: GrowingFile;
}

/** Looks that share one write: bounds the memory that packed records take, some 10 MB. */
const MAX_BATCH = 64;

/**
 * One series of files of one worker, of which one is open at a time. Whatever is wanted while the disk is busy shares the next
 * write and the next wait for the disk.
 */
export class Spool {
  readonly #settings: SpoolSettings;
  #waiting: Job[] = [];
  #draining: Promise<void> | null = null;
  #current: Current | null = null;
  #serial = 0;

  constructor(settings: SpoolSettings) {
    this.#settings = settings;
  }

  /** Resolves when the records are on the disk, with the place of the last one's bytes. There has to be one. */
  append(exchanges: readonly RawExchange[]): Promise<Result<ArchivePlace>> {
    return new Promise((resolve) => {
      this.#waiting.push({ exchanges, resolve });
      this.#draining ??= this.#drain();
    });
  }

  async close(): Promise<void> {
    while (this.#draining) await this.#draining;
    await this.#end();
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      const jobs = this.#waiting.splice(0, MAX_BATCH);
      const results = await this.#write(jobs).catch((error) => this.#failed(error));
      for (const [at, { resolve }] of jobs.entries()) resolve(Array.isArray(results) ? results[at]! : results);
    }
    this.#draining = null;
  }

  async #write(jobs: readonly Job[]): Promise<readonly Result<ArchivePlace>[]> {
    const { path, warcinfo, file } = await this.#fileFor(this.#settings.clock.now());
    const { originals } = this.#settings;
    const records = await Promise.all(
      jobs.map(({ exchanges }) => Promise.all(exchanges.map((one) => exchangeRecords(one, warcinfo, originals)))),
    );
    let at = file.size;
    const placed = records.map((look) =>
      look.map((record) => {
        const lengths = record.packed.map(({ byteLength }) => byteLength);
        at += lengths.reduce((sum, length) => sum + length, 0);
        const length = lengths.at(-1)!;
        return { record, place: { file: path, offset: at - length, length } };
      }),
    );
    await file.append(records.flat().flatMap(({ packed }) => packed));
    for (const { record, place } of placed.flat()) originals.wrote(record, place);
    return placed.map((look) => {
      const { record, place } = look.at(-1)!;
      return ok(record.refersTo?.place ?? place);
    });
  }

  async #fileFor(now: number): Promise<Current> {
    const day = dayOf(now);
    const current = this.#current;
    if (current && (current.file.isBroken || current.file.size >= this.#settings.maxBytes || current.day !== day))
      await this.#end();
    this.#current ??= await this.#begin(day, now);
    return this.#current;
  }

  async #begin(day: string, now: number): Promise<Current> {
    const { folder, series, owner } = this.#settings;
    const path = pathOf({ series, day, owner, serial: ++this.#serial });
    const file = await beginFile(folder, path);
    const warcinfo = newRecordId();
    // Looks may be dropped one day, and the records of the new file must not refer to what goes before them.
    if (series === "looks") this.#settings.originals.forget();
    await file.append([await this.#warcinfo(warcinfo, path, now)]).catch(async (error) => {
      await file.abandon();
      throw error;
    });
    return { path, day, warcinfo, file };
  }

  #warcinfo(id: string, path: string, now: number): Promise<Buffer> {
    const { software, series } = this.#settings;
    const lines = [
      `software: ${software}`,
      "format: WARC File Format 1.1",
      "conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
      `isPartOf: ${PART_OF[series]}`,
      `hostname: ${hostname()}`,
      "robots: obey",
    ];
    const fields = [
      ["WARC-Type", "warcinfo"],
      ["WARC-Record-ID", id],
      ["WARC-Date", warcDate(now)],
      ["WARC-Filename", path.slice(path.indexOf("/") + 1)],
      ["Content-Type", "application/warc-fields"],
    ] as const;
    return packRecord(fields, Buffer.from(`${lines.join("\r\n")}\r\n`));
  }

  async #end(): Promise<void> {
    const current = this.#current;
    this.#current = null;
    if (!current) return;
    if (current.file.isBroken) return current.file.abandon();
    await current.file.end();
    this.#settings.onEnded(current.path);
  }

  async #failed(error: unknown): Promise<Result<never>> {
    if (this.#current?.file.isBroken) await this.#end();
    const { code, message } = error as NodeJS.ErrnoException;
    const { folder } = this.#settings;
    if (code === "ENOSPC" || code === "EDQUOT")
      return fail("stop", "archive-full", `The disk of the archive ${folder} is full; make room for it.`);
    return fail("stop", "archive-io", `The archive ${folder} cannot be written: ${message}`);
  }
}

/** Tells a reader what stands in a file: `looks` are there in full, with those that confirmed what others met. */
export const PART_OF: Readonly<Record<Series, string>> = {
  versions: "variorum-versions",
  looks: "variorum-looks",
};
