import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "#engine/create";
import { DEFAULT_SETTINGS } from "#engine/settings";
import { createFetcher } from "#fetch/fetcher";
import { DAY_MS, DrivenClock, HOUR_MS } from "#lib/clock";
import { silentLog } from "#lib/log";
import { NO_PATTERNS } from "#model/source";
import { openNewsroom } from "#newsroom/newsroom";
import { openStore } from "#store/open";
import { START_AT } from "./rig.ts";

/** Hosts 5, 11, 17 and 23 list all that they have, each in an order of its own. */
const HOSTS = [5, 11, 17, 23];
const SCALE = {
  hosts: 24,
  articles: 24 * 120,
  arriveOverMs: 4 * DAY_MS,
  misbehaves: ["outage", "frozen", "undated"] as const,
};

test("what an undated sitemap lists anew is found, in whatever order it lists", async (t) => {
  const clock = new DrivenClock(START_AT);
  const newsroom = await openNewsroom({ clock, startAt: START_AT, seed: 23, scale: SCALE, slowMs: 1 });
  const store = await openStore(":memory:");
  const fetcher = createFetcher({ userAgent: "Variorum/test", allowPrivate: [`*.localhost:${newsroom.port}`] }, clock);
  const settings = { ...DEFAULT_SETTINGS, threads: 0 };
  const engine = createEngine({ store, fetcher, clock, log: silentLog, settings, owner: "test" });
  t.after(async () => {
    await engine.close();
    await fetcher.close();
    await store.close();
    await newsroom.close();
  });
  const homes = HOSTS.map((host) => `http://h${String(host).padStart(4, "0")}.localhost:${newsroom.port}/`);
  const readAll = async () => {
    for (const feed of await store.reader.feeds()) assert.ok((await engine.poll(feed.id)).ok);
  };
  // Nothing but polls: looks are no part of this.
  const stop = clock.onSleep(() => queueMicrotask(() => clock.wakeNext()));
  clock.advance(2 * DAY_MS);
  for (const homeUrl of homes) {
    const { id } = await store.writer.addSource({ name: homeUrl, homeUrl, patterns: NO_PATTERNS }, clock.now());
    await store.writer.addFeed(
      id,
      { url: `${homeUrl}sitemap.xml`, kind: "sitemap", title: null },
      HOUR_MS,
      clock.now(),
    );
  }
  await readAll();
  const firstAt = clock.now();
  clock.advance(12 * HOUR_MS);
  await readAll();
  stop();

  const { articles } = newsroom.truth();
  for (const home of homes) {
    const own = articles.filter(
      ({ urls, noise }) => urls[0]!.startsWith(home) && noise.every(({ kind }) => kind !== "gone"),
    );
    const later = own.filter(({ publishedAt }) => publishedAt > firstAt && publishedAt < clock.now() - HOUR_MS);
    assert.ok(later.length >= 5, `${home}: ${later.length}`);
    for (const { urls } of later) assert.ok(await store.reader.articleByUrl(urls[0]!), urls[0]);
  }
});
