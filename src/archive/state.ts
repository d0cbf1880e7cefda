import { stat } from "node:fs/promises";
import { join } from "node:path";
import { OPEN_SUFFIX, SERIES } from "./file-name.ts";
import { namesIn } from "./recover.ts";

/** What stands in the folder of an archive. */
export interface ArchiveState {
  /** By their final names. */
  readonly ended: readonly string[];
  /** Being written, or left by a process that died. */
  readonly open: readonly string[];
  readonly bytes: number;
  /** Of each file, by its final name. */
  readonly sizes: ReadonlyMap<string, number>;
  /** When the oldest ended file was last written; epoch ms, null without one. */
  readonly oldestAt: number | null;
}

export async function archiveState(folder: string): Promise<ArchiveState> {
  const ended: string[] = [];
  const open: string[] = [];
  const sizes = new Map<string, number>();
  let bytes = 0;
  let oldestAt: number | null = null;
  for (const series of SERIES) {
    for (const name of await namesIn(join(folder, series))) {
      // It may be gone by now: dropped, or brought to its store.
      const file = await stat(join(folder, series, name)).catch(() => null);
      if (!file) continue;
      bytes += file.size;
      const isOpen = name.endsWith(OPEN_SUFFIX);
      const path = `${series}/${isOpen ? name.slice(0, -OPEN_SUFFIX.length) : name}`;
      (isOpen ? open : ended).push(path);
      sizes.set(path, file.size);
      if (!isOpen) oldestAt = Math.min(oldestAt ?? file.mtimeMs, file.mtimeMs);
    }
  }
  return { ended, open, bytes, sizes, oldestAt };
}
