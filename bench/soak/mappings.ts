import { readFileSync } from "node:fs";

/** Resident memory by what it is of, in bytes. */
export interface Mappings {
  /** The C library's first heap, which grows by brk. */
  readonly heap: number;
  /** Its further heaps: 64 MB aligned. */
  readonly arenas: number;
  readonly arenaCount: number;
  /** Everything else that is anonymous: the engine's heaps, stacks, large single allocations. */
  readonly other: number;
  readonly files: number;
  readonly top: string;
}

const ARENA = 64 * 2 ** 20;

export function mappings(): Mappings {
  const text = readFileSync("/proc/self/smaps", "utf8");
  const maps: { start: number; end: number; perms: string; path: string; rss: number; anon: number }[] = [];
  for (const line of text.split("\n")) {
    const head = /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+\s*(.*)$/.exec(line);
    if (head) {
      maps.push({
        start: parseInt(head[1]!, 16),
        end: parseInt(head[2]!, 16),
        perms: head[3]!,
        path: head[4]!,
        rss: 0,
        anon: 0,
      });
      continue;
    }
    const kb = /^(Rss|Anonymous):\s+(\d+) kB/.exec(line);
    if (kb) maps.at(-1)![kb[1] === "Rss" ? "rss" : "anon"] = Number(kb[2]) * 1024;
  }
  let heap = 0,
    arenas = 0,
    arenaCount = 0,
    other = 0,
    files = 0;
  const sizes = new Map<string, number>();
  for (const [i, m] of maps.entries()) {
    const next = maps[i + 1];
    const kind =
      m.path === "[heap]"
        ? "heap"
        : m.path.startsWith("/")
          ? m.path
          : m.start % ARENA === 0 &&
              m.perms === "rw-p" &&
              next &&
              next.perms === "---p" &&
              next.start === m.end &&
              (next.end - m.start) % ARENA === 0
            ? "arena"
            : m.path || "anon";
    files += m.path.startsWith("/") ? m.rss - m.anon : 0;
    if (kind === "heap") heap += m.rss;
    else if (kind === "arena") {
      arenas += m.rss;
      arenaCount++;
    } else other += m.path.startsWith("/") ? m.anon : m.rss;
    const key =
      kind === "anon"
        ? `anon ${m.perms} ${2 ** Math.ceil(Math.log2((m.end - m.start) / 1024))}k`
        : kind.replace(/.*\//, "");
    sizes.set(key, (sizes.get(key) ?? 0) + m.rss);
  }
  const top = [...sizes]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 14)
    .map(([k, v]) => `${k}=${(v / 2 ** 20).toFixed(1)}`)
    .join(" ");
  return { heap, arenas, arenaCount, other, files, top };
}
