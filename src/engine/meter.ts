import type { Workshop } from "#engine/threads/workshop";
import type { WorkEvent } from "./engine.ts";

/** Gets a report of all work, for monitoring. */
export interface Meter {
  /** A look or a poll ended; `lagMs` is how late it began. */
  turn(event: WorkEvent, lagMs: number): void;
  /** A page was read; how long that took from asking to answer, in real milliseconds. */
  read(tookMs: number): void;
}

/** The workshop, with its reading metered. */
export function metered(workshop: Workshop, meter: Meter | undefined): Workshop {
  if (!meter) return workshop;
  return {
    ...workshop,
    read: async (job) => {
      const startedAt = performance.now();
      const read = await workshop.read(job);
      meter.read(performance.now() - startedAt);
      return read;
    },
  };
}
