import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { MAX_ARTICLES, MAX_FEED_BYTES, MAX_SITEMAP_BYTES } from "#discover/content";
import { readFeed } from "#discover/feed";
import { MAX_DEPTH } from "#discover/markup";
import { readOpml } from "#discover/opml";
import { readPage } from "#discover/page";
import { cpuMsOf } from "../cpu-time.ts";

const read = (text: string, bytes: Uint8Array = new Uint8Array()) =>
  readFeed({ bytes, text, url: "https://daily.example/feed", contentType: "application/xml" });

const ITEM = "<item><title>Harbour</title><link>/a</link></item>";

/** Processor time; what these inputs cost without the limits is minutes. */
const LIMIT_MS = 10_000;

function inTime<T>(work: () => T): T {
  const values: T[] = [];
  assert.ok(cpuMsOf(() => values.push(work())) < LIMIT_MS, "took too long");
  return values[0]!;
}

const FEEDS: readonly (readonly [name: string, text: string])[] = [
  ["elements a hundred thousand deep", `<rss><channel>${ITEM}${"<a>".repeat(100_000)}`],
  ["items inside items", `<rss><channel>${ITEM}${"<item>".repeat(100_000)}`],
  [
    "end tags that match nothing, deep down",
    `<rss><channel>${ITEM}${"<b>".repeat(MAX_DEPTH - 10)}${"</a>".repeat(500_000)}`,
  ],
  ["an attribute without end", `<rss><channel>${ITEM}<a b="${"x ".repeat(2_000_000)}`],
  [
    "a hundred thousand attributes",
    `<rss><channel>${ITEM}<a ${Array.from({ length: 100_000 }, (_, n) => `a${n}`).join(" ")}>`,
  ],
  ["a comment without end", `<rss><channel>${ITEM}<!--${"- ".repeat(2_000_000)}`],
  ["nothing but <", `<rss><channel>${ITEM}${"<".repeat(4_000_000)}`],
];

test("hostile feeds end in time and keep what stood before the mischief", () => {
  for (const [name, text] of FEEDS) {
    const result = inTime(() => read(text));
    assert.deepEqual(result.ok && result.value.articles.map(({ url }) => url), ["https://daily.example/a"], name);
  }
});

test("entities of a DTD are neither expanded nor fetched", () => {
  const dtd = `<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "${"&a;".repeat(10)}"><!ENTITY c SYSTEM "file:///etc/hostname">]>`;
  const result = read(`${dtd}<rss><channel><item><link>/a</link><title>x &b; &c;</title></item></channel></rss>`);
  assert.equal(result.ok && result.value.articles[0]?.title, "x &b; &c;");
});

const MAPS: readonly (readonly [name: string, text: string, kept: readonly string[]])[] = [
  [
    "a billion laughs",
    `<!DOCTYPE urlset [<!ENTITY l0 "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("")}]>
<urlset><url><loc>https://daily.example/a</loc><lastmod>&l9;</lastmod></url></urlset>`,
    ["https://daily.example/a"],
  ],
  [
    "entities from a file and from inside",
    `<!DOCTYPE urlset [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b SYSTEM "http://169.254.169.254/">]>
<urlset><url><loc>https://daily.example/a</loc></url><url><loc>https://daily.example/&a;&b;</loc></url></urlset>`,
    ["https://daily.example/a", "https://daily.example/&a;&b;"],
  ],
  [
    "one long entity, meant a million times",
    `<!DOCTYPE urlset [<!ENTITY a "${"a".repeat(50_000)}">]><urlset><url><loc>https://daily.example/a</loc><lastmod>${"&a;".repeat(1_000_000)}</lastmod></url></urlset>`,
    ["https://daily.example/a"],
  ],
  [
    "parameter entities from outside",
    `<!DOCTYPE urlset [<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd"> %x;]><urlset><url><loc>https://daily.example/a</loc></url></urlset>`,
    ["https://daily.example/a"],
  ],
  [
    "a DTD without end",
    `<urlset><url><loc>https://daily.example/a</loc></url></urlset><!DOCTYPE urlset [${"<!ENTITY a 'a'>".repeat(500_000)}`,
    ["https://daily.example/a"],
  ],
  [
    "locations in locations",
    `<urlset><url><loc>https://daily.example/a</loc></url>${"<url><loc>".repeat(200_000)}`,
    ["https://daily.example/a"],
  ],
  [
    "a section of data without end",
    `<urlset><url><loc>https://daily.example/a</loc></url><url><loc><![CDATA[${"]] ".repeat(2_000_000)}`,
    ["https://daily.example/a"],
  ],
  [
    "a hundred thousand namespaces",
    `<urlset><url><loc>https://daily.example/a</loc></url><x ${Array.from({ length: 100_000 }, (_, n) => `xmlns:n${n}="u"`).join(" ")}/></urlset>`,
    ["https://daily.example/a"],
  ],
  [
    "one location without end",
    `<urlset><url><loc>https://daily.example/${"a".repeat(8_000_000)}</loc></url></urlset>`,
    [],
  ],
  [
    "places that are no pages",
    "<urlset><url><loc>file:///etc/passwd</loc></url><url><loc>javascript:1</loc></url></urlset>",
    [],
  ],
];

test("hostile sitemaps end in time and give what is harmless", () => {
  for (const [name, text, kept] of MAPS) {
    const result = inTime(() => read(text));
    assert.deepEqual(result.ok && result.value.articles.map(({ url }) => url), kept, name);
  }
});

test("an index leads to sitemaps of its own site only, and to a few of a million", () => {
  const child = (url: string) => `<sitemap><loc>${url}</loc></sitemap>`;
  const own = Array.from({ length: 120_000 }, (_, n) => child(`https://maps.daily.example/${n}.xml`)).join("");
  const foreign = [
    "http://127.0.0.1/a.xml",
    "http://169.254.169.254/b.xml",
    "https://weekly.example/c.xml",
    "file:///d.xml",
  ];
  const result = inTime(() => read(`<sitemapindex>${foreign.map(child).join("")}${own}</sitemapindex>`));
  assert.ok(result.ok);
  assert.equal(result.value.kind, "sitemap-index");
  assert.equal(result.value.more.length, 50);
  assert.ok(result.value.more.every(({ url }) => url.startsWith("https://maps.daily.example/")));
});

test("of very many addresses, as XML or as plain lines, a thousand are kept", () => {
  const urls = Array.from({ length: 150_000 }, (_, n) => `https://daily.example/story/${n * 7919}`);
  const xml = inTime(() => read(`<urlset>${urls.map((url) => `<url><loc>${url}</loc></url>`).join("")}</urlset>`));
  const lines = inTime(() => read(urls.join("\n")));
  assert.deepEqual(
    [xml, lines].map((result) => result.ok && result.value.articles.length),
    [MAX_ARTICLES, MAX_ARTICLES],
  );
});

test("a feed beyond its limit is refused, at it is read", () => {
  const filler = (size: number) => `<rss><channel>${ITEM}<!--${"x".repeat(size)}`;
  const over = read(filler(MAX_FEED_BYTES));
  assert.equal(over.ok ? "ok" : over.failure.code, "feed-too-large");
  assert.equal(read(filler(MAX_FEED_BYTES - 200)).ok, true);
});

test("of very many entries the newest are kept", () => {
  const entry = (n: number) =>
    `<url><loc>https://daily.example/story/${n}</loc><lastmod>${new Date(Date.UTC(2020, 0, 1) + n * 60_000).toISOString()}</lastmod></url>`;
  const text = `<urlset>${Array.from({ length: 5000 }, (_, n) => entry(n)).join("")}</urlset>`;
  const result = inTime(() => read(text));
  assert.ok(result.ok);
  assert.equal(result.value.articles.length, MAX_ARTICLES);
  assert.equal(result.value.articles[0]?.url, "https://daily.example/story/4999");
});

test("a gzip bomb is stopped at its limit, rubbish is named, a truncated file gives what it has", () => {
  const bomb = inTime(() => read("", gzipSync(new Uint8Array(MAX_SITEMAP_BYTES + 1))));
  assert.equal(bomb.ok ? "ok" : bomb.failure.code, "feed-too-large");
  const members = inTime(() => read("", Buffer.concat(Array(400_000).fill(gzipSync("")))));
  assert.equal(members.ok ? "ok" : members.failure.code, "not-a-feed");
  const packed = inTime(() => read("", gzipSync(gzipSync(new Uint8Array(MAX_SITEMAP_BYTES + 1)))));
  assert.equal(packed.ok ? "ok" : packed.failure.code, "not-a-feed");
  const rubbish = read("", new Uint8Array([0x1f, 0x8b, 1, 2, 3]));
  assert.equal(rubbish.ok ? "ok" : rubbish.failure.code, "bad-gzip");
  const urls = Array.from({ length: 2000 }, (_, n) => `<url><loc>https://daily.example/story/${n * 7919}</loc></url>`);
  const whole = gzipSync(`<urlset>${urls.join("")}</urlset>`);
  const cut = read("", whole.subarray(0, whole.length / 2));
  assert.ok(cut.ok && cut.value.articles.length > 100);
});

test("JSON a million levels deep is an answer like any other", () => {
  const deep = `{"version":"https://jsonfeed.org/version/1","items":[{"url":${"[".repeat(1e6)}${"]".repeat(1e6)}},{"url":"/a"}]}`;
  const result = inTime(() => read(deep));
  assert.ok(!result.ok || result.value.articles.length === 1);
});

const PAGES: readonly (readonly [name: string, rest: string])[] = [
  ["a million divs", "<div>".repeat(1_000_000)],
  ["paragraphs that close nothing", `${"<div>".repeat(MAX_DEPTH - 10)}${"</p>".repeat(300_000)}`],
  ["links inside links", "<a href=/x>".repeat(200_000)],
  ["ten megabytes in one attribute", `<div title="${"x ".repeat(5_000_000)}">`],
  ["a comment without end", `<!--${"- ".repeat(5_000_000)}`],
  ["a million headings", "<h2>x</h2>".repeat(1_000_000)],
  ["a million links", '<a href="/x">x</a>'.repeat(1_000_000)],
  ["a hundred thousand feeds", '<link rel="alternate" type="application/rss+xml" href="/f">'.repeat(100_000)],
  ["five million NULs", "\0".repeat(5_000_000)],
  ["JSON-LD of objects in objects", `<script type="application/ld+json">${'{"a":'.repeat(400_000)}</script>`],
  ["JSON-LD without end", `<script type="application/ld+json">${"[".repeat(2_000_000)}`],
];

test("hostile pages end in time and keep what stood before", () => {
  const link = '<a href="/2026/05/17/harbour-plan-passes">Harbour plan passes at last</a>';
  for (const [name, rest] of PAGES) {
    const page = inTime(() => readPage(`<html><body>${link}${rest}`, "https://daily.example/"));
    assert.equal(page.articles[0]?.title, "Harbour plan passes at last", name);
  }
});

test("a list of feeds ends at a limit", () => {
  const outlines = Array.from({ length: 20_000 }, (_, n) => `<outline xmlUrl="https://s${n}.example/f"/>`).join("");
  const result = inTime(() => readOpml(`<opml><body>${outlines}</body></opml>`));
  assert.equal(result.ok && result.value.length, 5000);
});
