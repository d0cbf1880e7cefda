import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "#lib/clock";
import { NO_PATTERNS } from "#model/source";
import { openRig, page, type Rig } from "./rig.ts";

const text = { "content-type": "text/plain" };
const rss = (base: string, paths: readonly string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette</title><link>${base}/</link><description>News</description>
${paths.map((path) => `<item><title>Story ${path}</title><link>${base}${path}</link></item>`).join("")}</channel></rss>`;

/** Smallest time between two requests, robots.txt included. */
function smallestGap(rig: Rig): number {
  const times = rig.requests.map((request) => request.at);
  return Math.min(...times.slice(1).map((at, i) => at - times[i]!));
}

test("requests to one host keep the gap, whatever is due", async (t) => {
  const rig = await openRig(t, { gapMs: 10 * SECOND_MS });
  rig.pages.set("/robots.txt", { headers: text, body: "" });
  for (let i = 0; i < 20; i++) {
    rig.pages.set(`/${i}`, page({ headline: `Story number ${i}` }));
    await rig.article(`/${i}`);
  }
  const report = await rig.engine.driveTo(rig.clock, rig.clock.now() + HOUR_MS);
  assert.ok(report.looks >= 20);
  assert.ok(smallestGap(rig) >= 10 * SECOND_MS, `${smallestGap(rig)} ms`);
});

test("a longer Crawl-delay wins over the gap", async (t) => {
  const rig = await openRig(t, { gapMs: 10 * SECOND_MS });
  rig.pages.set("/robots.txt", { headers: text, body: "User-agent: *\nCrawl-delay: 45" });
  for (let i = 0; i < 5; i++) {
    rig.pages.set(`/${i}`, page({ headline: `Story number ${i}` }));
    await rig.article(`/${i}`);
  }
  await rig.engine.driveTo(rig.clock, rig.clock.now() + 5 * MINUTE_MS);
  const looks = rig.requests.filter((request) => request.path !== "/robots.txt").map((request) => request.at);
  assert.equal(looks.length, 5);
  assert.ok(looks.slice(1).every((at, i) => at - looks[i]! >= 45 * SECOND_MS));
});

test("a feed brings articles, a broken feed is retried ever later and loses nothing, a repaired one goes on", async (t) => {
  const rig = await openRig(t, { gapMs: SECOND_MS });
  const { reader, writer } = rig.store;
  for (const path of ["/1", "/2", "/3"]) rig.pages.set(path, page({ headline: `Story ${path}` }));
  rig.pages.set("/feed", { headers: { "content-type": "application/rss+xml" }, body: rss(rig.base, ["/1", "/2"]) });
  const source = await writer.addSource({ name: "G", homeUrl: `${rig.base}/`, patterns: NO_PATTERNS }, rig.clock.now());
  const feed = { url: `${rig.base}/feed`, kind: "rss" as const, title: null };
  const { id } = await writer.addFeed(source.id, feed, 15 * MINUTE_MS, rig.clock.now());
  const drive = (ms: number) => rig.engine.driveTo(rig.clock, rig.clock.now() + ms);
  await drive(HOUR_MS);
  assert.equal((await reader.counts()).articles, 2);
  assert.equal((await reader.counts()).versions, 2);

  rig.pages.set("/feed", { status: 500 });
  await drive(10 * HOUR_MS);
  const broken = (await reader.feed(id))!;
  assert.ok(broken.failures >= 3);
  assert.deepEqual(broken.lastError, { code: "feed-status", status: 500 });
  assert.ok(broken.dueAt! - broken.lastPolledAt! > HOUR_MS);
  assert.equal((await reader.counts()).articles, 2);

  rig.pages.set("/feed", {
    headers: { "content-type": "application/rss+xml" },
    body: rss(rig.base, ["/1", "/2", "/3"]),
  });
  await drive(DAY_MS);
  const repaired = (await reader.feed(id))!;
  assert.equal(repaired.failures, 0);
  assert.equal(repaired.lastError, null);
  assert.equal((await reader.counts()).articles, 3);
});

test("patterns keep links out, and a bad one is refused before anything is fetched", async (t) => {
  const rig = await openRig(t);
  rig.pages.set("/feed", {
    headers: { "content-type": "application/rss+xml" },
    body: rss(rig.base, ["/news/1", "/sport/2", "/news/3"]),
  });
  const bad = await rig.engine.add(`${rig.base}/feed`, { patterns: { ...NO_PATTERNS, excludeUrl: ["(unclosed"] } });
  assert.equal(bad.ok, false);
  assert.match(bad.ok ? "" : bad.failure.message, /unclosed/);
  assert.equal(rig.requests.length, 0);
  const added = await rig.engine.add(`${rig.base}/feed`, { patterns: { ...NO_PATTERNS, excludeUrl: ["/sport/"] } });
  assert.ok(added.ok, JSON.stringify(added));
  await rig.engine.checkDue();
  const { items } = await rig.store.reader.articles({ limit: 10 });
  assert.deepEqual(items.map(({ article }) => new URL(article.url).pathname).sort(), ["/news/1", "/news/3"]);
});

test("a home page that declares a feed is added with it, its articles follow, twice is once", async (t) => {
  const rig = await openRig(t, { interactiveGapMs: 0 });
  const paths = ["/2026/05/harbour-closes", "/2026/05/fair-opens-in-rain"];
  for (const path of paths) rig.pages.set(path, page({ headline: `Story ${path}` }));
  rig.pages.set(
    "/",
    `<title>Gazette</title><link rel="alternate" type="application/rss+xml" href="/rss"><h1>Gazette</h1>${paths.map((p) => `<a href="${p}">A story of some length ${p}</a>`).join(" ")}`,
  );
  rig.pages.set("/rss", { headers: { "content-type": "application/rss+xml" }, body: rss(rig.base, paths) });
  const first = await rig.engine.add(rig.base);
  assert.ok(first.ok, JSON.stringify(first));
  assert.deepEqual(
    first.value.sources[0]!.feeds.map((feed) => feed.url),
    [`${rig.base}/rss`],
  );
  await rig.engine.checkDue();
  assert.equal((await rig.store.reader.counts()).versions, 2);
  const again = await rig.engine.add(rig.base);
  assert.ok(again.ok && again.value.sources[0]!.added === false);
  assert.equal((await rig.store.reader.counts()).sources, 1);
});

test("an address inside a private network is refused, recorded, and no one else is harmed", async (t) => {
  const rig = await openRig(t);
  const port = new URL(rig.base).port;
  rig.pages.set("/good", page());
  rig.pages.set("/trap", { status: 302, headers: { location: `http://127.0.0.1:${port}/inside` } });
  const trap = await rig.article("/trap");
  const good = await rig.article("/good");
  await rig.engine.driveTo(rig.clock, rig.clock.now() + 6 * DAY_MS);
  // Its own address is a public one, and may lead elsewhere at the next look; after some days it was never an article.
  const trapped = (await rig.store.reader.article(trap))!;
  assert.equal(trapped.status, "not-article");
  assert.equal(trapped.nextLookAt, null);
  assert.equal((await rig.store.reader.captures(trap, { limit: 1 })).items[0]!.outcome, "error");
  assert.ok(!rig.requests.some((request) => request.path === "/inside"));
  assert.equal((await rig.store.reader.article(good))!.versionCount, 1);
});

test("what falls due between a worker's two questions is done at once, not when time has passed", async (t) => {
  const rig = await openRig(t);
  rig.pages.set("/1", page({ headline: "Quay to close for repairs" }));
  const id = await rig.article("/1");
  await rig.engine.look(id);
  const dueAt = rig.clock.now() + 5 * SECOND_MS;
  await rig.store.writer.scheduleLook(id, dueAt);
  const { reader, writer } = rig.store;
  const { nextDueAt } = reader;
  const { leaseHosts } = writer;
  const stop = new AbortController();
  const first = Promise.withResolvers<string>();
  let isAsked = false;
  Object.assign(reader, {
    nextDueAt: async (now: number) => {
      if (isAsked && rig.clock.now() < dueAt) {
        rig.clock.advanceTo(dueAt);
        rig.clock.onSleep(() => first.resolve("asleep beside due work"));
      }
      return nextDueAt(now);
    },
  });
  Object.assign(writer, {
    leaseHosts: async (...asked: Parameters<typeof leaseHosts>) => {
      const leased = await leaseHosts(...asked);
      isAsked = true;
      if (leased.length > 0) first.resolve("at work");
      return leased;
    },
  });
  const running = rig.engine.run({ signal: stop.signal });
  assert.equal(await first.promise, "at work");
  stop.abort();
  await running;
});
