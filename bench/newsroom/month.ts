import { observe } from "#cli/commands/demo-score";
import { createEngine } from "#engine/create";
import type { WorkEvent } from "#engine/engine";
import { DEFAULT_SETTINGS } from "#engine/settings";
import { createFetcher } from "#fetch/fetcher";
import { DAY_MS, DrivenClock, HOUR_MS } from "#lib/clock";
import { silentLog } from "#lib/log";
import { NO_PATTERNS } from "#model/source";
import { type Assessment, assess } from "#newsroom/assess";
import type { HubTally } from "#newsroom/hub/hub";
import { MISBEHAVIOURS } from "#newsroom/misbehaviours/kinds";
import { openNewsroom } from "#newsroom/newsroom";
import type { NoiseKind } from "#newsroom/noise";
import type { Truth } from "#newsroom/truth";
import { openStore } from "#store/open";
import type { Store } from "#store/store";
import { fingerprint } from "#version/fingerprint";
import { explain } from "./explain.ts";
import { pairAt } from "./found.ts";
import { openPages } from "./pages.ts";

export interface Press {
  readonly days: number;
  readonly hosts: number;
  readonly articles: number;
  readonly misbehaves: boolean;
  /** A third of the houses push through a hub. */
  readonly hub: boolean;
  /** Names each false version and each missed edit, with all looks around it. */
  readonly verbose: boolean;
}

/** What was found in the simulated days of one seed. */
export interface Outcome {
  readonly score: Assessment;
  /** Of the false versions those that the engine itself has found to change nothing since. */
  readonly withdrawn: number;
  readonly decisions: ReadonlyMap<string, number>;
  readonly looks: number;
  readonly polls: number;
  readonly cpuSeconds: number;
  /** How often each noise was there: in answers, or as an edit. */
  readonly times: ReadonlyMap<NoiseKind, number>;
  /** Requests to the hub; null without one. */
  readonly hub: (HubTally & { readonly requests: number }) | null;
}

const START_AT = Date.UTC(2026, 4, 4, 6, 0);

/** The simulated days of one seed, watched by the whole engine over loopback. Says at each day's end that it is over. */
export async function runMonth(press: Press, seed: number, say: (line: string) => void): Promise<Outcome> {
  const { days, hosts, articles } = press;
  const clock = new DrivenClock(START_AT);
  const arriveOverMs = Math.max(0, days - 2) * DAY_MS;
  const scale = { hosts, articles, arriveOverMs, ...(press.misbehaves && { misbehaves: MISBEHAVIOURS }) };
  const newsroom = await openNewsroom({ clock, startAt: START_AT, seed, scale });
  const store = await openStore(":memory:");
  const fetcher = createFetcher({ userAgent: "Variorum/bench", allowPrivate: [`*.localhost:${newsroom.port}`] }, clock);
  const settings = { ...DEFAULT_SETTINGS, threads: 0 };
  const pages = press.hub ? await openPages(store, clock) : null;
  const publicBase = () => pages?.url ?? null;
  const engine = createEngine({ store, fetcher, clock, log: silentLog, settings, owner: "bench", publicBase });
  const sources = newsroom.sources.filter(({ kind }) => kind === "generated");
  for (const { name, homeUrl, feedUrls, feedKinds } of sources) {
    const { id } = await store.writer.addSource({ name, homeUrl, patterns: NO_PATTERNS }, START_AT);
    // Generated houses publish a story every hour or so: half an hour is soon enough, and saves polls by the thousand.
    for (const [at, url] of feedUrls.entries())
      await store.writer.addFeed(id, { url, kind: feedKinds[at]!, title: null }, HOUR_MS / 2, START_AT);
  }
  const decisions = new Map<string, number>();
  const onEvent = (event: WorkEvent) => {
    if (event.kind === "look") add(decisions, event.report.decision, 1);
  };
  let [looks, polls] = [0, 0];
  const cpuBefore = process.cpuUsage();
  for (let day = 1; day <= days; day++) {
    const driven = { ...(pages && { world: newsroom.hub }), onEvent };
    const report = await engine.driveTo(clock, START_AT + day * DAY_MS, driven);
    looks += report.looks;
    polls += report.polls;
    say(`seed ${seed}, day ${day} of ${days}: ${looks} looks`);
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  const names = new Set(sources.map(({ name }) => name));
  const all = newsroom.truth();
  const truth = { ...all, articles: all.articles.filter(({ source }) => names.has(source)) };
  const score = assess(truth, await observe(store.reader));
  const requests = newsroom.requests().find(({ host }) => host === "hub")?.count ?? 0;
  const outcome: Outcome = {
    ...{ score, withdrawn: await withdrawnOf(store, truth, score), decisions, looks, polls },
    cpuSeconds: (user + system) / 1e6,
    times: timesOf(truth, newsroom.met()),
    hub: pages ? { ...newsroom.hub.tally, requests } : null,
  };
  if (press.verbose) await explain(store, truth, score);
  await engine.close();
  await pages?.close();
  await fetcher.close();
  await store.close();
  await newsroom.close();
  return outcome;
}

function timesOf({ articles }: Truth, met: ReadonlyMap<NoiseKind, number>): ReadonlyMap<NoiseKind, number> {
  const takenBack = articles.flatMap(({ edits }) => edits).filter(({ kind }) => kind === "restored").length;
  return new Map([...met, ...(takenBack > 0 ? [["taken-back", takenBack] as const] : [])]);
}

/**
 * False versions that the engine itself has found to change nothing since: with what it has learned of the site, the text
 * read from their page is that of the version before. They are in no list any more, and still count as false.
 */
async function withdrawnOf(store: Store, truth: Truth, score: Assessment): Promise<number> {
  let withdrawn = 0;
  for (const { url, number } of score.falseVersions) {
    const pair = await pairAt(store, truth, url, number);
    if (pair && fingerprint(pair[0].text) === fingerprint(pair[1].text)) withdrawn++;
  }
  return withdrawn;
}

export const add = <K>(counts: Map<K, number>, key: K, by: number): Map<K, number> =>
  counts.set(key, (counts.get(key) ?? 0) + by);
