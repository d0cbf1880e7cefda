import { type ResourceLimits, Worker } from "node:worker_threads";
import type { Answer, Call, Ended, JobLimits } from "./job.ts";

/** A thread loads its code within a second; a busy machine takes longer. */
const START_LIMIT_MS = 30_000;
const NOT_STARTED = { kind: "died", message: "its thread did not start" } as const;

/** One worker thread, which does one job at a time. Once it is gone it does no more. */
export class JobThread {
  readonly #worker: Worker;
  readonly #ready = Promise.withResolvers<void>();
  #end: ((ended: Ended<unknown>) => void) | null = null;
  /** Processor time of the thread when its latest job ended, milliseconds. */
  #cpuMs = 0;
  #gone: Ended<never> | null = null;

  /** `file` is a module that calls `serve`. */
  constructor(file: URL, resourceLimits: ResourceLimits) {
    this.#worker = new Worker(file, { resourceLimits });
    this.#worker.on("message", (answer: Answer) => this.#hear(answer));
    this.#worker.on("error", (error: Error & { readonly code?: string }) => {
      const isFull = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      this.#leave(isFull ? { kind: "out-of-memory" } : { kind: "died", message: error.message });
    });
    this.#worker.on("exit", (code) => this.#leave({ kind: "died", message: `its thread ended with code ${code}` }));
    this.#worker.unref();
  }

  get isGone(): boolean {
    return this.#gone !== null;
  }

  /** Does a job; never rejects. Waiting for the thread to start does not count against the job's limits. */
  async do<T>(call: Call, limits: JobLimits): Promise<Ended<T>> {
    this.#worker.ref();
    try {
      await within(this.#ready.promise, START_LIMIT_MS, () => this.dismiss(NOT_STARTED));
      if (this.#gone) return this.#gone;
      return await this.#work<T>(call, limits);
    } finally {
      // A thread that is being ended holds the process until it has ended: whoever waits for that has more to do.
      if (!this.#gone) this.#worker.unref();
    }
  }

  /** Ends the thread, whatever it is doing. */
  dismiss(ended: Ended<never>): Promise<unknown> {
    this.#leave(ended);
    return this.#worker.terminate();
  }

  async #work<T>(call: Call, { cpuMs, wallMs }: JobLimits): Promise<Ended<T>> {
    const { promise, resolve } = Promise.withResolvers<Ended<unknown>>();
    this.#end = resolve;
    const wall = setTimeout(() => this.#stop("wall"), wallMs);
    let timer = setTimeout(() => void check(), cpuMs);
    const check = async (): Promise<void> => {
      const leftMs = cpuMs - (await this.#usedMs());
      if (this.#end !== resolve) return;
      if (leftMs <= 0) this.#stop("processor");
      else timer = setTimeout(() => void check(), Math.max(1, leftMs));
    };
    this.#worker.postMessage(call);
    const ended = await promise;
    clearTimeout(wall);
    clearTimeout(timer);
    return ended as Ended<T>;
  }

  /** Processor time of the present job; nothing where Node does not tell (before 24.6), so that only the wall's clock counts. */
  async #usedMs(): Promise<number> {
    const usage = await this.#worker.cpuUsage?.().catch(() => null);
    return usage ? (usage.user + usage.system) / 1000 - this.#cpuMs : Number.NEGATIVE_INFINITY;
  }

  #stop(clock: "processor" | "wall"): void {
    this.#leave({ kind: "out-of-time", clock });
    void this.#worker.terminate();
  }

  #hear({ cpuMs, ended }: Answer): void {
    this.#cpuMs = cpuMs;
    if (ended) this.#finish(ended);
    else this.#ready.resolve();
  }

  #finish(ended: Ended<unknown>): void {
    this.#end?.(ended);
    this.#end = null;
  }

  #leave(ended: Ended<never>): void {
    this.#gone ??= ended;
    this.#ready.resolve();
    this.#finish(this.#gone);
  }
}

async function within(promise: Promise<void>, ms: number, late: () => void): Promise<void> {
  const timer = setTimeout(late, ms);
  await promise;
  clearTimeout(timer);
}
