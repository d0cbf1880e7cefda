import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openArchive } from "#archive/archive";
import { createEngine } from "#engine/create";
import type { CheckReport, Engine } from "#engine/engine";
import { DEFAULT_SETTINGS } from "#engine/settings";
import { createFetcher } from "#fetch/fetcher";
import { DAY_MS, DrivenClock, HOUR_MS } from "#lib/clock";
import { silentLog } from "#lib/log";
import { NO_PATTERNS } from "#model/source";
import { openNewsroom } from "#newsroom/newsroom";
import { openStore } from "#store/open";
import { oneOf, readFlags, whole } from "./flags.ts";
import { printOutages } from "./soak/outages.ts";
import { type Standing, standing } from "./soak/standing.ts";
import { printTable } from "./table.ts";
import { openDatabase, type WatchedDatabase } from "./watch/database.ts";

export const help =
  "a simulated year of a small press: memory after garbage collection, open files, timers, connections by month; articles back after outages of whole sites (--store sqlite --days 365 --hosts 20 --articles 2000 --threads 1 --seed 7)";

const START_AT = Date.UTC(2026, 0, 1, 6, 0);
const MONTH_MS = 30 * DAY_MS;
/** Real time: connections that no one uses any more are closed, and threads that ended are gone. */
const SETTLE_MS = 2000;

export const FLAGS = {
  days: whole(365, 1),
  hosts: whole(20, 1),
  articles: whole(2000, 1),
  threads: whole(1),
  seed: whole(7),
  store: oneOf(["sqlite", "postgres"], "sqlite"),
};

/**
 * A simulated year, or `--days`, of a press whose articles arrive all the time, grow quiet and are looked at again now and then,
 * with all chores, pages kept in an archive: what the process holds at the end of each month must not grow. The press is in
 * the same process, and what it remembers of its readers is in the figures. A third of its sites show something else than their
 * articles for hours or days, once: all articles have to come back.
 */
export async function run({ flags }: { data?: string; flags: Record<string, string> }): Promise<void> {
  const { days, hosts, articles, threads, seed, store: kind } = readFlags(flags, FLAGS);
  const clock = new DrivenClock(START_AT);
  const scale = { hosts, articles, arriveOverMs: days * DAY_MS, misbehaves: ["outage"] as const };
  const newsroom = await openNewsroom({ clock, startAt: START_AT, seed, scale });
  const database = await openDatabase(kind);
  const folder = mkdtempSync(join(tmpdir(), "variorum-soak-"));
  const store = await openStore(database.place);
  const fetcher = createFetcher({ userAgent: "Variorum/bench", allowPrivate: [`*.localhost:${newsroom.port}`] }, clock);
  const owner = "bench:1:soak";
  const archive = await openArchive({
    ...{ folder, bucket: null, keep: "versions" as const, owner, isDead: () => false },
    ...{ software: "Variorum/bench", clock, log: silentLog },
  });
  const settings = { ...DEFAULT_SETTINGS, threads };
  const engine = createEngine({ store, fetcher, archive, clock, log: silentLog, settings, owner });
  for (const { name, homeUrl, feedUrls } of newsroom.sources.filter(({ kind }) => kind === "generated")) {
    const { id } = await store.writer.addSource({ name, homeUrl, patterns: NO_PATTERNS }, START_AT);
    for (const url of feedUrls) await store.writer.addFeed(id, { url, kind: "rss", title: null }, HOUR_MS, START_AT);
  }
  const rows: (string | number)[][] = [];
  try {
    for (let at = START_AT; at < START_AT + days * DAY_MS; ) {
      const cpuBefore = process.cpuUsage();
      at = Math.min(at + MONTH_MS, START_AT + days * DAY_MS);
      const { looks, polls, newVersions, failed } = await byDays(engine, clock, at);
      await sleep(SETTLE_MS);
      const { user, system } = process.cpuUsage(cpuBefore);
      const day = Math.round((at - START_AT) / DAY_MS);
      rows.push([day, looks, polls, newVersions, failed, ...cells(standing()), await connections(database)]);
      console.error(`${rows.at(-1)!.join(" ")} (${((user + system) / 1e6).toFixed(0)} CPU-seconds)`);
    }
  } finally {
    printTable(`soak: ${days} days, ${articles} articles on ${hosts} hosts, ${database.name}`, HEAD, rows);
    await printOutages(store, newsroom.truth(), clock.now());
    await engine.close();
    await archive.close();
    await fetcher.close();
    await store.close();
    await newsroom.close();
    await database.remove();
    rmSync(folder, { recursive: true });
  }
}

/** Drives to an instant and says at each day's end that it is over: a day that does not end is seen at once. */
async function byDays(engine: Engine, clock: DrivenClock, until: number): Promise<Omit<CheckReport, "newArticles">> {
  const reports: CheckReport[] = [];
  while (clock.now() < until) {
    const cpuBefore = process.cpuUsage();
    const report = await engine.driveTo(clock, Math.min(clock.now() + DAY_MS, until));
    const { user, system } = process.cpuUsage(cpuBefore);
    const day = Math.round((clock.now() - START_AT) / DAY_MS);
    console.error(
      `day ${day}: ${report.looks} looks, ${report.polls} polls, ${((user + system) / 1e6).toFixed(0)} CPU-seconds`,
    );
    reports.push(report);
  }
  const sum = (of: (report: CheckReport) => number) => reports.reduce((total, report) => total + of(report), 0);
  return {
    looks: sum(({ looks }) => looks),
    polls: sum(({ polls }) => polls),
    newVersions: sum(({ newVersions }) => newVersions),
    failed: sum(({ failed }) => failed),
  };
}

const HEAD = [
  ...["until day", "looks", "polls", "versions", "failed", "heap MB", "external MB"],
  ...["resident MB", "of it: files", "C library", "V8 and the rest"],
  ...["open files", "timers", "other resources", "connections"],
];

function cells(now: Standing): readonly (string | number)[] {
  const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
  return [
    ...[megabytes(now.heapBytes), megabytes(now.externalBytes), megabytes(now.residentBytes)],
    ...[megabytes(now.resident.files), megabytes(now.resident.library), megabytes(now.resident.rest)],
    ...[now.files, now.timers, now.resources],
  ];
}

/** Of the engine to a server; none where there is no server. */
async function connections(database: WatchedDatabase): Promise<number | string> {
  if (database.name.startsWith("SQLite")) return "";
  const counted = await database.rows<{ n: string }>(
    "select count(*) as n from pg_stat_activity where application_name = 'variorum'",
  );
  return Number(counted[0]!.n);
}
