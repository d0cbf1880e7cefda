import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { verifyPages } from "#engine/rereading/verify-pages";
import { sha256 } from "#lib/hash";
import type { Archive, RawExchange } from "#model/archive";
import type { ArchivedBody } from "#store/reader";
import { printTable } from "../table.ts";

const PAGES = 4000;
const PAGE_BYTES = 70_000;
const GB = 2 ** 30;

/** What `variorum verify` takes to read all pages back, without the database: each unpacked twice and digested twice. */
export async function readingBack(
  openIn: (folder: string) => Promise<Archive>,
  pageOf: (bytes: number) => Buffer,
  exchange: (body: Buffer, at: number, isPacked: boolean) => RawExchange,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "variorum-archive-"));
  const archive = await openIn(folder);
  const bases = Array.from({ length: 20 }, () => pageOf(PAGE_BYTES));
  const bodies: ArchivedBody[] = [];
  for (let i = 0; i < PAGES; i++) {
    const page = Buffer.concat([Buffer.from(`<p>${i}</p>`), bases[i % bases.length]!]);
    const added = await archive.append([exchange(gzipSync(page), i, true)], { cited: true });
    if (!added.ok || !added.value) throw new Error("nothing was kept");
    bodies.push({ ...added.value, digest: sha256(page) });
  }
  const packed = bodies.reduce((sum, { length }) => sum + length, 0);
  const kept = {
    counts: async () => ({ archived: bodies.length, packed: 0 }),
    archived: async function* () {
      yield* bodies;
    },
    packed: async function* () {},
    unkept: async () => [],
    versionsOf: async () => new Map(),
  };
  const before = process.cpuUsage();
  const startedAt = performance.now();
  let most = 0;
  const onProgress = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const { pages, bytes, problems } = await verifyPages(kept, archive, {
    share: 1,
    signal: new AbortController().signal,
    onProgress,
  });
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(before);
  const cpuSeconds = (user + system) / 1e6;
  await archive.close();
  rmSync(folder, { recursive: true });
  printTable(
    "reading pages back and comparing their digests",
    [
      "pages",
      "MB packed",
      "MB",
      "CPU s per GB packed",
      "CPU s per GB of pages",
      "s per GB packed",
      "rss MB",
      "problems",
    ],
    [
      [
        pages,
        (packed / 2 ** 20).toFixed(0),
        (bytes / 2 ** 20).toFixed(0),
        (cpuSeconds / (packed / GB)).toFixed(1),
        (cpuSeconds / (bytes / GB)).toFixed(1),
        (seconds / (packed / GB)).toFixed(1),
        (most / 2 ** 20).toFixed(0),
        problems.length,
      ],
    ],
  );
}
