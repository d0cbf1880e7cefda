import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { createEngine } from "#engine/create";
import { DEFAULT_SETTINGS } from "#engine/settings";
import { createFetcher } from "#fetch/fetcher";
import { DAY_MS, DrivenClock, HOUR_MS, MINUTE_MS } from "#lib/clock";
import { silentLog } from "#lib/log";
import { hostKey } from "#lib/url";
import { NO_PATTERNS } from "#model/source";
import { openNewsroom } from "#newsroom/newsroom";
import { openStore } from "#store/open";
import { openRig, page, START_AT } from "./rig.ts";

/** Hosts 2, 8 and 14 say "not modified" whatever happens, each with other validators. */
const SCALE = { hosts: 18, articles: 18 * 30, misbehaves: ["outage", "frozen", "undated"] as const };

test("a host that always says 'not modified' is found out on the first day, and its edits are caught", async (t) => {
  const clock = new DrivenClock(START_AT);
  const newsroom = await openNewsroom({ clock, startAt: START_AT, seed: 11, scale: SCALE, slowMs: 1 });
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
  const hosts = ["h0002", "h0008", "h0014"].map((label) => `http://${label}.localhost:${newsroom.port}/`);
  for (const homeUrl of hosts) {
    const { id } = await store.writer.addSource({ name: homeUrl, homeUrl, patterns: NO_PATTERNS }, START_AT);
    await store.writer.addFeed(id, { url: `${homeUrl}feed.xml`, kind: "rss", title: null }, HOUR_MS, START_AT);
  }
  await engine.driveTo(clock, START_AT + 2 * DAY_MS);
  const { articles } = newsroom.truth();
  const edited = hosts.filter(
    (home) => editsAt(home).filter((at) => at > START_AT && at < START_AT + DAY_MS / 2).length >= 3,
  );
  assert.ok(edited.length >= 1, hosts.map((home) => editsAt(home).length).join());
  for (const homeUrl of edited) {
    const { liedAt } = await store.reader.manners(hostKey(homeUrl));
    assert.ok(liedAt !== null && liedAt - START_AT < DAY_MS, `${homeUrl}: ${liedAt}`);
  }
  const observed = [];
  for (const { urls } of articles) {
    const article = hosts.some((home) => urls[0]!.startsWith(home))
      ? await store.reader.articleByUrl(urls.at(-1)!)
      : null;
    if (!article) continue;
    const versions = await store.reader.versions(article.id);
    observed.push({
      url: urls.at(-1)!,
      lastLookedAt: article.lastLookedAt!,
      versions: versions.map(({ number, firstSeenAt }) => ({ number, firstSeenAt, previousSeenAt: null })),
    });
  }
  const { caught, missed } = newsroom.assess(observed);
  const lost = missed.filter(({ edit, why }) => why === "unseen" && edit.at < START_AT + DAY_MS);
  assert.ok(caught >= 6, `${caught} edits`);
  assert.deepEqual(lost, []);

  function editsAt(home: string): readonly number[] {
    return articles.filter(({ urls }) => urls[0]!.startsWith(home)).flatMap(({ edits }) => edits.map(({ at }) => at));
  }
});

suite("whether 'not modified' is the truth", () => {
  const ETAG = { etag: '"one and the same"' };
  const story = (n: number, said: string) =>
    page({ headline: `Quay ${n} to close for repairs`, lead: `Quay number ${n} will close for ${said}.` });

  test("is asked of a host, not of each article: the fourth answer is put to the test", async (t) => {
    const rig = await openRig(t);
    for (let n = 0; n < 6; n++) {
      rig.pages.set(`/${n}`, { headers: ETAG, body: story(n, "two days") });
      await rig.article(`/${n}`);
    }
    await rig.engine.driveTo(rig.clock, START_AT + MINUTE_MS);
    for (let n = 0; n < 6; n++)
      rig.pages.set(`/${n}`, { headers: ETAG, body: story(n, "nine weeks, and not for two days") });
    const before = rig.requests.length;
    await rig.engine.driveTo(rig.clock, START_AT + DAY_MS);
    const looks = rig.requests.slice(before).filter(({ path }) => path !== "/robots.txt");
    assert.deepEqual(
      looks.slice(0, 5).map(({ headers }) => headers["if-none-match"] !== undefined),
      [true, true, true, false, true],
    );
    for (let n = 0; n < 6; n++) {
      const { versionCount } = (await rig.store.reader.articleByUrl(`${rig.base}/${n}`))!;
      assert.equal(versionCount, 2, `article ${n}`);
    }
  });

  test("is not assumed after a signal: the whole page is asked for", async (t) => {
    const rig = await openRig(t);
    rig.pages.set("/0", { headers: ETAG, body: story(0, "two days") });
    const id = await rig.article("/0");
    await rig.engine.driveTo(rig.clock, START_AT + MINUTE_MS);
    rig.pages.set("/0", { headers: ETAG, body: story(0, "nine weeks, and not for two days") });
    const now = rig.clock.now();
    await rig.store.writer.recordSignals([{ articleId: id, signal: { kind: "updated", at: now }, lookAt: now }]);
    await rig.engine.driveTo(rig.clock, now + 5 * MINUTE_MS);
    assert.equal((await rig.store.reader.article(id))?.versionCount, 2);
  });
});
