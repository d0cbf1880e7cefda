import { FailureError, failFor, ok, type Result } from "#model/failure";
import type { Ended, JobLimits } from "./job.ts";
import { ThreadPool } from "./thread-pool.ts";
import { type OpenedPage, type OpenJob, open, type ReadJob, type ReadPage, read } from "./worker.ts";

/**
 * Real time, not the driven clock: it guards the processor. Pages of the measuring sets take 5-60 ms, made ones of 10 MB up to a
 * second and a half (decision 20). Processor time, because the same page takes ten times as long on the wall of a busy machine;
 * a thread that gets next to none is given up all the same.
 */
const READ_LIMITS: JobLimits = { cpuMs: 2_000, wallMs: 60_000 };
/** Collating is bounded by its own limits; the hardest pairs take a second. */
const OPEN_LIMITS: JobLimits = { cpuMs: 10_000, wallMs: 60_000 };
/** A page that needs more heap than this is refused, and the others never notice. */
const HEAP_LIMIT_MB = 512;

/** Young generation of a worker: V8's default of 48-96 MB is room that parsing never gives back. */
const YOUNG_LIMIT_MB = 8;

/**
 * Where pages are parsed and texts collated: worker threads, so that the event loop stays free. A page that goes beyond its
 * limits fails with `page-too-heavy`; its thread is replaced. What is under way when the workshop closes throws: that failure is
 * ours, and must not be recorded as what a look saw.
 */
export interface Workshop {
  read(job: ReadJob): Promise<Result<ReadPage>>;
  open(job: OpenJob): Promise<Result<OpenedPage>>;
  close(): Promise<void>;
}

/** Without threads everything is done in this one, where nothing can stop it: for tests. */
export function openWorkshop(threads: number, limits: JobLimits = READ_LIMITS): Workshop {
  return threads === 0 ? sameThread() : threaded(threads, limits);
}

function sameThread(): Workshop {
  return { read: async (job) => ok(read(job)), open: async (job) => ok(open(job)), close: async () => {} };
}

function threaded(threads: number, limits: JobLimits): Workshop {
  // In a checkout the threads run TypeScript, in the published package JavaScript: whatever this file is.
  const extension = import.meta.url.slice(import.meta.url.lastIndexOf("."));
  const pool = new ThreadPool(new URL(`./reader-thread${extension}`, import.meta.url), threads, {
    maxOldGenerationSizeMb: HEAP_LIMIT_MB,
    maxYoungGenerationSizeMb: YOUNG_LIMIT_MB,
  });
  return {
    read: async (job) => resultOf("read", limits, await pool.run<ReadPage>("read", job, limits)),
    open: async (job) => resultOf("compare", OPEN_LIMITS, await pool.run<OpenedPage>("open", job, OPEN_LIMITS)),
    close: () => pool.close(),
  };
}

const WHAT = { read: "Reading the page", compare: "Comparing the page" } as const;

/** A page is tried again, at the slow pace of failing ones: the next one at its address may be another. */
function resultOf<T>(task: "read" | "compare", { cpuMs, wallMs }: JobLimits, ended: Ended<T>): Result<T> {
  const what = WHAT[task];
  switch (ended.kind) {
    case "done":
      return ok(ended.value);
    case "out-of-time": {
      const limit = ended.clock === "processor" ? `${cpuMs / 1000} s of processor time` : `${wallMs / 1000} s`;
      const met =
        ended.clock === "processor"
          ? ({ limit: "cpu-ms", max: cpuMs } as const)
          : ({ limit: "wall-ms", max: wallMs } as const);
      const reason = { code: "page-too-heavy", task, ...met } as const;
      return failFor("retry", reason, `${what} took more than ${limit} and was stopped.`);
    }
    case "out-of-memory": {
      const reason = { code: "page-too-heavy", task, limit: "memory-mb", max: HEAP_LIMIT_MB } as const;
      return failFor("retry", reason, `${what} needed more than ${HEAP_LIMIT_MB} MB of memory and was stopped.`);
    }
    case "closed":
      throw new FailureError({
        advice: "stop",
        code: "closed",
        message: `${what} was stopped, because Variorum ends.`,
      });
    default:
      return failFor(
        "retry",
        { code: "page-unread", task, detail: ended.message },
        `${what} failed (${ended.message}).`,
      );
  }
}
