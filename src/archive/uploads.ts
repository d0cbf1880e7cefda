import { unlink } from "node:fs/promises";
import { join } from "node:path";
import { type Clock, HOUR_MS, SECOND_MS } from "#lib/clock";
import type { Log } from "#lib/log";
import type { Bucket } from "./bucket.ts";
import { OPEN_SUFFIX, SERIES } from "./file-name.ts";
import { namesIn } from "./recover.ts";

export type { Bucket } from "./bucket.ts";

/** A store that failed is tried again after the first of these, then ever later up to the second: files wait on the disk meanwhile. */
const FIRST_RETRY_MS = 30 * SECOND_MS;
const LONGEST_RETRY_MS = HOUR_MS;

export interface UploadSettings {
  readonly folder: string;
  readonly bucket: Bucket;
  readonly clock: Clock;
  readonly log: Log;
}

/** Brings ended files to the bucket, one at a time. A file leaves the folder when the bucket has proved that it has it. */
export class Uploads {
  readonly #settings: UploadSettings;
  readonly #stop = new AbortController();
  #waiting: string[] = [];
  #running: Promise<void> | null = null;
  #failures = 0;

  constructor(settings: UploadSettings) {
    this.#settings = settings;
  }

  /** Takes up what earlier processes left in the folder. */
  start(): void {
    this.#running ??= this.#run(true);
  }

  add(path: string): void {
    this.#waiting.push(path);
    this.#running ??= this.#run(false);
  }

  /** Ends with the file that is under way, if the bucket takes it; what is left is taken up at the next start. */
  async close(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(atStart: boolean): Promise<void> {
    if (atStart) this.#waiting.unshift(...(await waitingFiles(this.#settings.folder)));
    while (this.#waiting.length > 0 && !(this.#stop.signal.aborted && this.#failures > 0)) {
      const path = this.#waiting[0]!;
      if (await this.#upload(path)) this.#waiting = this.#waiting.filter((other) => other !== path);
      else await this.#settings.clock.sleep(this.#retryMs(), this.#stop.signal);
    }
    this.#running = null;
  }

  async #upload(path: string): Promise<boolean> {
    const { folder, bucket, log } = this.#settings;
    const file = join(folder, path);
    try {
      const put = await bucket.put(path, file);
      if (put.ok) {
        await unlink(file);
        this.#failures = 0;
        return true;
      }
      log.warn({ path, failure: put.failure }, "a file of the archive waits for its store");
    } catch (error) {
      // Another process that shares the folder was faster.
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return true;
      log.warn({ path, err: error }, "a file of the archive waits for its store");
    }
    this.#failures++;
    return false;
  }

  #retryMs = (): number => Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.#failures - 1));
}

/** Ended files that are still in the folder, oldest first. */
export async function waitingFiles(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const series of SERIES) {
    const names = await namesIn(join(folder, series));
    found.push(...names.filter((name) => !name.endsWith(OPEN_SUFFIX)).map((name) => `${series}/${name}`));
  }
  return found;
}
