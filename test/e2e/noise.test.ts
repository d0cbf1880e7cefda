import assert from "node:assert/strict";
import { test } from "node:test";
import { observe } from "#cli/commands/demo-score";
import { createEngine } from "#engine/create";
import { DEFAULT_SETTINGS } from "#engine/settings";
import { createFetcher } from "#fetch/fetcher";
import { DAY_MS, DrivenClock, HOUR_MS } from "#lib/clock";
import { silentLog } from "#lib/log";
import { NO_PATTERNS } from "#model/source";
import type { Assessment } from "#newsroom/assess";
import { openNewsroom } from "#newsroom/newsroom";
import { openStore } from "#store/open";

const START_AT = Date.UTC(2026, 4, 4, 4, 30);
const WATCHED_MS = 1.5 * DAY_MS;

/** A day and a half of generated houses, whose noise is that of a month; `npm run bench -- newsroom` watches thirty days. */
async function watch(hosts: readonly number[]): Promise<Assessment> {
  const clock = new DrivenClock(START_AT);
  const scale = { hosts: Math.max(...hosts), articles: 16 * Math.max(...hosts), arriveOverMs: DAY_MS };
  const newsroom = await openNewsroom({ clock, startAt: START_AT, seed: 3, scale, slowMs: 1 });
  const store = await openStore(":memory:");
  const fetcher = createFetcher({ userAgent: "Variorum/test", allowPrivate: [`*.localhost:${newsroom.port}`] }, clock);
  const settings = { ...DEFAULT_SETTINGS, threads: 0 };
  const engine = createEngine({ store, fetcher, clock, log: silentLog, settings, owner: "test" });
  const wanted = new Set(hosts.map((host) => `h${String(host).padStart(4, "0")}`));
  for (const { name, homeUrl, feedUrls } of newsroom.sources) {
    if (!wanted.has(new URL(homeUrl).hostname.split(".")[0]!)) continue;
    const { id } = await store.writer.addSource({ name, homeUrl, patterns: NO_PATTERNS }, START_AT);
    for (const url of feedUrls) await store.writer.addFeed(id, { url, kind: "rss", title: null }, HOUR_MS, START_AT);
  }
  await engine.driveTo(clock, START_AT + WATCHED_MS);
  const score = newsroom.assess(await observe(store.reader));
  await engine.close();
  await fetcher.close();
  await store.close();
  await newsroom.close();
  return score;
}

test("noisy days: no edit is missed that stood between two looks, and hardly a version is false", async () => {
  const score = await watch([1, 3, 5, 8]);
  const missed = score.missed.filter(({ why }) => why === "unseen");
  assert.deepEqual(missed, []);
  assert.ok(score.caught >= 10, `${score.caught} caught`);
  assert.ok(score.falseVersions.length <= 1, JSON.stringify(score.falseVersions));
});
