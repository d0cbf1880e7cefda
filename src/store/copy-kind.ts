import { open } from "node:fs/promises";

/** What a backup was copied from. */
export type CopyKind = "sqlite" | "postgres";

/** How files of each begin. */
const BEGINNINGS: readonly (readonly [CopyKind, string])[] = [
  ["sqlite", "SQLite format 3\0"],
  ["postgres", "PGDMP"],
];

/** By its first bytes; null when it is neither, or cannot be read. */
export async function copyKindOf(file: string): Promise<CopyKind | null> {
  const handle = await open(file, "r").catch(() => null);
  if (!handle) return null;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
    const head = buffer.toString("latin1", 0, bytesRead);
    return BEGINNINGS.find(([, beginning]) => head.startsWith(beginning))?.[0] ?? null;
  } catch {
    return null;
  } finally {
    await handle.close();
  }
}
