import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import type { SeedPreview } from "#engine/engine";
import { DAY_MS, HOUR_MS } from "#lib/clock";
import { NO_PATTERNS } from "#model/source";
import { openRig, page, type Rig } from "./rig.ts";

const XML = { "content-type": "application/xml" };
const index = (rig: Rig, paths: readonly string[]) =>
  `<sitemapindex>${paths.map((path) => `<sitemap><loc>${rig.base}${path}</loc></sitemap>`).join("")}</sitemapindex>`;
const sitemap = (rig: Rig, paths: readonly string[]) =>
  `<urlset>${paths.map((path) => `<url><loc>${rig.base}${path}</loc></url>`).join("")}</urlset>`;
const story = (file: number, at: number) => `/stories/harbour-of-day-${file * 100 + at}`;
const stories = (file: number, count: number) => Array.from({ length: count }, (_, at) => story(file, at));
const FILES = 12;

/** Follows an index as the loop does; returns what polls asked for in the last round. */
async function followed(rig: Rig, path: string): Promise<void> {
  const source = { name: "Gazette", homeUrl: `${rig.base}/`, patterns: NO_PATTERNS };
  const { id } = await rig.store.writer.addSource(source, rig.clock.now());
  const feed = { url: rig.base + path, kind: "sitemap-index", title: null } as const;
  await rig.store.writer.addFeed(id, feed, HOUR_MS, rig.clock.now());
  for (let round = 0; round < 4; round++)
    for (const each of await rig.store.reader.feeds()) assert.ok((await rig.engine.poll(each.id)).ok);
}

const isKnown = async (rig: Rig, path: string) => (await rig.store.reader.articleByUrl(rig.base + path)) !== null;

for (const [what, packed, grows] of [
  ["with the newest file last", false, FILES],
  ["with the newest file first", false, 1],
  ["packed, with the newest file last", true, FILES],
  ["packed, with the newest file first", true, 1],
] as const)
  test(`of an index of undated numbered sitemaps ${what}, what is added is found`, async (t) => {
    const rig = await openRig(t);
    const nameOf = (file: number) => `/sitemap-${file}.xml${packed ? ".gz" : ""}`;
    const put = (file: number, count: number) => {
      const xml = sitemap(rig, stories(file, count));
      const body = packed ? gzipSync(xml) : xml;
      rig.pages.set(nameOf(file), { headers: packed ? { "content-type": "application/gzip" } : XML, body });
    };
    const numbers = Array.from({ length: FILES }, (_, at) => at + 1);
    for (const file of numbers) put(file, 60);
    rig.pages.set("/index.xml", { headers: XML, body: index(rig, numbers.map(nameOf)) });
    await followed(rig, "/index.xml");
    assert.equal(await isKnown(rig, story(grows, 60)), false);
    put(grows, 63);
    for (const each of await rig.store.reader.feeds()) assert.ok((await rig.engine.poll(each.id)).ok);
    for (const at of [60, 61, 62]) assert.ok(await isKnown(rig, story(grows, at)), story(grows, at));
    assert.equal(await isKnown(rig, story(6, 1)), false, "what lies in the middle is from long ago");
  });

test("an index in an index is followed, circles and endless trees end", async (t) => {
  const rig = await openRig(t);
  const date = new Date(rig.clock.now() - DAY_MS).toISOString();
  rig.pages.set("/index.xml", { headers: XML, body: index(rig, ["/2026.xml", "/index.xml"]) });
  rig.pages.set("/2026.xml", { headers: XML, body: index(rig, ["/2026-05.xml", "/index.xml"]) });
  const entry = `<url><loc>${rig.base}/news/pier</loc><lastmod>${date}</lastmod></url>`;
  rig.pages.set("/2026-05.xml", { headers: XML, body: `<urlset>${entry}</urlset>` });
  await followed(rig, "/index.xml");
  assert.ok(await isKnown(rig, "/news/pier"));
  assert.equal((await rig.store.reader.feeds()).length, 3, "each once");

  const endless = await openRig(t);
  for (let at = 0; at < 600; at++)
    endless.pages.set(`/tree-${at}.xml`, {
      headers: XML,
      body: index(
        endless,
        [1, 2, 3, 4, 5].map((branch) => `/tree-${at * 5 + branch}.xml`),
      ),
    });
  await followed(endless, "/tree-0.xml");
  assert.ok((await endless.store.reader.feeds()).length <= 100);
});

test("a backlist reads an index in an index, and packed sitemaps, and stops in a tree without end", async (t) => {
  const rig = await openRig(t);
  const feed = `<rss version="2.0"><channel><title>Gazette</title><link>${rig.base}/</link></channel></rss>`;
  rig.pages.set("/feed.xml", { headers: { "content-type": "application/rss+xml" }, body: feed });
  rig.pages.set("/robots.txt", { headers: { "content-type": "text/plain" }, body: `Sitemap: ${rig.base}/index.xml` });
  rig.pages.set("/index.xml", { headers: XML, body: index(rig, ["/years.xml", "/deep-0.xml"]) });
  rig.pages.set("/years.xml", { headers: XML, body: index(rig, ["/2014.xml.gz", "/2015.xml"]) });
  rig.pages.set("/2014.xml.gz", {
    headers: { "content-type": "application/x-gzip" },
    body: gzipSync(sitemap(rig, stories(1, 20))),
  });
  rig.pages.set("/2015.xml", { headers: XML, body: sitemap(rig, stories(2, 30)) });
  for (let at = 0; at < 40; at++)
    rig.pages.set(`/deep-${at}.xml`, { headers: XML, body: index(rig, [`/deep-${at + 1}.xml`]) });
  rig.pages.set("/", page());
  const previews: SeedPreview[] = [];
  await rig.engine.add(`${rig.base}/feed.xml`, {
    all: async (preview) => {
      previews.push(preview);
      return false;
    },
  });
  assert.equal(previews[0]?.listed, 50);
  assert.ok(rig.requests.filter(({ path }) => path.startsWith("/deep-")).length <= 4);
});
