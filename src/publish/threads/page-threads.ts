import { Worker } from "node:worker_threads";
import { type Clock, SECOND_MS } from "#lib/clock";
import type { Log } from "#lib/log";
import { takesGzip } from "#publish/http/packed";
import type { PageMaker, Visit } from "#publish/http/visit";
import type { AskedPage, MadePage, PageCall, PageReply } from "./page-call.ts";

/** Makes the pages of readers in threads, so that a page that takes long delays only its own reader. */
export interface PageThreads extends PageMaker {
  /** Why the database cannot be read, as a thread has seen it; null while it can. */
  damage(): string | null;
  close(): Promise<void>;
}

export interface PageThreadsOptions {
  /** The module that a thread runs: it calls `answerPages`. */
  readonly file: URL;
  readonly threads: number;
  /** What each is given when it starts. */
  readonly workerData: unknown;
  readonly log: Log;
  /** Real time: how long a thread may take to end. */
  readonly clock: Clock;
}

/** Old generation of a thread: more than the most expensive page takes, beside what is kept for the next ones. */
const HEAP_LIMIT_MB = 128;
/** Pages leave much short-lived garbage: room for that of a few pages at a time, so that none of it grows old. */
const YOUNG_LIMIT_MB = 16;
const END_WITHIN_MS = 2 * SECOND_MS;
/** A thread knows the pages that it made. One that has so many more to do than another is passed over all the same. */
const MOST_AHEAD = 2;
/** Of a request only this says what is answered; cookies and other people's secrets stay here. */
const FORWARDED = ["host", "accept", "accept-encoding", "if-none-match", "if-modified-since"] as const;

export function createPageThreads(options: PageThreadsOptions): PageThreads {
  const threads = Array.from({ length: options.threads }, () => new PageThread(options));
  return {
    make: async (visit) => {
      const made = await chosen(threads, visit.path).make(askedOf(visit), visit.request.signal);
      if (made === null) return interrupted();
      // The site answers and logs it as any other fault of a page.
      if (made.kind === "failed") throw new Error(`In a thread that makes pages: ${made.error}`);
      return responseOf(visit, made);
    },
    damage: () => threads.map((thread) => thread.damage).find((damage) => damage !== null) ?? null,
    close: async () => void (await Promise.all(threads.map((thread) => thread.close()))),
  };
}

function chosen(threads: readonly PageThread[], path: string): PageThread {
  const usual = threads[hashOf(path) % threads.length]!;
  const idlest = threads.reduce((least, thread) => (thread.underWay < least.underWay ? thread : least));
  return usual.underWay - idlest.underWay > MOST_AHEAD ? idlest : usual;
}

/** FNV-1a, 32 bits. */
function hashOf(path: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < path.length; at++) hash = Math.imul(hash ^ path.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function askedOf({ request, from }: Visit): AskedPage {
  const headers = FORWARDED.flatMap((name) => {
    const value = request.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { method: request.method, url: request.url, headers, from };
}

/** What was made goes out, and is remembered here: the next one who asks need not wait for a thread. */
function responseOf(visit: Visit, { status, headers, body, recent }: MadePage): Response {
  if (recent) visit.web.recent.note(visit, recent);
  const isPacked = headers.some(([name, value]) => name === "content-encoding" && value === "gzip");
  if (recent && body && isPacked && status === 200 && takesGzip(visit.request)) visit.web.packed.put(recent.tag, body);
  return new Response(body, { status, headers: headers.map(([...pair]) => pair) });
}

const interrupted = (): Response =>
  new Response("This page could not be made. Try again in a moment.\n", {
    status: 503,
    headers: { "content-type": "text/plain; charset=utf-8", "retry-after": "10", "cache-control": "no-store" },
  });

/** One thread, which is started again when it ends by itself. */
class PageThread {
  readonly #options: PageThreadsOptions;
  readonly #waiting = new Map<number, (made: PageReply | null) => void>();
  #worker: Worker | null = null;
  #isClosed = false;
  #latest = 0;
  /** What any of its threads has seen: one that is started again has not read there yet. */
  damage: string | null = null;

  constructor(options: PageThreadsOptions) {
    this.#options = options;
    this.#start();
  }

  get underWay(): number {
    return this.#waiting.size;
  }

  /** Null when the thread ended before the page was made, and when the reader has gone. */
  make(asked: AskedPage, signal: AbortSignal): Promise<PageReply | null> {
    if (this.#isClosed || signal.aborted) return Promise.resolve(null);
    const worker = this.#worker ?? this.#start();
    const id = ++this.#latest;
    return new Promise((resolve) => {
      const leave = () => {
        worker.postMessage({ kind: "stop", id } satisfies PageCall);
        this.#finish(id, null);
      };
      signal.addEventListener("abort", leave, { once: true });
      this.#waiting.set(id, (made) => {
        signal.removeEventListener("abort", leave);
        resolve(made);
      });
      worker.postMessage({ kind: "make", id, asked } satisfies PageCall);
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const worker = this.#worker;
    if (!worker) return;
    const exited = new AbortController();
    worker.once("exit", () => exited.abort());
    worker.postMessage({ kind: "end" } satisfies PageCall);
    await this.#options.clock.sleep(END_WITHIN_MS, exited.signal);
    await worker.terminate();
  }

  #start(): Worker {
    const { file, workerData, log } = this.#options;
    const resourceLimits = { maxOldGenerationSizeMb: HEAP_LIMIT_MB, maxYoungGenerationSizeMb: YOUNG_LIMIT_MB };
    const worker = new Worker(file, { workerData, resourceLimits });
    this.#worker = worker;
    worker.on("message", (made: PageReply) => {
      this.damage = made.damage ?? this.damage;
      this.#finish(made.id, made);
    });
    worker.on("error", (error) => log.error({ err: error }, "a thread that makes pages ended"));
    worker.on("exit", () => {
      if (this.#worker === worker) this.#worker = null;
      for (const id of [...this.#waiting.keys()]) this.#finish(id, null);
    });
    return worker;
  }

  #finish(id: number, made: PageReply | null): void {
    this.#waiting.get(id)?.(made);
    this.#waiting.delete(id);
  }
}
