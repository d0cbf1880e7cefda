import assert from "node:assert/strict";
import { test } from "node:test";
import type { SeedPreview } from "#engine/engine";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import { openRig, page, type Rig, START_AT } from "./rig.ts";

const OLD = 240;
const CAP = 480;
/** Half of the budget. */
const STEP_MS = DAY_MS / (CAP / 2);

const storyAt = (at: number) => `/2019/story-of-the-harbour-${at}`;
const dateOf = (at: number) => new Date(START_AT - (400 + at) * DAY_MS).toISOString();

/** A press with an index of two sitemaps of old articles, a feed with one new one, and pages that say which they are. */
function stock(rig: Rig): void {
  const entry = (at: number) => `<url><loc>${rig.base}${storyAt(at)}</loc><lastmod>${dateOf(at)}</lastmod></url>`;
  const sitemap = (from: number, until: number) =>
    `<urlset>${Array.from({ length: until - from }, (_, i) => entry(from + i)).join("")}
<url><loc>http://elsewhere.localhost/2019/a-story-of-somebody-else</loc></url></urlset>`;
  const xml = { "content-type": "application/xml" };
  rig.pages.set("/robots.txt", { headers: { "content-type": "text/plain" }, body: `Sitemap: ${rig.base}/index.xml` });
  const children = ["one", "two"].map((name) => `<sitemap><loc>${rig.base}/${name}.xml</loc></sitemap>`).join("");
  rig.pages.set("/index.xml", { headers: xml, body: `<sitemapindex>${children}</sitemapindex>` });
  rig.pages.set("/one.xml", { headers: xml, body: sitemap(0, OLD / 2) });
  rig.pages.set("/two.xml", { headers: xml, body: sitemap(OLD / 2, OLD) });
  list(rig, [0]);
  for (let at = 0; at < OLD; at++) {
    const headline = `Story ${at} of the harbour`;
    rig.pages.set(storyAt(at), page({ headline, lead: `In the year ${at + 1} the quay of basin ${at} was built.` }));
  }
}

/** What the feed names as news. */
function list(rig: Rig, stories: readonly number[]): void {
  const items = stories.map((at) => `<item><title>Story ${at}</title><link>${rig.base}${storyAt(at)}</link></item>`);
  rig.pages.set("/feed.xml", {
    headers: { "content-type": "application/rss+xml" },
    body: `<rss version="2.0"><channel><title>Gazette</title><link>${rig.base}/</link>${items.join("")}</channel></rss>`,
  });
}

async function seeded(rig: Rig, agrees = true) {
  const previews: SeedPreview[] = [];
  const all = async (preview: SeedPreview) => {
    previews.push(preview);
    return agrees;
  };
  const added = await rig.engine.add(`${rig.base}/feed.xml`, { all });
  return { added, preview: previews[0]! };
}

const lookedAt = (rig: Rig) => rig.requests.filter(({ path }) => path.startsWith("/2019/"));

test("all that sitemaps list from before is taken in at half of the budget, once each, and is then left alone", async (t) => {
  const rig = await openRig(t, { dailyCap: CAP });
  stock(rig);
  const { added, preview } = await seeded(rig);
  assert.ok(added.ok, JSON.stringify(added));
  const fresh = OLD - 1;
  assert.deepEqual(
    { ...preview, untilAt: preview.untilAt - START_AT },
    {
      listed: fresh,
      known: 0,
      fresh,
      waiting: 0,
      sitemaps: 3,
      unread: 0,
      isCut: false,
      perDay: CAP / 2,
      untilAt: fresh * STEP_MS,
    },
  );
  const [source] = added.value.sources;
  assert.deepEqual([source?.seeds, source?.articles], [fresh, 1]);

  await rig.engine.driveTo(rig.clock, START_AT + DAY_MS / 2);
  const half = new Set(lookedAt(rig).map(({ path }) => path)).size;
  assert.ok(Math.abs(half - OLD / 2) <= 3, `${half} of ${OLD} in half of the time`);
  await rig.engine.driveTo(rig.clock, START_AT + 4 * DAY_MS);

  const { reader } = rig.store;
  const news = (await reader.articleByUrl(rig.base + storyAt(0)))!;
  assert.equal(news.status, "watched");
  for (let at = 1; at < OLD; at++) {
    const { status, statusReason, versionCount, nextLookAt } = (await reader.articleByUrl(rig.base + storyAt(at)))!;
    assert.deepEqual([status, statusReason, versionCount, nextLookAt], ["quiet", { code: "taken-in" }, 1, null]);
    assert.equal(lookedAt(rig).filter(({ path }) => path === storyAt(at)).length, 1, storyAt(at));
  }
  assert.equal(await reader.articleByUrl("http://elsewhere.localhost/2019/a-story-of-somebody-else"), null);
  assert.deepEqual((await reader.changes({ limit: 9 })).items, []);
  assert.deepEqual(await rig.store.check(), []);
});

test("a preview that is not agreed to adds nothing, and what is known is not added again", async (t) => {
  const rig = await openRig(t, { dailyCap: CAP });
  stock(rig);
  const { added } = await seeded(rig, false);
  assert.ok(!added.ok && added.failure.code === "declined");
  assert.deepEqual(await rig.store.reader.sources(), []);
  assert.ok((await seeded(rig)).added.ok);
  const { added: again, preview } = await seeded(rig);
  assert.ok(again.ok);
  assert.deepEqual([preview.known, preview.fresh, preview.waiting], [OLD - 1, 0, OLD - 1]);
  assert.equal(again.value.sources[0]!.seeds, 0);
});

test("one of them that the feed names as news later is watched, waiting or taken in", async (t) => {
  const rig = await openRig(t, { dailyCap: CAP });
  stock(rig);
  assert.ok((await seeded(rig)).added.ok);
  await rig.engine.driveTo(rig.clock, START_AT + HOUR_MS);
  const { reader } = rig.store;
  const [early, late] = [storyAt(1), storyAt(OLD - 1)];
  assert.equal((await reader.articleByUrl(rig.base + early))!.status, "quiet");
  assert.equal((await reader.articleByUrl(rig.base + late))!.versionCount, 0);
  list(rig, [0, 1, OLD - 1]);
  await rig.engine.driveTo(rig.clock, START_AT + 3 * HOUR_MS);
  for (const path of [early, late]) {
    const { status, versionCount } = (await reader.articleByUrl(rig.base + path))!;
    assert.deepEqual([status, versionCount], ["watched", 1], path);
  }
});

test("after an outage of ours they do not take the budget from what is news", async (t) => {
  const rig = await openRig(t, { dailyCap: CAP });
  stock(rig);
  assert.ok((await seeded(rig)).added.ok);
  await rig.engine.driveTo(rig.clock, START_AT + HOUR_MS);
  const before = rig.requests.length;
  // Until midnight and a little more: nearly all of them are late.
  rig.clock.advanceTo(START_AT + 18 * HOUR_MS + 5 * MINUTE_MS);
  await rig.engine.driveTo(rig.clock, START_AT + 18 * HOUR_MS + 10 * MINUTE_MS);
  const asked = rig.requests.length - before;
  assert.ok(asked <= (CAP * (HOUR_MS + 10 * MINUTE_MS)) / DAY_MS + 2, `${asked} requests at once`);
  await rig.engine.driveTo(rig.clock, START_AT + 6 * DAY_MS);
  assert.equal(new Set(lookedAt(rig).map(({ path }) => path)).size, OLD);
});

test("a page from before that shows no text is asked a few times and no more", async (t) => {
  const rig = await openRig(t, { dailyCap: CAP });
  stock(rig);
  rig.pages.delete(storyAt(5));
  rig.pages.set(storyAt(6), { status: 500 });
  assert.ok((await seeded(rig)).added.ok);
  await rig.engine.driveTo(rig.clock, START_AT + 16 * DAY_MS);
  const standing = async (at: number) => {
    const { status, statusReason, nextLookAt } = (await rig.store.reader.articleByUrl(rig.base + storyAt(at)))!;
    return [status, statusReason, nextLookAt, lookedAt(rig).filter(({ path }) => path === storyAt(at)).length];
  };
  assert.deepEqual(await standing(5), ["gone", { code: "gone-for-good" }, null, 2]);
  assert.deepEqual(await standing(6), ["quiet", { code: "not-taken-in", looks: 4 }, null, 4]);
});

test("a site without a sitemap says so, and several sources at once are refused", async (t) => {
  const rig = await openRig(t);
  list(rig, [0]);
  const none = await seeded(rig);
  assert.ok(!none.added.ok && none.added.failure.code === "nothing-listed", JSON.stringify(none.added));
  const outline = (at: number) => `<outline type="rss" text="${at}" xmlUrl="http://p${at}.localhost/feed.xml"/>`;
  const body = `<opml version="2.0"><body>${outline(1)}${outline(2)}</body></opml>`;
  rig.pages.set("/list.opml", { headers: { "content-type": "text/x-opml" }, body });
  const several = await rig.engine.add(`${rig.base}/list.opml`, { all: async () => true });
  assert.ok(!several.ok && several.failure.code === "several-sources", JSON.stringify(several));
});
