import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { DomUtils, parseDocument, parseFeed } from "htmlparser2";
import { DrivenClock, HOUR_MS } from "#lib/clock";
import { type Newsroom, openNewsroom } from "#newsroom/newsroom";
import { SITES } from "#newsroom/sites";
import { ask, START_AT } from "./ask.ts";

const clock = new DrivenClock(START_AT + 4 * HOUR_MS);
let newsroom: Newsroom;

before(async () => {
  newsroom = await openNewsroom({ clock, startAt: START_AT, seed: 7, scale: { hosts: 2, articles: 30 } });
});
after(() => newsroom.close());

const FEEDS = SITES.flatMap((site) => site.feeds.map((feed) => ({ host: site.host, ...feed })));

for (const { host, path, kind } of [...FEEDS, { host: "h0002", path: "/feed.xml", kind: "rss" as const }]) {
  test(`${host}${path} is a ${kind} that leads to live pages`, async () => {
    const answer = await ask(newsroom.port, host, path);
    assert.equal(answer.status, 200);
    const links = linksOf(kind, path.endsWith(".gz") ? gunzipSync(answer.bytes).toString() : answer.text);
    assert.ok(links.length >= 2, `${links.length} links`);
    for (const link of links.filter((url) => !url.includes("/sponsored/"))) {
      const url = new URL(link);
      const page = await ask(newsroom.port, url.hostname.replace(/\.localhost$/, ""), url.pathname);
      assert.notEqual(page.status, 404, link);
    }
  });
}

function linksOf(kind: string, text: string): readonly string[] {
  if (kind === "json") return (JSON.parse(text) as { items: { url: string }[] }).items.map((item) => item.url);
  if (kind === "page") {
    const anchors = DomUtils.getElementsByTagName("a", parseDocument(text).children);
    return anchors.map((a) => a.attribs["href"] ?? "").filter((href) => /^http:.*\.html$/.test(href));
  }
  if (kind.includes("sitemap")) {
    const locs = DomUtils.getElementsByTagName("loc", parseDocument(text, { xmlMode: true }).children);
    return locs.map((loc) => DomUtils.textContent(loc));
  }
  const feed = parseFeed(text)!;
  assert.equal(feed.type, kind);
  for (const item of feed.items) assert.ok(item.title && item.pubDate && !Number.isNaN(item.pubDate.getTime()));
  return feed.items.map((item) => item.link!);
}

test("feeds answer 304 until something changes", async () => {
  const first = await ask(newsroom.port, "daily", "/rss.xml");
  const headers = { "if-none-match": first.headers["etag"]! };
  assert.equal((await ask(newsroom.port, "daily", "/rss.xml", headers)).status, 304);
  clock.advance(HOUR_MS);
  assert.equal((await ask(newsroom.port, "daily", "/rss.xml", headers)).status, 200);
});

test("robots.txt names the sitemaps, the forbidden paths and one crawl delay", async () => {
  const { text } = await ask(newsroom.port, "regional", "/robots.txt");
  assert.match(text, /^Disallow: \/notices\/$/m);
  assert.match(text, /^Crawl-delay: 20$/m);
  assert.match(text, new RegExp(`^Sitemap: http://regional.localhost:${newsroom.port}/sitemap.xml$`, "m"));
});

test("pages announce their feeds by link, the regional paper has none to announce", async () => {
  for (const [host, count] of [
    ["daily", 2],
    ["wire", 2],
    ["archive", 2],
    ["shiomi", 1],
    ["marfa", 1],
    ["regional", 0],
  ] as const) {
    const { text } = await ask(newsroom.port, host, "/");
    const links = DomUtils.getElementsByTagName("link", parseDocument(text).children);
    assert.equal(links.filter((link) => link.attribs["rel"] === "alternate").length, count, host);
  }
});
