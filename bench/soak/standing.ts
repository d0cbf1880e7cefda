import { readdirSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type Mappings, mappings } from "./mappings.ts";

/** What a process holds that it could fail to give back. */
export interface Standing {
  /** In use after a collection of all garbage. */
  readonly heapBytes: number;
  readonly externalBytes: number;
  readonly residentBytes: number;
  readonly resident: Mappings;
  /** Files, sockets and pipes that are open; 0 where the system does not tell. */
  readonly files: number;
  readonly timers: number;
  /** Everything else that keeps the loop alive: sockets, requests, threads. */
  readonly resources: number;
}

export function standing(): Standing {
  collectGarbage();
  const { heapUsed, external, rss } = process.memoryUsage();
  const resources = process.getActiveResourcesInfo();
  const timers = resources.filter((kind) => kind === "Timeout" || kind === "Immediate");
  return {
    heapBytes: heapUsed,
    externalBytes: external,
    residentBytes: rss,
    resident: mappings(),
    files: openFiles(),
    timers: timers.length,
    resources: resources.length - timers.length,
  };
}

/** Twice: what the first leaves to finalisers goes with the second. */
function collectGarbage(): void {
  setFlagsFromString("--expose_gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  collect();
}

function openFiles(): number {
  try {
    return readdirSync("/proc/self/fd").length;
  } catch {
    return 0;
  }
}
