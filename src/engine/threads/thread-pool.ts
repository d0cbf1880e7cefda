import type { ResourceLimits } from "node:worker_threads";
import type { Ended, JobLimits } from "./job.ts";
import { JobThread } from "./job-thread.ts";

/**
 * Worker threads that share one queue. A thread that is stopped, full or dead is replaced, and no other job notices: a job's clocks
 * run from its start in a thread that is ready, neither in the queue nor while a thread loads its code.
 */
export class ThreadPool {
  readonly #file: URL;
  readonly #size: number;
  readonly #resourceLimits: ResourceLimits;
  readonly #threads = new Set<JobThread>();
  readonly #idle: JobThread[] = [];
  readonly #waiting: ((thread: JobThread | null) => void)[] = [];
  #isClosed = false;

  /** Threads are started when there is work for them, `size` at most. */
  constructor(file: URL, size: number, resourceLimits: ResourceLimits) {
    this.#file = file;
    this.#size = size;
    this.#resourceLimits = resourceLimits;
  }

  /** Does a job by its name in the first thread that is free; never rejects. */
  async run<T>(name: string, job: unknown, limits: JobLimits): Promise<Ended<T>> {
    const thread = await this.#take();
    if (!thread) return CLOSED;
    const ended = await thread.do<T>({ name, job }, limits);
    this.#giveBack(thread);
    return ended;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const resolve of this.#waiting.splice(0)) resolve(null);
    await Promise.all([...this.#threads].map((thread) => thread.dismiss(CLOSED)));
  }

  async #take(): Promise<JobThread | null> {
    if (this.#isClosed) return null;
    for (let thread = this.#idle.pop(); thread; thread = this.#idle.pop()) {
      if (!thread.isGone) return thread;
      this.#threads.delete(thread);
    }
    return this.#threads.size < this.#size ? this.#start() : new Promise((resolve) => this.#waiting.push(resolve));
  }

  #giveBack(thread: JobThread): void {
    if (thread.isGone) this.#threads.delete(thread);
    const next = this.#waiting.shift();
    if (next) next(thread.isGone ? this.#start() : thread);
    else if (!thread.isGone) this.#idle.push(thread);
  }

  #start(): JobThread {
    const thread = new JobThread(this.#file, this.#resourceLimits);
    this.#threads.add(thread);
    return thread;
  }
}

const CLOSED = { kind: "closed" } as const;
