import { readFileSync } from "node:fs";

/** Resident memory by what it holds, in bytes; all 0 where the system does not tell. */
export interface Mappings {
  /** Pages of files: the program itself, and shared memory of databases. They go when others need the room. */
  readonly files: number;
  /** The heaps of the C library: SQLite, compression, sockets, buffers of Node. */
  readonly library: number;
  /** Everything else: the heaps of V8 with what they keep for later, compiled code, stacks. */
  readonly rest: number;
}

/** Further heaps of the C library, one per thread that asks for memory, begin at a multiple of this. */
const ARENA_BYTES = 64 * 2 ** 20;

interface Mapping {
  readonly start: number;
  readonly end: number;
  readonly rights: string;
  readonly name: string;
  resident: number;
  anonymous: number;
}

export function mappings(): Mappings {
  const all = readMappings();
  const sum = (of: (mapping: Mapping, next: Mapping | undefined) => number) =>
    all.reduce((total, mapping, at) => total + of(mapping, all[at + 1]), 0);
  const files = sum(({ name, resident, anonymous }) => (name.startsWith("/") ? resident - anonymous : 0));
  const library = sum((mapping, next) => (mapping.name === "[heap]" || isArena(mapping, next) ? mapping.resident : 0));
  return { files, library, rest: sum(({ resident }) => resident) - files - library };
}

/** In use at its beginning, reserved behind. */
const isArena = ({ start, end, rights, name }: Mapping, next: Mapping | undefined): boolean =>
  name === "" && start % ARENA_BYTES === 0 && rights === "rw-p" && next?.start === end && next.rights === "---p";

function readMappings(): readonly Mapping[] {
  const all: Mapping[] = [];
  for (const line of smaps().split("\n")) {
    const [, start, end, rights, name] = /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+\s*(.*)$/.exec(line) ?? [];
    if (start !== undefined) {
      const place = { start: Number.parseInt(start, 16), end: Number.parseInt(end!, 16) };
      all.push({ ...place, rights: rights!, name: name!, resident: 0, anonymous: 0 });
      continue;
    }
    const [, what, kilobytes] = /^(Rss|Anonymous):\s+(\d+) kB/.exec(line) ?? [];
    if (what === "Rss") all.at(-1)!.resident = Number(kilobytes) * 1024;
    if (what === "Anonymous") all.at(-1)!.anonymous = Number(kilobytes) * 1024;
  }
  return all;
}

function smaps(): string {
  try {
    return readFileSync("/proc/self/smaps", "utf8");
  } catch {
    return "";
  }
}
