import { readdirSync, readFileSync } from "node:fs";

/** Linux counts CPU time in hundredths of a second. */
const TICK_MS = 10;
const PAGE_BYTES = 4096;

export interface Usage {
  readonly cpuMs: number;
  readonly residentBytes: number;
  readonly processes: number;
}

interface Stat {
  readonly pid: number;
  readonly parent: number;
  readonly cpuMs: number;
  readonly residentBytes: number;
}

/** CPU time so far and memory now of a process and everything that it has started. */
export function usageOf(pid: number): Usage {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(name) ?? []);
  const tree = new Set([pid]);
  // Children come after their parents in the order of numbers, but for a wrap; a second pass finds what the first one missed.
  for (let pass = 0; pass < 2; pass++) for (const each of all) if (tree.has(each.parent)) tree.add(each.pid);
  const own = all.filter((each) => tree.has(each.pid));
  const sum = (of: (stat: Stat) => number) => own.reduce((total, each) => total + of(each), 0);
  return {
    cpuMs: sum(({ cpuMs }) => cpuMs),
    residentBytes: sum(({ residentBytes }) => residentBytes),
    processes: own.length,
  };
}

/** See proc(5): after the name, which may hold spaces, the third field comes first. Children that ended are counted with their parent. */
function statOf(name: string): Stat | null {
  try {
    const text = readFileSync(`/proc/${name}/stat`, "utf8");
    const fields = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const ticks = fields[11]! + fields[12]! + fields[13]! + fields[14]!;
    return { pid: Number(name), parent: fields[1]!, cpuMs: ticks * TICK_MS, residentBytes: fields[21]! * PAGE_BYTES };
  } catch {
    // It has ended since the folder was read.
    return null;
  }
}
