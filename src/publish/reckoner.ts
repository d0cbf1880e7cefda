import { Tinypool } from "tinypool";
import type { Apparatus } from "#collate/apparatus";
import type { VersionText } from "#model/version";
import { type Collated, collatePair, collateWhole, type PairJob, type WholeJob } from "./collated.ts";

/** Collates for the pages. What is short is done at once; what is long goes to a thread, so that nobody waits for it but who asked. */
export interface Reckoner {
  /** Rejects when the job met a limit or too many are waiting: a fault to be logged, for the engine collated these texts before. */
  pair(job: PairJob): Promise<Collated>;
  whole(job: WholeJob): Promise<Apparatus>;
}

/** Characters on both sides together; 60,000 are collated and labelled in some 20 ms, and a thread needs as long to begin. */
const MAX_HERE = 60_000;
/** Few threads: long pairs are rare, and the engine has its own. */
const MAX_THREADS = 2;
/** Jobs that wait; each holds two texts. Beyond that the server is being pelted and says so. */
const MAX_QUEUE = 40;
/** The hardest pairs take a second, a thread that has to be started first another. */
const JOB_LIMIT_MS = 20_000;
const HEAP_LIMIT_MB = 512;
/** After this time without work the threads end; waiting ones do not keep the process alive. */
const IDLE_MS = 30_000;

/** `maxHere`: longer texts than this, in characters, go to a thread. */
export function createReckoner(maxHere = MAX_HERE): Reckoner {
  let pool: Tinypool | undefined;
  const run = <T>(name: "collatePair" | "collateWhole", job: PairJob | WholeJob): Promise<T> => {
    pool ??= openPool();
    return pool.run(job, { name, signal: AbortSignal.timeout(JOB_LIMIT_MS) }) as Promise<T>;
  };
  return {
    pair: async (job) =>
      lengthOf(job.old) + lengthOf(job.now) <= maxHere ? collatePair(job) : run<Collated>("collatePair", job),
    whole: async (job) =>
      job.reduce((sum, { text }) => sum + lengthOf(text), 0) <= maxHere
        ? collateWhole(job)
        : run<Apparatus>("collateWhole", job),
  };
}

/** Opened for the first long job: most sites never need it. */
function openPool(): Tinypool {
  // In a checkout the worker is TypeScript, in the published package JavaScript: whatever this file is.
  const extension = import.meta.url.slice(import.meta.url.lastIndexOf("."));
  return new Tinypool({
    filename: new URL(`./collated${extension}`, import.meta.url).href,
    minThreads: 0,
    maxThreads: MAX_THREADS,
    maxQueue: MAX_QUEUE,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB },
  });
}

export const lengthOf = ({ headline, standfirst, corrections, blocks }: VersionText): number =>
  blocks.reduce((sum, { text }) => sum + text.length, 0) +
  corrections.reduce((sum, text) => sum + text.length, 0) +
  (headline?.length ?? 0) +
  (standfirst?.length ?? 0);
