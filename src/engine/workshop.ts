import { Tinypool } from "tinypool";
import { fail, ok, type Result } from "#model/failure";
import { type OpenedPage, type OpenJob, open, type ReadJob, type ReadPage, read } from "./worker.ts";

/** Real time, not the driven clock: it guards the processor. Pages of the measuring sets take 5-60 ms. */
const JOB_LIMIT_MS = 10_000;
/** A page that needs more heap than this is refused, and the others never notice. */
const HEAP_LIMIT_MB = 512;

/** Young generation of a worker: V8's default of 48-96 MB is room that parsing never gives back. */
const YOUNG_LIMIT_MB = 8;

/** Where pages are parsed and texts collated: worker threads, so that the event loop stays free. */
export interface Workshop {
  read(job: ReadJob): Promise<Result<ReadPage>>;
  open(job: OpenJob): Promise<Result<OpenedPage>>;
  close(): Promise<void>;
}

export function openWorkshop(threads: number): Workshop {
  return threads === 0 ? sameThread() : threadPool(threads);
}

function sameThread(): Workshop {
  return { read: async (job) => ok(read(job)), open: async (job) => ok(open(job)), close: async () => {} };
}

function threadPool(threads: number): Workshop {
  // In a checkout the worker is TypeScript, in the published package JavaScript: whatever this file is.
  const extension = import.meta.url.slice(import.meta.url.lastIndexOf("."));
  const pool = new Tinypool({
    filename: new URL(`./worker${extension}`, import.meta.url).href,
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB, maxYoungGenerationSizeMb: YOUNG_LIMIT_MB },
  });
  const run = async <T>(name: "read" | "open", job: ReadJob | OpenJob): Promise<Result<T>> => {
    try {
      return ok((await pool.run(job, { name, signal: AbortSignal.timeout(JOB_LIMIT_MS) })) as T);
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      return fail("retry", "page-too-heavy", `The page could not be read within its limits (${cause}).`);
    }
  };
  return {
    read: (job) => run<ReadPage>("read", job),
    open: (job) => run<OpenedPage>("open", job),
    close: () => pool.destroy(),
  };
}
