import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "#engine/create";
import { DEFAULT_SETTINGS } from "#engine/settings";
import { createFetcher } from "#fetch/fetcher";
import { DrivenClock, MINUTE_MS, SECOND_MS } from "#lib/clock";
import { silentLog } from "#lib/log";
import type { FeedKind } from "#model/source";
import { NO_PATTERNS } from "#model/source";
import { HOSTILE_PATHS, LOOPBACK_SPELLINGS } from "#newsroom/hostile";
import { openNewsroom } from "#newsroom/newsroom";
import { openStore } from "#store/open";
import { reasonText } from "#words/reasons";
import { START_AT } from "./rig.ts";

/** Looks and polls are bounded by these instead of a minute, so that the silent attacks end soon. */
const TIMEOUTS = { connectMs: 2000, headersMs: 700, wholeMs: 2500 };

test("every attack ends as a recorded outcome, within its limits, and harms no one else", async (t) => {
  const clock = new DrivenClock(START_AT);
  const newsroom = await openNewsroom({ clock, startAt: START_AT, seed: 3 });
  const store = await openStore(":memory:");
  const allowPrivate = [`*.localhost:${newsroom.port}`];
  const fetcher = createFetcher({ userAgent: "Variorum/test", allowPrivate, timeouts: TIMEOUTS }, clock);
  const settings = { ...DEFAULT_SETTINGS, threads: 1, gapMs: SECOND_MS };
  const engine = createEngine({ store, fetcher, clock, log: silentLog, settings, owner: "test" });
  t.after(async () => {
    await engine.close();
    await fetcher.close();
    await store.close();
    await newsroom.close();
  });
  const { reader, writer } = store;
  const base = `http://hostile.localhost:${newsroom.port}`;
  const patterns = { ...NO_PATTERNS, excludeTitle: ["(a+)+$", "(x|x)*y"] };
  const { id } = await writer.addSource({ name: "Hostile", homeUrl: `${base}/`, patterns }, clock.now());
  const feedPaths = HOSTILE_PATHS.filter((path) => /\.xml|\/bomb|\/endless|\/silent|\/redirect/.test(path));
  for (const path of feedPaths) {
    const kind: FeedKind = path.endsWith(".gz") ? "sitemap" : "rss";
    await writer.addFeed(id, { url: base + path, kind, title: null }, 15 * MINUTE_MS, clock.now());
  }
  const pages = [...HOSTILE_PATHS, ...LOOPBACK_SPELLINGS.map((_, i) => `/redirect-to-loopback/${i}`)].map(
    (path) => base + path,
  );
  const direct = LOOPBACK_SPELLINGS.filter((spelling) => spelling.startsWith("http:")).map((spelling) =>
    spelling.replace("PORT", String(newsroom.port)),
  );
  const found = [...pages, ...direct].map((url) => ({ url, title: null, publishedAt: null, updatedAt: null }));
  const hostileIds = new Set(await writer.addArticles(id, found, clock.now()));
  const wire = newsroom.sources.find((source) => source.kind === "wire")!;
  const wireSource = await writer.addSource(
    { name: wire.name, homeUrl: wire.homeUrl, patterns: NO_PATTERNS },
    clock.now(),
  );
  const innocent = newsroom.truth().articles.find((article) => article.source === wire.name)!.urls[0]!;
  const [wireId] = await writer.addArticles(
    wireSource.id,
    [{ url: innocent, title: null, publishedAt: null, updatedAt: null }],
    clock.now(),
  );

  await engine.driveTo(clock, clock.now() + 10 * MINUTE_MS);

  for (const articleId of hostileIds) {
    const article = (await reader.article(articleId))!;
    const { items } = await reader.captures(articleId, { limit: 50 });
    assert.ok(items.length > 0, `${article.url} has no capture`);
    assert.ok(
      items.every((capture) => reasonText(capture.reason) !== ""),
      article.url,
    );
    const path = new URL(article.url).pathname;
    if (path === "/markup" || path === "/invalid-utf8") continue;
    assert.equal(
      article.versionCount,
      0,
      `${article.url}: ${items.map((c) => `${c.outcome} ${reasonText(c.reason)}`).join("; ")}`,
    );
    assert.notEqual(items[0]!.outcome, "changed", article.url);
  }
  for (const feed of await reader.feeds(id)) {
    assert.ok(feed.lastPolledAt !== null, `${feed.url} was never polled`);
    if (feed.failures > 0) assert.notEqual(feed.lastError, null, feed.url);
  }
  assert.equal((await reader.article(wireId!))!.versionCount > 0, true);
  assert.ok(!newsroom.requests().some(({ host }) => /^(?:127|0|\[|2130706433)/.test(host)));
  assert.deepEqual(await store.check(), []);
});
