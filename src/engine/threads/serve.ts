import { parentPort } from "node:worker_threads";
import type { Answer, Call, Ended } from "./job.ts";

/** The thread's side of a `JobThread`: does jobs by name, for as long as the thread lives. */
export function serve(jobs: Readonly<Record<string, (job: never) => unknown>>): void {
  if (!parentPort) throw new Error("Jobs are served in a worker thread.");
  const port = parentPort;
  const say = (ended?: Ended<unknown>): void => {
    const { user, system } = process.threadCpuUsage();
    port.postMessage({ cpuMs: (user + system) / 1000, ...(ended && { ended }) } satisfies Answer);
  };
  port.on("message", ({ name, job }: Call) => {
    try {
      say({ kind: "done", value: jobs[name]!(job as never) });
    } catch (error) {
      say({ kind: "threw", message: error instanceof Error ? error.message : String(error) });
    }
  });
  say();
}
