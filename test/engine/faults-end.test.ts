import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { createEngine } from "#engine/create";
import { DEFAULT_SETTINGS } from "#engine/settings";
import { createFetcher } from "#fetch/fetcher";
import { DAY_MS, DrivenClock, HOUR_MS } from "#lib/clock";
import { silentLog } from "#lib/log";
import type { Fetcher } from "#model/fetcher";
import { SITE_FAULT_ARTICLES } from "#model/site-fault";
import { NO_PATTERNS } from "#model/source";
import { openNewsroom } from "#newsroom/newsroom";
import { OUTAGES } from "#newsroom/outages";
import { openStore } from "#store/open";
import { openRig, page, START_AT } from "./rig.ts";

/** A site for each kind of outage: one in three has one. */
const SCALE = {
  hosts: OUTAGES.length * 3,
  articles: OUTAGES.length * 9,
  misbehaves: ["outage", "frozen", "undated"] as const,
};
const DRIVEN_MS = 12 * DAY_MS;

suite("an outage of a whole site", () => {
  for (const seed of [7, 31])
    test(`ends the watching of no article, whatever stood there (seed ${seed})`, async (t) => {
      const clock = new DrivenClock(START_AT);
      const newsroom = await openNewsroom({ clock, startAt: START_AT, seed, scale: SCALE, slowMs: 1 });
      const store = await openStore(":memory:");
      const allowPrivate = [`*.localhost:${newsroom.port}`];
      const fetcher = createFetcher({ userAgent: "Variorum/test", allowPrivate }, clock);
      const settings = { ...DEFAULT_SETTINGS, threads: 0 };
      const engine = createEngine({ store, fetcher, clock, log: silentLog, settings, owner: "test" });
      t.after(async () => {
        await engine.close();
        await fetcher.close();
        await store.close();
        await newsroom.close();
      });
      const truth = newsroom.truth();
      const struck = truth.sources.filter(({ outages }) => outages.length > 0);
      assert.deepEqual(new Set(struck.flatMap(({ outages }) => outages.map(({ kind }) => kind))), new Set(OUTAGES));
      for (const { name, homeUrl } of struck) {
        const { id } = await store.writer.addSource({ name, homeUrl, patterns: NO_PATTERNS }, START_AT);
        await store.writer.addFeed(id, { url: `${homeUrl}feed.xml`, kind: "rss", title: null }, HOUR_MS, START_AT);
      }
      await engine.driveTo(clock, START_AT + DRIVEN_MS);

      let met = 0;
      for (const { name, outages } of struck) {
        const { kind, from, to } = outages[0]!;
        for (const { urls } of truth.articles.filter(({ source }) => source === name)) {
          const article = await store.reader.articleByUrl(urls.at(-1)!);
          if (!article) continue;
          const { items } = await store.reader.captures(article.id, { limit: 200 });
          const failed = items.filter(
            ({ decision, capturedAt }) => decision === "none" && capturedAt >= from && capturedAt < to,
          );
          const before = items.some(({ decision, capturedAt }) => decision !== "none" && capturedAt < from);
          if (failed.length === 0 || !before) continue;
          met += 1;
          const seen = items.filter(({ decision, capturedAt }) => decision !== "none" && capturedAt >= to);
          const backAfterMs = Math.min(...seen.map(({ capturedAt }) => capturedAt)) - to;
          // Waits grow with the outage, so that none is longer than it was; and a day for those that robots.txt or 403 ask to stay away.
          assert.ok(
            backAfterMs <= to - from + DAY_MS,
            `${kind} of ${(to - from) / HOUR_MS} h at ${urls[0]}: ${backAfterMs / HOUR_MS} h`,
          );
        }
      }
      assert.ok(met >= OUTAGES.length, `${met} articles met one`);
      assert.deepEqual(
        (await store.reader.health(clock.now())).filter(({ fault }) => fault !== null),
        [],
      );
    });
});

/** A fetcher that answers with another one's failures for a while. */
function between(usual: Fetcher, other: Fetcher, isOther: () => boolean): Fetcher {
  return { fetch: (request) => (isOther() ? other : usual).fetch(request), close: async () => {} };
}

test("a name that leads inside for some looks is asked again; an address that is spelled so is not", async (t) => {
  const rig = await openRig(t);
  // Without leave for loopback the guard refuses the very same name.
  const strict = createFetcher({ userAgent: "Variorum/test" }, rig.clock);
  let leadsInside = false;
  const fetcher = between(rig.fetcher, strict, () => leadsInside);
  const settings = { ...DEFAULT_SETTINGS, threads: 0, gapMs: 0 };
  const engine = createEngine({
    store: rig.store,
    fetcher,
    clock: rig.clock,
    log: silentLog,
    settings,
    owner: "inside",
  });
  t.after(async () => {
    await engine.close();
    await strict.close();
  });
  rig.pages.set("/a", page());
  const id = await rig.article("/a");
  await engine.driveTo(rig.clock, START_AT + HOUR_MS);
  leadsInside = true;
  await engine.driveTo(rig.clock, START_AT + 13 * HOUR_MS);
  const during = await rig.store.reader.article(id);
  assert.equal(during?.status, "watched");
  leadsInside = false;
  rig.pages.set("/a", page({ headline: "Harbour board votes again" }));
  await engine.driveTo(rig.clock, START_AT + 3 * DAY_MS);
  assert.equal((await rig.store.reader.article(id))?.versionCount, 2);

  const spelled = await rig.store.writer.addArticles(
    during!.sourceId,
    [{ url: "http://10.0.0.1/story", title: null, publishedAt: null, updatedAt: null }],
    rig.clock.now(),
  );
  await engine.driveTo(rig.clock, rig.clock.now() + HOUR_MS);
  const refused = await rig.store.reader.article(spelled[0]!);
  assert.deepEqual([refused?.status, refused?.nextLookAt], ["refused", null]);
});

suite("what befalls all articles of a site", () => {
  const paths = ["/one", "/two", "/three", "/four"];

  test("is said once, of the source, and ends with the first text that is seen", async (t) => {
    const rig = await openRig(t);
    for (const path of paths) rig.pages.set(path, page({ headline: `Harbour notes ${path}` }));
    for (const path of paths) await rig.article(path);
    await rig.engine.driveTo(rig.clock, START_AT + HOUR_MS);
    const from = rig.clock.now();
    for (const path of paths) rig.pages.set(path, { body: "<title>Gazette</title><div id=app></div>" });
    await rig.engine.driveTo(rig.clock, from + 12 * HOUR_MS);
    const [during] = await rig.store.reader.health(rig.clock.now());
    assert.equal(during?.fault?.articles, paths.length);
    assert.ok(during.fault.sinceAt >= from);
    assert.equal(during.fault.reason.code, "no-text");

    for (const path of paths) rig.pages.set(path, page({ headline: `Harbour notes ${path}` }));
    const back = rig.clock.now();
    const [first] = await nextLooks();
    await rig.engine.driveTo(rig.clock, first!);
    assert.equal((await rig.store.reader.health(rig.clock.now()))[0]?.fault, null);
    assert.ok(
      (await nextLooks()).every((at) => at > first!),
      "all others were looked at with the first",
    );
    assert.ok(first! >= back);

    async function nextLooks(): Promise<readonly number[]> {
      const { items } = await rig.store.reader.articles({ limit: 10 });
      return items.map(({ article }) => article.nextLookAt!).sort((a, b) => a - b);
    }
  });

  test("is not said while one of them shows its text", async (t) => {
    const rig = await openRig(t);
    for (const path of paths) rig.pages.set(path, page({ headline: `Harbour notes ${path}` }));
    for (const path of paths) await rig.article(path);
    await rig.engine.driveTo(rig.clock, START_AT + HOUR_MS);
    for (const path of paths.slice(0, SITE_FAULT_ARTICLES - 1)) rig.pages.set(path, { status: 500 });
    await rig.engine.driveTo(rig.clock, rig.clock.now() + 12 * HOUR_MS);
    assert.equal((await rig.store.reader.health(rig.clock.now()))[0]?.fault, null);
  });
});
