import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { observe } from "#cli/demo-score";
import { createEngine } from "#engine/create";
import type { Engine } from "#engine/engine";
import { DEFAULT_SETTINGS } from "#engine/settings";
import { createFetcher } from "#fetch/fetcher";
import { DrivenClock, HOUR_MS, MINUTE_MS } from "#lib/clock";
import { silentLog } from "#lib/log";
import { NO_PATTERNS } from "#model/source";
import type { Assessment } from "#newsroom/assess";
import { openNewsroom } from "#newsroom/newsroom";
import { openStore } from "#store/open";
import type { Store } from "#store/store";
import { explain } from "./newsroom/explain.ts";
import { printTable } from "./table.ts";

export const help =
  "the newsroom on a driven clock, everything stored: captures per second, versions, false versions, memory (--articles 10000 --hosts 500 --hours 6 --threads 1 --seed 7 --verbose)";

/**
 * Watches a newsroom of `--articles` generated articles on `--hosts` hosts for `--hours` simulated hours, with a store on
 * disk, worker threads and the politeness of a real run. The newsroom serves from the same process, so its share of the
 * processor is in the figures.
 */
export async function run({ flags }: { data?: string; flags: Record<string, string> }): Promise<void> {
  const number = (name: string, usual: number) => (flags[name] === undefined ? usual : Number(flags[name]));
  const [articles, hosts, hours] = [number("articles", 10_000), number("hosts", 500), number("hours", 6)];
  const folder = mkdtempSync(join(tmpdir(), "variorum-watch-"));
  const startAt = Date.UTC(2026, 4, 4, 6, 0);
  const clock = new DrivenClock(startAt);
  const newsroom = await openNewsroom({ clock, startAt, seed: number("seed", 7), scale: { hosts, articles } });
  const store = await openStore(join(folder, "variorum.db"));
  const allowPrivate = [`*.localhost:${newsroom.port}`];
  const fetcher = createFetcher({ userAgent: "Variorum/bench", allowPrivate }, clock);
  const settings = { ...DEFAULT_SETTINGS, threads: number("threads", 1) };
  const engine = createEngine({ store, fetcher, clock, log: silentLog, settings, owner: "bench" });
  try {
    for (const source of newsroom.sources.filter(({ kind }) => kind === "generated")) {
      const { id } = await store.writer.addSource(
        { name: source.name, homeUrl: source.homeUrl, patterns: NO_PATTERNS },
        startAt,
      );
      for (const url of source.feedUrls) {
        await store.writer.addFeed(id, { url, kind: "rss", title: null }, 15 * MINUTE_MS, startAt);
      }
    }
    const stretches = await drive(engine, clock, startAt, hours);
    printTable(
      `watch: ${articles} articles on ${hosts} hosts, ${hours} simulated hours, ${settings.threads} worker thread(s)`,
      ["until", "captures", "captures/s", "cpu ms/capture", "rss MB", "heap MB"],
      stretches,
    );
    const score = newsroom.assess(await observe(store.reader));
    await printScore(store, score, join(folder, "variorum.db"));
    printTable(
      "politeness",
      ["hosts", "requests", "smallest gap s", "most at once", "robots violations"],
      [politeness(newsroom.requests())],
    );
    if ("verbose" in flags) await explain(store, newsroom.truth(), score);
  } finally {
    await engine.close();
    await fetcher.close();
    await store.close();
    await newsroom.close();
    rmSync(folder, { recursive: true });
  }
}

type Row = (string | number)[];

/** Drives hour by hour and measures each. */
async function drive(engine: Engine, clock: DrivenClock, startAt: number, hours: number): Promise<Row[]> {
  const before = process.memoryUsage();
  const mb = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
  const rows: Row[] = [["start", "", "", "", mb(before.rss), mb(before.heapUsed)]];
  const total = { captures: 0, seconds: 0, cpuMs: 0, rss: 0 };
  for (let hour = 1; hour <= hours; hour++) {
    const startedAt = performance.now();
    const cpuBefore = process.cpuUsage();
    const { looks } = await engine.driveTo(clock, startAt + hour * HOUR_MS);
    const seconds = (performance.now() - startedAt) / 1000;
    const { user, system } = process.cpuUsage(cpuBefore);
    const { rss, heapUsed } = process.memoryUsage();
    total.captures += looks;
    total.seconds += seconds;
    total.cpuMs += (user + system) / 1000;
    total.rss = Math.max(total.rss, rss);
    rows.push(row(`hour ${hour}`, looks, seconds, (user + system) / 1000, rss, heapUsed));
  }
  rows.push(row("all", total.captures, total.seconds, total.cpuMs, total.rss, 0));
  return rows;
}

const row = (name: string, captures: number, seconds: number, cpuMs: number, rss: number, heap: number): Row => [
  name,
  captures,
  (captures / seconds).toFixed(0),
  (cpuMs / captures).toFixed(2),
  (rss / 2 ** 20).toFixed(0),
  heap === 0 ? "" : (heap / 2 ** 20).toFixed(0),
];

async function printScore(store: Store, score: Assessment, file: string): Promise<void> {
  const counts = await store.reader.counts();
  const unseen = score.missed.filter(({ why }) => why === "unseen").length;
  printTable(
    "what was seen",
    ["articles", "versions", "edits", "caught", "missed", "transient", "pending", "false versions", "false %"],
    [
      [
        counts.articles,
        counts.versions,
        score.edits,
        score.caught,
        unseen,
        score.missed.length - unseen,
        score.pending,
        score.falseVersions.length,
        ((100 * score.falseVersions.length) / Math.max(1, score.laterVersions)).toFixed(2),
      ],
    ],
  );
  printTable(
    "false versions by noise",
    ["noise", "versions"],
    Object.entries(score.falseByNoise).map(([kind, count]) => [kind, count]),
  );
  const bytes = statSync(file).size;
  printTable(
    "store",
    ["MB", "kB per version"],
    [[(bytes / 2 ** 20).toFixed(1), (bytes / 1024 / counts.versions).toFixed(1)]],
  );
}

function politeness(requests: ReturnType<Awaited<ReturnType<typeof openNewsroom>>["requests"]>): Row {
  const gaps = requests.map((host) => host.smallestGapMs ?? Number.POSITIVE_INFINITY);
  return [
    requests.length,
    requests.reduce((sum, host) => sum + host.count, 0),
    (Math.min(...gaps) / 1000).toFixed(1),
    Math.max(...requests.map((host) => host.concurrentPeak)),
    requests.reduce((sum, host) => sum + host.robotsViolations, 0),
  ];
}
