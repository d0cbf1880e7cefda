import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { readOnlyArchive } from "#archive/archive";
import { s3Bucket } from "#archive/bucket";
import { observe } from "#cli/commands/demo-score";
import { keptPage } from "#engine/rereading/kept-page";
import { MINUTE_MS, SECOND_MS, systemClock } from "#lib/clock";
import { sha256 } from "#lib/hash";
import { NO_PATTERNS } from "#model/source";
import { type Newsroom, openNewsroom } from "#newsroom/newsroom";
import { random } from "#newsroom/random";
import { openStore } from "#store/open";
import type { Store } from "#store/store";
import { startCluster } from "../scripts/postgres.ts";
import { openBucketServer } from "./faults/bucket-server.ts";
import { FastClock } from "./faults/fast-clock.ts";
import { FAULTS, type FaultKind, mountDisk, possible, type Scene, SHARED, unmountDisk } from "./faults/faults.ts";
import { openFleet } from "./faults/fleet.ts";
import { positive, readFlags, whole } from "./flags.ts";
import { printTable } from "./table.ts";

export const help =
  "workers in processes, and where the machine allows networks, of their own over one PostgreSQL, while everything fails: lost, doubled, too early, back to speed (--workers 3 --faults 300 --hosts 60 --articles 3000 --speed 10 --seed 7)";

const GAP_MS = 10 * SECOND_MS;
const MS = { sample: 500, settle: 60_000 };

export const FLAGS = {
  workers: whole(3, 1),
  faults: whole(300),
  hosts: whole(60, 1),
  articles: whole(3000, 1),
  speed: positive(10),
  seed: whole(7),
};

/** See `docs/measurements.md` for what is measured, and how. */
export async function run({ flags }: { data?: string; flags: Record<string, string> }): Promise<void> {
  const { workers, faults, speed, seed, hosts, articles } = readFlags(flags, FLAGS);
  const folder = mkdtempSync(join(tmpdir(), "variorum-faults-"));
  const disk = join(folder, "disk");
  mkdirSync(disk);
  const isSmall = mountDisk(disk, 96);
  const cluster = await startCluster({ durable: true });
  const startAt = Date.UTC(2026, 4, 4, 6, 0);
  const order = { startAt, beganAt: Date.now(), speed, gapMs: GAP_MS };
  const clock = new FastClock(systemClock, order);
  const scale = { hosts, articles };
  const newsroom = await openNewsroom({ clock, startAt, seed, scale });
  const bucket = await openBucketServer();
  const store = await prepared(cluster.url, newsroom, startAt);
  const members = await openFleet({
    size: workers,
    socketFile: join(new URLSearchParams(cluster.url("faults").split("?")[1]).get("host")!, ".s.PGSQL.5432"),
    pressPort: newsroom.port,
    bucketPort: Number(new URL(bucket.endpoint).port),
    archiveFolder: (worker) => join(disk, `worker-${worker}`),
    order,
  });
  const scene: Scene = { members, cluster, bucket, disk: isSmall ? disk : null, random: random(seed) };
  try {
    const rate = sampleRate(cluster.url("faults"), clock);
    await sleep(20_000);
    const happened = await makeFaults(scene, faults);
    await sleep(MS.settle);
    const samples = await rate.stop();
    const codes = await Promise.all(members.map((member) => member.end()));
    printHappened(happened, samples);
    await printOutcome({ store, newsroom, bucket, disk, codes, samples });
  } finally {
    for (const member of members) await member.end();
    for (const member of members) await member.close();
    await store.close();
    await newsroom.close();
    await bucket.close();
    await cluster.stop();
    if (isSmall) unmountDisk(disk);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function prepared(url: (database: string) => string, newsroom: Newsroom, startAt: number): Promise<Store> {
  const control = new pg.Client({ connectionString: url("postgres") });
  await control.connect();
  await control.query("create database faults");
  await control.end();
  const store = await openStore(url("faults"), { connections: 2 });
  for (const source of newsroom.sources.filter(({ kind }) => kind === "generated")) {
    const named = { name: source.name, homeUrl: source.homeUrl, patterns: NO_PATTERNS };
    const { id } = await store.writer.addSource(named, startAt);
    for (const feed of source.feedUrls)
      await store.writer.addFeed(id, { url: feed, kind: "rss", title: null }, 15 * MINUTE_MS, startAt);
  }
  return store;
}

interface Happened {
  readonly kind: FaultKind;
  /** Real instants. */
  readonly from: number;
  readonly to: number;
}

/** As many faults, some at once, but never two on the same line. */
async function makeFaults(scene: Scene, count: number): Promise<readonly Happened[]> {
  const kinds = (Object.keys(FAULTS) as FaultKind[]).filter((kind) => possible(kind, scene));
  const happened: Happened[] = [];
  const busy = new Set<string>();
  const running: Promise<void>[] = [];
  while (running.length < count) {
    const kind = kinds[Math.floor(scene.random() * kinds.length)]!;
    const member = scene.members[Math.floor(scene.random() * scene.members.length)]!;
    const place = SHARED.has(kind) ? kind : `${kind} ${member.number}`;
    if (!busy.has(place)) {
      busy.add(place);
      const from = Date.now();
      running.push(
        FAULTS[kind](scene, member).then(() => {
          busy.delete(place);
          happened.push({ kind, from, to: Date.now() });
        }),
      );
    }
    await sleep(200 + scene.random() * 1200);
    if (running.length % 50 === 0) console.error(`${running.length} faults`);
  }
  await Promise.all(running);
  return happened;
}

interface Sample {
  readonly at: number;
  readonly captures: number;
  /** Hosts that something is due at. */
  readonly due: number;
}

/** Counts captures twice a second, past all faults of the lines; where the database is away there is no sample. */
function sampleRate(url: string, clock: FastClock) {
  const samples: Sample[] = [];
  const stopping = new AbortController();
  const sampling = (async () => {
    while (!stopping.signal.aborted) {
      const client = new pg.Client({ connectionString: url });
      client.on("error", () => {});
      try {
        await client.connect();
        while (!stopping.signal.aborted) {
          const { rows } = await client.query(
            `select (select coalesce(max(id), 0)::int from capture) as captures,
              (select count(*)::int from host where ready_at <= $1) as due`,
            [clock.now()],
          );
          samples.push({ at: Date.now(), ...rows[0] });
          await sleep(MS.sample);
        }
      } catch {
        // Killed by a fault: on with the next connection.
        await sleep(MS.sample / 2);
      }
      await client.end().catch(() => {});
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await sampling;
      return samples;
    },
  };
}

/** Real milliseconds from the end of a fault to the next sample that has captures that the one before did not have. */
function backAfter(fault: Happened, samples: readonly Sample[]): number | null {
  const later = samples.filter(({ at }) => at >= fault.to);
  const first = later[0];
  const back = later.find(({ captures }) => first && captures > first.captures);
  return back ? back.at - fault.to : null;
}

/** The same, counted only while something was due: what waited for the workers to get up. */
function waitedFor(fault: Happened, samples: readonly Sample[]): number {
  const later = samples.filter(({ at }) => at >= fault.to);
  let waitedMs = 0;
  let before = fault.to;
  for (const { at, captures, due } of later) {
    if (captures > later[0]!.captures) return waitedMs + (due > 0 ? at - before : 0);
    if (due > 0) waitedMs += at - before;
    before = at;
  }
  return waitedMs;
}

function printHappened(happened: readonly Happened[], samples: readonly Sample[]): void {
  const kinds = [...new Set(happened.map(({ kind }) => kind))].sort();
  printTable(
    `faults: ${happened.length}`,
    [
      "fault",
      "times",
      "lasted s (median)",
      "captures again after s (median)",
      "(longest)",
      "longest with work waiting",
    ],
    kinds.map((kind) => {
      const some = happened.filter((one) => one.kind === kind);
      const back = some.map((one) => backAfter(one, samples)).filter((ms) => ms !== null);
      const seconds = (all: readonly number[], share: number) =>
        ((all.toSorted((a, b) => a - b)[Math.floor((all.length - 1) * share)] ?? Number.NaN) / 1000).toFixed(1);
      return [
        kind,
        some.length,
        seconds(
          some.map(({ from, to }) => to - from),
          0.5,
        ),
        seconds(back, 0.5),
        seconds(back, 1),
        seconds(
          some.map((one) => waitedFor(one, samples)),
          1,
        ),
      ];
    }),
  );
}

interface Ended {
  readonly store: Store;
  readonly newsroom: Newsroom;
  readonly bucket: Awaited<ReturnType<typeof openBucketServer>>;
  readonly disk: string;
  readonly codes: readonly (number | null)[];
  readonly samples: readonly Sample[];
}

async function printOutcome({ store, newsroom, bucket, disk, codes, samples }: Ended): Promise<void> {
  const problems = [...(await store.check())];
  await store.closeDay(Date.now());
  for await (const day of store.verifyDays()) problems.push(...day.problems);
  const score = newsroom.assess(await observe(store.reader));
  const unseen = score.missed.filter(({ why }) => why === "unseen").length;
  const counts = await store.reader.counts();
  const requests = newsroom.requests().filter(({ host }) => host.startsWith("h"));
  const gaps = requests.map(({ smallestGapMs }) => smallestGapMs ?? Number.POSITIVE_INFINITY);
  const archived = await archivedBodies(store, bucket.endpoint, disk);
  const first = samples[0]!;
  const last = samples.at(-1)!;
  printTable(
    "faults: what is left",
    ["", "count"],
    [
      ["articles", counts.articles],
      ["looks", counts.captures],
      ["looks a second, all the time", ((last.captures - first.captures) / ((last.at - first.at) / 1000)).toFixed(1)],
      ["versions", counts.versions],
      ["articles of the press that were never found", score.articlesUnseen],
      ["edits caught", score.caught],
      ["edits waiting for the next look", score.pending],
      ["edits missed", unseen],
      ["false versions", score.falseVersions.length],
      ["versions that repeat the one before", await repeated(store)],
      ["kept pages", archived.kept],
      ["kept pages that cannot be read back to the byte", archived.lost],
      ["problems found by check and verify", problems.length],
      ["workers that did not end well", codes.filter((code) => code !== 0).join(" ") || 0],
      ["requests", requests.reduce((sum, host) => sum + host.count, 0)],
      ["smallest gap at any host, s", (Math.min(...gaps) / 1000).toFixed(2)],
      ["hosts asked sooner than after 9.5 s", gaps.filter((gap) => gap < GAP_MS - 500).length],
      ["most requests at a host at once", Math.max(...requests.map(({ concurrentPeak }) => concurrentPeak))],
    ],
  );
  for (const problem of problems.slice(0, 10)) console.log(`  ${problem}`);
}

/** Consecutive versions of one article with the same text: a sign that one edit was counted twice. */
async function repeated(store: Store): Promise<number> {
  let count = 0;
  for (const { url } of await observe(store.reader)) {
    const article = (await store.reader.articleByUrl(url))!;
    const heads = await store.reader.versions(article.id);
    count += heads.filter((head, i) => i > 0 && head.textHash === heads[i - 1]!.textHash).length;
  }
  return count;
}

/** Every page that a version names is read back from wherever it stands, and compared by its digest. */
async function archivedBodies(store: Store, endpoint: string, disk: string) {
  const credentials = { region: "here", accessKeyId: "bench", secretAccessKey: "bench" };
  const there = s3Bucket({ endpoint, bucket: "press", prefix: "", ...credentials });
  const archives = readdirSync(disk).map((worker) => readOnlyArchive(join(disk, worker), there));
  const isRight = async (digest: string): Promise<boolean> => {
    for (const archive of archives) {
      const page = await keptPage({ store, archive }, digest);
      if (page?.ok && sha256(page.value.bytes) === digest) return true;
    }
    return false;
  };
  let [kept, lost] = [0, 0];
  for (const { url } of await observe(store.reader)) {
    const article = (await store.reader.articleByUrl(url))!;
    for (const version of await store.reader.keptVersions(article.id)) {
      if (!version.kept) continue;
      kept++;
      if (!(await isRight(version.kept.digest))) lost++;
    }
  }
  return { kept, lost };
}
