import { MINUTE_MS } from "#lib/clock";
import { NO_PATTERNS } from "#model/source";
import { pathsOf } from "#newsroom/article";
import { openPress } from "#newsroom/press";
import { openStore } from "#store/open";
import { isGiven, oneOf, readFlags, someOf, whole, wholes } from "./flags.ts";
import { printTable } from "./table.ts";
import { startChild } from "./watch/child.ts";
import { type Kind, openDatabase, type WatchedDatabase } from "./watch/database.ts";
import { measureBytes } from "./watch/edits.ts";
import { fill } from "./watch/fill.ts";
import { type Press, type Stretch, watchFor } from "./watch/fleet.ts";
import { measureGrowth } from "./watch/growth.ts";
import type { PressReady, PressReport } from "./watch/orders.ts";

export const help =
  "workers in processes over the newsroom's articles, on both databases: captures per second, CPU per capture, memory (--store sqlite,postgres --workers 1,2,4 --articles 100000 --hosts 2000 --first 100000 --captures 15000 --threads 1 --archive --seed 7)";

const START_AT = Date.UTC(2026, 4, 4, 6, 0);
const FEED_PERIOD_MS = 15 * MINUTE_MS;
/** The first looks are shown in so many parts, so that it shows whether memory grows. */
const PARTS = 5;

interface Setting {
  readonly kinds: readonly Kind[];
  readonly workers: readonly number[];
  readonly scale: { readonly hosts: number; readonly articles: number };
  readonly first: number;
  readonly captures: number;
  readonly threads: number;
  readonly keepsArchive: boolean;
  readonly seed: number;
  /** Articles that are known besides and not due: what a database of that size costs. */
  readonly stock: number;
}

export const FLAGS = {
  store: someOf(["sqlite", "postgres"]),
  workers: wholes([1, 2, 4]),
  articles: whole(undefined, 1),
  hosts: whole(2000, 1),
  first: whole(undefined, 1),
  captures: whole(15_000, 1),
  threads: whole(1),
  archive: isGiven,
  seed: whole(7),
  stock: whole(0),
  only: oneOf(["growth", "bytes"], undefined),
  sizes: wholes([10_000, 100_000, 1_000_000]),
};

/**
 * Workers in processes of their own watch the newsroom's articles, on SQLite and on PostgreSQL: captures per second, and the
 * CPU time of workers and database that one takes. The press is another process, whose CPU time is not in the figures.
 * Simulated time passes as fast as the workers get done what is due (`Clockwork`). First the first looks of `--first`
 * articles, each of which opens a version, by the most workers; then `--captures` looks by each number of workers.
 */
export async function run({ flags }: { data?: string; flags: Record<string, string> }): Promise<void> {
  const given = readFlags(flags, FLAGS);
  const { workers, hosts, captures, threads, seed, stock, sizes, only } = given;
  const articles = given.articles ?? 100_000;
  const setting: Setting = {
    ...{ kinds: given.store, workers, scale: { hosts, articles }, first: given.first ?? articles },
    ...{ captures, threads, keepsArchive: given.archive, seed, stock },
  };
  for (const kind of setting.kinds) {
    if (only === "growth") {
      await measureGrowth(kind, sizes);
      continue;
    }
    const database = await openDatabase(kind);
    try {
      if (only === "bytes") await measureBytes(database, given.articles ?? 20_000);
      else await measure(database, setting);
    } finally {
      await database.remove();
    }
  }
}

async function measure(database: WatchedDatabase, setting: Setting): Promise<void> {
  const { scale, seed, threads, keepsArchive, first, captures, workers } = setting;
  const order = { ...scale, startAt: START_AT, seed };
  const press: Press = await startChild<PressReady, PressReport>("press", order);
  try {
    await announce(database, setting, press.ready.port);
    const fleet = { database, press, threads, keepsArchive };
    const most = Math.min(2, Math.max(...workers));
    const firstLooks = await watchFor({ ...fleet, workers: most, startAt: START_AT }, first, Math.ceil(first / PARTS));
    const rows = firstLooks.map((stretch) => row("first looks", most, stretch));
    for (const one of rows) console.error(one.join("  "));
    let startAt = firstLooks.at(-1)?.now ?? START_AT;
    for (const count of workers) {
      const stretches = await watchFor({ ...fleet, workers: count, startAt }, captures, captures);
      rows.push(...stretches.map((stretch) => row("later looks", count, stretch)));
      console.error(rows.at(-1)!.join("  "));
      startAt = stretches.at(-1)!.now;
    }
    const pages = keepsArchive ? "pages of versions in an archive" : "pages of versions in the database";
    printTable(
      `watch: ${scale.articles} articles on ${scale.hosts} hosts, ${database.name}, ${pages}, ${threads} reading thread(s) per worker`,
      HEAD,
      rows,
    );
    await printHosts(database, press);
  } finally {
    await press.end();
  }
}

/** All articles of the press are known and due, as if its sitemaps had just been read. */
async function announce(database: WatchedDatabase, { scale, seed, stock }: Setting, port: number): Promise<void> {
  if (stock > 0) await fill(database, stock);
  const store = await openStore(database.place);
  const { houses } = openPress(START_AT, seed, scale);
  for (const { site, articles } of houses()) {
    if (site.kind !== "generated") continue;
    const base = `http://${site.host}.localhost:${port}`;
    const named = { name: site.name, homeUrl: `${base}/`, patterns: NO_PATTERNS };
    const { id } = await store.writer.addSource(named, START_AT);
    const found = [...articles()].map((article) => ({
      url: base + pathsOf(article)[0]!,
      title: article.firstHeadline(),
      publishedAt: article.publishedAt,
      updatedAt: null,
    }));
    await store.writer.addArticles(id, found, START_AT);
    for (const feed of site.feeds)
      await store.writer.addFeed(id, { url: base + feed.path, kind: "rss", title: null }, FEED_PERIOD_MS, START_AT);
  }
  await store.close();
  await database.tidy();
}

const HEAD = [
  ...["what", "workers", "captures", "of these read", "versions", "failed", "polls", "until, simulated min"],
  ...["captures/s", "CPU ms/capture", "of workers", "of the server", "resident MB", "heap MB"],
];

function row(what: string, workers: number, stretch: Stretch): readonly (string | number)[] {
  const { looks, read, newVersions, failed, polls, now, seconds, workerCpuMs, serverCpuMs } = stretch;
  const each = (ms: number) => (ms / looks).toFixed(2);
  return [
    ...[what, workers, looks, read, newVersions, failed, polls, Math.round((now - START_AT) / MINUTE_MS)],
    ...[(looks / seconds).toFixed(0), each(workerCpuMs + serverCpuMs), each(workerCpuMs), each(serverCpuMs)],
    ...[megabytes(stretch.residentBytes), megabytes(stretch.heapBytes)],
  ];
}

const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);

/** How the hosts were treated, and what is stored. Gaps are those between looks, by the clock that the workers share. */
async function printHosts(database: WatchedDatabase, press: Press): Promise<void> {
  const [gap] = await database.rows<{ ms: number }>(
    `select min(captured_at - before) as ms from (
      select c.captured_at, lag(c.captured_at) over (partition by a.host_id order by c.captured_at) as before
      from capture c join article a on a.id = c.article_id
    ) as looks`,
  );
  const [counts] = await database.rows<{ captures: number; versions: number }>(
    "select (select count(*) from capture) as captures, (select count(*) from version) as versions",
  );
  const { requests } = await press.report();
  printTable(
    "hosts",
    [
      "hosts",
      "requests",
      "smallest gap between looks, s",
      "most at once",
      "robots violations",
      "looks",
      "versions",
      "MB",
    ],
    [
      [
        requests.length,
        requests.reduce((sum, host) => sum + host.count, 0),
        (Number(gap!.ms) / 1000).toFixed(1),
        Math.max(...requests.map((host) => host.concurrentPeak)),
        requests.reduce((sum, host) => sum + host.robotsViolations, 0),
        Number(counts!.captures),
        Number(counts!.versions),
        megabytes(await database.bytes()),
      ],
    ],
  );
}
