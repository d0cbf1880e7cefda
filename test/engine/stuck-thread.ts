/** A thread whose jobs misbehave in every way that a page might bring about. */
import { threadId } from "node:worker_threads";
import { serve } from "#engine/threads/serve";

serve({
  echo: (job: unknown) => job,
  threadId: () => threadId,
  throws: () => {
    throw new Error("out of order");
  },
  loops: () => {
    for (;;);
  },
  /** Backtracks for longer than the world will stand. */
  searches: () => /^(?:a+)+$/.test(`${"a".repeat(60)}b`),
  /** Uses no processor for so many milliseconds. */
  waits: (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms),
  hoards: () => {
    const all: string[][] = [];
    for (;;) all.push(Array.from({ length: 1_000 }, (_, i) => `${i}`));
  },
  leaves: () => process.exit(3),
});
