import { randomBytes } from "node:crypto";
import { createReadStream, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { WARCParser, WARCRecord, WARCSerializer } from "warcio";
import { openArchive } from "#archive/archive";
import { findFiles } from "#archive/find-files";
import { openHistory } from "#archive/history";
import type { Keep } from "#archive/retention";
import { createEngine } from "#engine/create";
import { importHistory } from "#engine/import/import";
import { DEFAULT_SETTINGS } from "#engine/settings";
import { createFetcher } from "#fetch/fetcher";
import { DrivenClock, HOUR_MS, MINUTE_MS, systemClock } from "#lib/clock";
import { silentLog } from "#lib/log";
import type { Archive, RawExchange } from "#model/archive";
import { NO_PATTERNS } from "#model/source";
import { openNewsroom } from "#newsroom/newsroom";
import { openStore } from "#store/open";
import { readingBack } from "./archive/reading-back.ts";
import { oneOf, readFlags, whole } from "./flags.ts";
import { printTable } from "./table.ts";

export const help =
  "WARC files: cost of a record beside warcio's, captures per second with and without, bytes per capture, reading pages back, import (--only reading-back --articles 1000 --hosts 100 --hours 2)";

const START_AT = Date.UTC(2026, 4, 4, 6, 0);

export const FLAGS = {
  only: oneOf(["reading-back"], undefined),
  articles: whole(1000, 1),
  hosts: whole(100, 1),
  hours: whole(2, 1),
};

export async function run({ flags }: { data?: string; flags: Record<string, string> }): Promise<void> {
  const { only, articles, hosts, hours } = readFlags(flags, FLAGS);
  if (only === "reading-back") return readingBack((folder) => archiveIn(folder, "versions"), pageOf, exchange);
  await records();
  await appends();
  await readingBack((folder) => archiveIn(folder, "versions"), pageOf, exchange);
  await watching(articles, hosts, hours);
}

const archiveIn = (folder: string, keep: Keep): Promise<Archive> =>
  openArchive({
    folder,
    bucket: null,
    keep,
    owner: `bench:${process.pid}:archive`,
    isDead: () => false,
    software: "Variorum/bench",
    clock: systemClock,
    log: silentLog,
  });

/** Text from nowhere that packs to two fifths: pages pack to a fifth, so that what is measured is on the heavy side. */
function pageOf(bytes: number): Buffer {
  const draws = randomBytes(bytes);
  let text = "";
  for (let at = 0; text.length < bytes; at += 2) {
    // Few words make most of a text, and many the rest.
    const number = ((draws[at]! * draws[at]!) >> 4) + (draws[at + 1]! & 15);
    const word = (number * 2_654_435_761).toString(36).slice(0, 2 + (number % 9));
    text += at % 120 === 118 ? ` ${word}.</p>\n<p class="text">` : ` ${word}`;
  }
  return Buffer.from(text);
}

function exchange(body: Buffer, at: number, isPacked: boolean): RawExchange {
  const encoding = isPacked ? "content-encoding: gzip\r\n" : "";
  const head = `content-type: text/html; charset=utf-8\r\ncache-control: max-age=60\r\netag: "${at}"\r\nserver: press\r\n`;
  return {
    url: `https://daily.example/news/${at}`,
    sentAt: START_AT + at,
    request: "GET /news HTTP/1.1\r\nhost: daily.example\r\nuser-agent: Variorum/bench\r\naccept-encoding: gzip\r\n",
    response: `HTTP/1.1 200 OK\r\n${encoding}${head}`,
    body,
    truncated: false,
  };
}

async function cpuMs(count: number, work: (i: number) => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (let i = 0; i < count; i++) await work(i);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / count;
}

const REPEATED = Buffer.from("the same");

/** One response record, packed: ours (with the request's record and the wait for the disk) and warcio's. */
async function records(): Promise<void> {
  const rows: (string | number)[][] = [];
  const folder = mkdtempSync(join(tmpdir(), "variorum-archive-"));
  const archive = await archiveIn(folder, "all");
  for (const [size, isPacked] of [
    [20_000, true],
    [70_000, true],
    [70_000, false],
    [250_000, true],
  ] as const) {
    const pages = Array.from({ length: 40 }, () => pageOf(size)).map((page) => (isPacked ? gzipSync(page) : page));
    const theirs = await cpuMs(pages.length, async (i) => {
      const options = { url: "https://daily.example/", type: "response", warcVersion: "WARC/1.1" } as const;
      const record = WARCRecord.create(
        {
          ...options,
          date: new Date().toISOString(),
          httpHeaders: { "content-type": "text/html" },
          statusline: "HTTP/1.1 200 OK",
        },
        [pages[i]!],
      );
      await WARCSerializer.serialize(record, { gzip: true });
    });
    const ours = await cpuMs(pages.length, (i) => archive.append([exchange(pages[i]!, i, isPacked)], { cited: true }));
    rows.push([`${size / 1000} kB${isPacked ? ", packed by the server" : ""}`, theirs.toFixed(2), ours.toFixed(2)]);
  }
  const size = (): number => bytesIn(folder);
  const before = size();
  for (let i = 0; i < 100; i++) await archive.append([exchange(REPEATED, i, true)], { cited: true });
  const revisit = (size() - before) / 100;
  await archive.close();
  rmSync(folder, { recursive: true });
  printTable("a page that is the same to the byte", ["bytes"], [[revisit.toFixed(0)]]);
  printTable("one capture: CPU ms", ["page", "warcio, response only", "ours, with request and disk"], rows);
}

/** Looks that run at once share a wait for the disk. */
async function appends(): Promise<void> {
  const rows: (string | number)[][] = [];
  const bodies = Array.from({ length: 512 }, () => gzipSync(pageOf(70_000)));
  for (const callers of [1, 8, 32, 128]) {
    const folder = mkdtempSync(join(tmpdir(), "variorum-archive-"));
    const archive = await archiveIn(folder, "all");
    const startedAt = performance.now();
    const before = process.cpuUsage();
    let next = 0;
    const caller = async () => {
      for (let i = next++; i < bodies.length; i = next++)
        await archive.append([exchange(bodies[i]!, i, true)], { cited: true });
    };
    await Promise.all(Array.from({ length: callers }, caller));
    const seconds = (performance.now() - startedAt) / 1000;
    const { user, system } = process.cpuUsage(before);
    await archive.close();
    const bytes = bytesIn(folder);
    const sent = bodies.reduce((sum, body) => sum + body.length, 0);
    rows.push([
      callers,
      (bodies.length / seconds).toFixed(0),
      ((user + system) / 1000 / bodies.length).toFixed(2),
      (bytes / bodies.length).toFixed(0),
      ((bytes - sent) / bodies.length).toFixed(0),
    ]);
    rmSync(folder, { recursive: true });
  }
  printTable(
    "captures of 70 kB pages, packed by the server, each on the disk before it counts",
    ["callers", "captures/s", "cpu ms", "bytes each", "of these ours"],
    rows,
  );
}

const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

/** The newsroom, watched with and without an archive; then the archive imported. */
async function watching(articles: number, hosts: number, hours: number): Promise<void> {
  const rows: (string | number)[][] = [];
  const kept = mkdtempSync(join(tmpdir(), "variorum-archive-"));
  for (const keep of ["off", "versions", "all"] as const)
    rows.push(await watch(keep, kept, { articles, hosts, hours }));
  printTable(
    `watching: ${articles} articles on ${hosts} hosts, ${hours} simulated hours; the newsroom serves from the same process`,
    ["archive", "captures", "captures/s", "cpu ms/capture", "database MB", "archive MB", "archive bytes/capture"],
    rows,
  );
  await importing(join(kept, "all"));
  rmSync(kept, { recursive: true });
}

interface Scale {
  readonly articles: number;
  readonly hosts: number;
  readonly hours: number;
}

async function watch(keep: "off" | "versions" | "all", kept: string, scale: Scale): Promise<(string | number)[]> {
  const folder = mkdtempSync(join(tmpdir(), "variorum-watch-"));
  const clock = new DrivenClock(START_AT);
  const newsroom = await openNewsroom({ clock, startAt: START_AT, seed: 7, scale });
  const store = await openStore(join(folder, "variorum.db"));
  const allowPrivate = [`*.localhost:${newsroom.port}`];
  const fetcher = createFetcher({ userAgent: "Variorum/bench", allowPrivate }, clock);
  const archive = keep === "off" ? undefined : await archiveIn(join(kept, keep), keep);
  const deps = { store, fetcher, clock, log: silentLog, settings: DEFAULT_SETTINGS, owner: "bench" };
  const engine = createEngine({ ...deps, ...(archive && { archive }) });
  for (const { name, homeUrl, feedUrls } of newsroom.sources.filter(({ kind }) => kind === "generated")) {
    const { id } = await store.writer.addSource({ name, homeUrl, patterns: NO_PATTERNS }, START_AT);
    for (const url of feedUrls)
      await store.writer.addFeed(id, { url, kind: "rss", title: null }, 15 * MINUTE_MS, START_AT);
  }
  const startedAt = performance.now();
  const before = process.cpuUsage();
  await engine.driveTo(clock, START_AT + scale.hours * HOUR_MS);
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(before);
  const { captures } = await store.reader.counts();
  await engine.close();
  await fetcher.close();
  await archive?.close();
  await store.close();
  await newsroom.close();
  const bytes = archive ? bytesIn(join(kept, keep)) : 0;
  const database = bytesIn(folder);
  rmSync(folder, { recursive: true });
  return [
    keep,
    captures,
    (captures / seconds).toFixed(0),
    ((user + system) / 1000 / captures).toFixed(2),
    (database / 2 ** 20).toFixed(1),
    (bytes / 2 ** 20).toFixed(1),
    (bytes / captures).toFixed(0),
  ];
}

async function importing(folder: string): Promise<void> {
  const files = await findFiles([folder]);
  if (!files.ok) throw new Error(files.failure.message);
  const store = await openStore(":memory:");
  const fetcher = { fetch: () => Promise.reject(new Error("an import asks no one")), close: async () => {} };
  const clock = systemClock;
  const engine = createEngine({ store, fetcher, clock, log: silentLog, settings: DEFAULT_SETTINGS, owner: "bench" });
  const startedAt = performance.now();
  const history = await openHistory(files.value, { maxBytes: 10 * 2 ** 20 });
  const readAt = performance.now();
  const theirs = await readByWarcio(files.value);
  const readAgainAt = performance.now();
  const report = await importHistory(engine, history, { hosts: 4 });
  const seconds = (performance.now() - readAgainAt) / 1000;
  const rss = process.memoryUsage().rss / 2 ** 20;
  await history.close();
  await engine.close();
  await store.close();
  printTable(
    "import of that archive",
    ["records", "read/s", "by warcio/s", "captures", "captures/s", "versions", "rss MB"],
    [
      [
        history.tally.records,
        ((history.tally.records / (readAt - startedAt)) * 1000).toFixed(0),
        theirs.toFixed(0),
        report.captures,
        (report.captures / seconds).toFixed(0),
        report.newVersions,
        rss.toFixed(0),
      ],
    ],
  );
}

/** Records a second, contents read and not looked at. */
async function readByWarcio(files: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  let records = 0;
  for (const file of files) {
    for await (const record of WARCParser.iterRecords(createReadStream(file))) {
      await record.readFully(false);
      records++;
    }
  }
  return (records / (performance.now() - startedAt)) * 1000;
}
