import { observe } from "#cli/commands/demo-score";
import { createEngine } from "#engine/create";
import type { WorkEvent } from "#engine/engine";
import { DEFAULT_SETTINGS } from "#engine/settings";
import { createFetcher } from "#fetch/fetcher";
import { DAY_MS, DrivenClock, HOUR_MS, MINUTE_MS } from "#lib/clock";
import { silentLog } from "#lib/log";
import { NO_PATTERNS } from "#model/source";
import type { Assessment } from "#newsroom/assess";
import type { HubTally } from "#newsroom/hub/hub";
import { openNewsroom } from "#newsroom/newsroom";
import type { HostRequests } from "#newsroom/requests";
import type { Truth } from "#newsroom/truth";
import { openStore } from "#store/open";
import type { Store } from "#store/store";
import { fingerprint } from "#version/fingerprint";
import { isGiven, readFlags, whole } from "./flags.ts";
import { explain } from "./newsroom/explain.ts";
import { openPages } from "./newsroom/pages.ts";
import { printTable } from "./table.ts";

export const help =
  "thirty simulated days of the newsroom with all its noise: edits caught, false versions (--days 30 --articles 1200 --hosts 24 --seed 7 --hub --verbose); with --hub a third of the houses push through one";

export const FLAGS = {
  days: whole(30, 1),
  hosts: whole(24, 1),
  articles: whole(1200, 1),
  seed: whole(7),
  hub: isGiven,
  verbose: isGiven,
};

/**
 * Thirty simulated days of the newsroom with all its noise, watched by the whole engine over loopback: every scripted edit
 * has to be caught that stood as long as the interval between two looks, and hardly a version may be false. Articles are
 * published over the first `--days` less two, so that the last edits have time to be seen.
 */
export async function run({ flags }: { data?: string; flags: Record<string, string> }): Promise<void> {
  const { days, hosts, articles, seed, hub, verbose } = readFlags(flags, FLAGS);
  const startAt = Date.UTC(2026, 4, 4, 6, 0);
  const clock = new DrivenClock(startAt);
  const arriveOverMs = Math.max(0, days - 2) * DAY_MS;
  const newsroom = await openNewsroom({
    clock,
    startAt,
    seed,
    scale: { hosts, articles, arriveOverMs },
  });
  const store = await openStore(":memory:");
  const fetcher = createFetcher({ userAgent: "Variorum/bench", allowPrivate: [`*.localhost:${newsroom.port}`] }, clock);
  const settings = { ...DEFAULT_SETTINGS, threads: 0 };
  const pages = hub ? await openPages(store, clock) : null;
  const publicBase = () => pages?.url ?? null;
  const engine = createEngine({ store, fetcher, clock, log: silentLog, settings, owner: "bench", publicBase });
  for (const { name, homeUrl, feedUrls } of newsroom.sources.filter(({ kind }) => kind === "generated")) {
    const { id } = await store.writer.addSource({ name, homeUrl, patterns: NO_PATTERNS }, startAt);
    // Generated houses publish a story every hour or so: half an hour is soon enough, and saves polls by the thousand.
    for (const url of feedUrls) await store.writer.addFeed(id, { url, kind: "rss", title: null }, HOUR_MS / 2, startAt);
  }
  const decisions = new Map<string, number>();
  const cpuBefore = process.cpuUsage();
  const report = await engine.driveTo(clock, startAt + days * DAY_MS, {
    ...(pages && { world: newsroom.hub }),
    onEvent: (event: WorkEvent) => {
      if (event.kind !== "look") return;
      decisions.set(event.report.decision, (decisions.get(event.report.decision) ?? 0) + 1);
    },
  });
  const { user, system } = process.cpuUsage(cpuBefore);
  const score = newsroom.assess(await observe(store.reader));
  console.log(
    `${days} days, ${report.looks} looks, ${report.polls} polls, ${((user + system) / 1e6).toFixed(0)} CPU-seconds`,
  );
  if (pages) printHub(newsroom.hub.tally, newsroom.requests());
  printScore(score, await withdrawnOf(store, score), decisions);
  printNoise(newsroom.truth(), score);
  if (verbose) await explain(store, newsroom.truth(), score);
  await engine.close();
  await pages?.close();
  await fetcher.close();
  await store.close();
  await newsroom.close();
}

function printHub({ verified, pushes, refused }: HubTally, requests: readonly HostRequests[]): void {
  const hub = requests.find(({ host }) => host === "hub");
  console.log(
    `hub: ${hub?.count ?? 0} requests to it, ${verified} verified, ${pushes} pushes, ${refused} of them refused`,
  );
}

/**
 * False versions that the engine itself has found to change nothing since: with what it has learned of the site, the text
 * read from their page is that of the version before. They are in no list any more, and still count as false.
 */
async function withdrawnOf(store: Store, score: Assessment): Promise<number> {
  let withdrawn = 0;
  for (const { url, number } of score.falseVersions) {
    const article = await store.reader.articleByUrl(url);
    if (!article) continue;
    const [old, next] = await Promise.all([number - 1, number].map((n) => store.reader.version(article.id, n)));
    if (old && next && fingerprint(old.text) === fingerprint(next.text)) withdrawn++;
  }
  return withdrawn;
}

function printScore(score: Assessment, withdrawn: number, decisions: ReadonlyMap<string, number>): void {
  const missed = (why: string) => score.missed.filter((one) => one.why === why).length;
  printTable(
    "newsroom: what was seen",
    [
      "articles",
      "edits",
      "caught",
      "missed",
      "too short",
      "pending",
      "later versions",
      "false",
      "false %",
      "of these withdrawn",
      "median delay min",
    ],
    [
      [
        score.articlesSeen,
        score.edits,
        score.caught,
        missed("unseen"),
        missed("transient"),
        score.pending,
        score.laterVersions,
        score.falseVersions.length,
        ((100 * score.falseVersions.length) / Math.max(1, score.laterVersions)).toFixed(2),
        withdrawn,
        ((score.delayMedianMs ?? 0) / MINUTE_MS).toFixed(0),
      ],
    ],
  );
  printTable("newsroom: looks by decision", ["decision", "looks"], [...decisions].sort());
}

/** How often each noise was scripted, and how often it had a part in a false version. */
function printNoise(truth: Truth, score: Assessment): void {
  const scripted = new Map<string, number>();
  for (const { kind } of truth.articles.flatMap(({ noise }) => noise))
    scripted.set(kind, (scripted.get(kind) ?? 0) + 1);
  const parts: Readonly<Record<string, number | undefined>> = score.falseByNoise;
  const kinds = [...new Set([...scripted.keys(), ...Object.keys(parts)])].sort();
  printTable(
    "newsroom: noise",
    ["noise", "articles' spans", "had a part in false versions"],
    kinds.map((kind) => [kind, scripted.get(kind) ?? "always", parts[kind] ?? 0]),
  );
}
