import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import type { FeedContent } from "#discover/content";
import { readFeed } from "#discover/feed";

function read(text: string, bytes: Uint8Array = new TextEncoder().encode(text)): FeedContent {
  const result = readFeed({ bytes, text, url: "https://daily.example/sitemap.xml", contentType: null });
  assert.ok(result.ok, result.ok ? "" : result.failure.message);
  return result.value;
}

const NEWS = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
  <url><loc>https://daily.example/harbour</loc>
    <n:news><n:publication><n:name>Daily</n:name><n:language>en</n:language></n:publication>
      <n:publication_date>2026-05-17T10:00:00+00:00</n:publication_date><n:title>Harbour &amp; port</n:title></n:news>
    <image:image><image:loc>https://daily.example/p.jpg</image:loc><image:title>Photo</image:title></image:image>
    <lastmod>2026-05-17T11:00:00Z</lastmod></url>
</urlset>`;

test("a news sitemap gives outlet, title and both dates, whatever its prefixes", () => {
  const expected = {
    kind: "news-sitemap",
    title: "Daily",
    homeUrl: null,
    articles: [
      {
        url: "https://daily.example/harbour",
        title: "Harbour & port",
        publishedAt: Date.UTC(2026, 4, 17, 10),
        updatedAt: Date.UTC(2026, 4, 17, 11),
      },
    ],
    more: [],
    links: { hubs: [], self: null, base: "https://daily.example/sitemap.xml" },
  };
  assert.deepEqual(read(NEWS), expected);
  assert.deepEqual(read("\u001f garbage", gzipSync(NEWS)), expected, "gzipped, with whatever text that decoded to");
});

test("a plain sitemap leaves out what is certainly no article", () => {
  const paths = ["/", "/2026/05/17/harbour", "/tag/harbour", "/author/anna", "/a.pdf", "/search", "/news/harbour-plan"];
  const text = `<urlset>${paths.map((path) => `<url><loc>https://daily.example${path}</loc></url>`).join("")}</urlset>`;
  const { kind, articles } = read(text);
  assert.equal(kind, "sitemap");
  assert.deepEqual(
    articles.map(({ url }) => new URL(url).pathname),
    ["/2026/05/17/harbour", "/news/harbour-plan"],
  );
});

test("an index lists its children: news first, then the newest, never pictures or tags", () => {
  const child = (path: string, day: number) =>
    `<sitemap><loc>https://daily.example/${path}</loc><lastmod>2026-05-${day}</lastmod></sitemap>`;
  const text = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    ${child("post-sitemap1.xml", 10)}${child("post-sitemap2.xml", 20)}${child("image-sitemap.xml", 25)}
    ${child("category-sitemap.xml", 26)}${child("news-sitemap.xml.gz", 11)}</sitemapindex>`;
  const { kind, more } = read(text);
  assert.equal(kind, "sitemap-index");
  assert.deepEqual(
    more.map((feed) => [feed.kind, new URL(feed.url).pathname]),
    [
      ["news-sitemap", "/news-sitemap.xml.gz"],
      ["sitemap", "/post-sitemap2.xml"],
      ["sitemap", "/post-sitemap1.xml"],
    ],
  );
});

test("bare ampersands, missing end tags and other hosts are no obstacle", () => {
  const text = `<urlset><url><loc>https://daily.example/story?a=1&b=2<url><loc> https://en.daily.example/harbour-plan </loc></url>`;
  assert.deepEqual(
    read(text).articles.map(({ url }) => url),
    ["https://daily.example/story?a=1&b=2", "https://en.daily.example/harbour-plan"],
  );
});

test("a list of URLs as plain text is a sitemap", () => {
  const { kind, articles } = read("https://daily.example/one-story\r\nhttps://daily.example/two-story\r\n\r\n");
  assert.equal(kind, "sitemap");
  assert.equal(articles.length, 2);
});
