import { Tinypool } from "tinypool";
import type { Apparatus } from "#collate/apparatus";
import { fail, ok, type Result } from "#model/failure";
import type { VersionText } from "#model/version";
import { type Collated, collatePair, collateWhole, type PairJob, type WholeJob } from "./collated.ts";

/** Collates for the pages. What is short is done at once; what is long goes to a thread, so that only the one who asked waits for it. */
export interface ComparePool {
  /** Fails with `busy`, `out-of-time` or `out-of-memory`: the texts are good, there was no room to compare them in. */
  pair(job: PairJob, signal?: AbortSignal): Promise<Result<Collated>>;
  /** @param signal ends when no one waits for it any more */
  whole(job: WholeJob, signal?: AbortSignal): Promise<Result<Apparatus>>;
}

export interface PoolLimits {
  readonly here: number;
  readonly queue: number;
  readonly timeMs: number;
  readonly heapMb: number;
  readonly threads: number;
}

const LIMITS: PoolLimits = {
  /** Characters on all sides together; longer texts go to a thread. 60,000 are collated and labelled in some 20 ms, as long as a thread needs to begin. */
  here: 60_000,
  /** Jobs that wait; each holds two texts. Beyond that the server is being pelted and says so. */
  queue: 40,
  /** Waiting included. The hardest pairs take a second, a thread that has to be started first another. */
  timeMs: 20_000,
  /** Old generation of a thread: texts that need more are refused, and no one else notices. */
  heapMb: 512,
  /** Few: long pairs are rare, and the engine has its own. */
  threads: 2,
};
/** Young generation of a thread: V8's default of 48 MB is room that is not given back. */
const YOUNG_MB = 8;
/** After this time without work the threads end; waiting ones do not keep the process alive. */
const IDLE_MS = 30_000;

export function createComparePool(some: Partial<PoolLimits> = {}): ComparePool {
  const limits = { ...LIMITS, ...some };
  let pool: Tinypool | undefined;
  const run = async <T>(
    name: "collatePair" | "collateWhole",
    job: PairJob | WholeJob,
    gone?: AbortSignal,
  ): Promise<Result<T>> => {
    pool ??= openPool(limits);
    const timeout = AbortSignal.timeout(limits.timeMs);
    try {
      const signal = gone ? AbortSignal.any([timeout, gone]) : timeout;
      return ok((await pool.run(job, { name, signal })) as T);
    } catch (error) {
      return limitMet(error);
    }
  };
  return {
    pair: async (job, signal) =>
      lengthOf(job.old) + lengthOf(job.now) <= limits.here
        ? ok(collatePair(job))
        : run<Collated>("collatePair", job, signal),
    whole: async (job, signal) =>
      job.reduce((sum, { text }) => sum + lengthOf(text), 0) <= limits.here
        ? ok(collateWhole(job))
        : run<Apparatus>("collateWhole", job, signal),
  };
}

/** A burst is over within seconds; time that ran out was mostly spent waiting behind others. */
const BUSY_MS = 10_000;
const OUT_OF_TIME_MS = 60_000;
/** The same texts need the same memory again; only another release or a larger machine helps. */
const OUT_OF_MEMORY_MS = 86_400_000;

/** Which limit ended a job; anything else is a fault of our own and thrown on. */
function limitMet(error: unknown): Result<never> {
  const { name, code, message } = error as Error & { readonly code?: string };
  if (name === "AbortError")
    return fail("later", "out-of-time", "Comparing these texts took longer than a page may take.", OUT_OF_TIME_MS);
  if (code === "ERR_WORKER_OUT_OF_MEMORY")
    return fail(
      "later",
      "out-of-memory",
      "Comparing these texts needs more memory than a page may use.",
      OUT_OF_MEMORY_MS,
    );
  // The pool has no code for it.
  if (/queue/i.test(message))
    return fail("later", "busy", "Many long texts are being compared at this moment.", BUSY_MS);
  throw error;
}

/** Opened for the first long job: most sites never need it. */
function openPool({ queue, heapMb, threads }: PoolLimits): Tinypool {
  // In a checkout the worker is TypeScript, in the published package JavaScript: whatever this file is.
  const extension = import.meta.url.slice(import.meta.url.lastIndexOf("."));
  return new Tinypool({
    filename: new URL(`./collated${extension}`, import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    maxQueue: queue,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
  });
}

export const lengthOf = ({ headline, standfirst, corrections, blocks }: VersionText): number =>
  blocks.reduce((sum, { text }) => sum + text.length, 0) +
  corrections.reduce((sum, text) => sum + text.length, 0) +
  (headline?.length ?? 0) +
  (standfirst?.length ?? 0);
