import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { MAX_REQUESTS } from "#discover/asker";
import { type Discovery, type ExploreTools, explore } from "#discover/explore";
import { fail, ok, type Result } from "#model/failure";

type Answer = string | Uint8Array | { readonly status: number } | { readonly location: string };

interface Visit {
  readonly result: Result<readonly Discovery[]>;
  readonly origin: string;
  /** Paths asked for, in order. */
  readonly asked: readonly string[];
  readonly steps: readonly string[];
}

/** Explores a path of a real server on loopback that answers `paths`; `ORIGIN` in bodies stands for its address. */
async function visit(
  paths: Readonly<Record<string, Answer>>,
  path = "/",
  sitemaps: readonly string[] = [],
): Promise<Visit> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url!);
    const answer = paths[request.url!] ?? { status: 404 };
    if (typeof answer === "string") response.end(answer.replaceAll("ORIGIN", origin));
    else if (answer instanceof Uint8Array) response.end(answer);
    else if ("location" in answer) response.writeHead(302, { location: answer.location }).end();
    else response.writeHead(answer.status).end("<!doctype html><title>Sorry</title>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const steps: string[] = [];
  const sitemapsOf = async () => sitemaps.map((sitemap) => origin + sitemap);
  try {
    const result = await explore(origin + path, { grab, sitemapsOf, onStep: (text) => steps.push(text) });
    return { result, origin, asked, steps };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const grab: ExploreTools["grab"] = async (url) => {
  const response = await fetch(url);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  return ok({
    url: response.url,
    status: response.status,
    contentType: response.headers.get("content-type"),
    bytes,
    text,
  });
};

/** The one discovery, with the server's address taken out. */
function only({ result, origin }: Visit): Discovery {
  assert.ok(result.ok, result.ok ? "" : result.failure.message);
  assert.equal(result.value.length, 1);
  return JSON.parse(JSON.stringify(result.value[0]).replaceAll(origin, "ORIGIN")) as Discovery;
}

const RSS = `<rss version="2.0"><channel><title>Daily News</title><link>ORIGIN/</link>
  <item><title>Harbour</title><link>/2026/05/17/harbour</link></item></channel></rss>`;
const HARBOUR = { url: "ORIGIN/2026/05/17/harbour", title: "Harbour", publishedAt: null, updatedAt: null };
const NEWS_MAP = `<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>ORIGIN/2026/05/17/harbour</loc>
  <news:news><news:title>Harbour</news:title></news:news></url></urlset>`;
const head = (more: string) => `<!doctype html><html><head><title>Daily</title>${more}</head><body></body></html>`;
const alternate = (href: string, title = "") =>
  `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;
const teaser = (n: number) =>
  `<h2><a href="/2026/05/1${n}/harbour-story-${n}">Story number ${n} of the harbour</a></h2>`;

test("a feed is taken as it is, with its home page as the source", async () => {
  const seen = await visit({ "/rss.xml": RSS }, "/rss.xml");
  assert.deepEqual(only(seen), {
    kind: "feed",
    source: { name: "Daily News", homeUrl: "ORIGIN/" },
    feeds: [{ url: "ORIGIN/rss.xml", kind: "rss", title: "Daily News" }],
    articles: [HARBOUR],
  });
  assert.deepEqual(seen.asked, ["/rss.xml"]);
});

test("a gzipped news sitemap is taken as it is", async () => {
  const seen = await visit({ "/news.xml.gz": gzipSync(NEWS_MAP.replaceAll("ORIGIN", "")) }, "/news.xml.gz");
  const { kind, feeds, articles } = only(seen);
  assert.deepEqual([kind, feeds[0]?.kind, articles.length], ["sitemap", "news-sitemap", 1]);
});

test("a list of feeds becomes its sources, without asking for any", async () => {
  const seen = await visit(
    { "/list.opml": '<opml><outline text="Wire" xmlUrl="https://wire.example/f"/></opml>' },
    "/list.opml",
  );
  assert.deepEqual([only(seen).kind, only(seen).source.name, seen.asked.length], ["opml", "Wire", 1]);
});

test("an article is that one article; the feeds of its site are left alone", async () => {
  const page = head(`${alternate("/rss.xml")}<meta property="og:site_name" content="The Daily">
    <meta property="og:type" content="article"><meta property="og:title" content="Harbour"><link rel="canonical" href="/2026/05/17/harbour">`);
  const seen = await visit({ "/2026/05/17/harbour?x=1": page }, "/2026/05/17/harbour?x=1");
  assert.deepEqual(only(seen), {
    kind: "article",
    source: { name: "The Daily", homeUrl: "ORIGIN/" },
    feeds: [],
    articles: [HARBOUR],
  });
  assert.equal(seen.asked.length, 1);
});

test("a home page: the first declared feed that answers, the others at its word, none of comments", async () => {
  const page = head(
    alternate("/broken.xml") +
      alternate("/rss.xml", "News") +
      alternate("/comments/feed") +
      alternate("/sport.xml", "Sport"),
  );
  const seen = await visit({ "/": page, "/rss.xml": RSS, "/broken.xml": { status: 500 } });
  const { kind, source, feeds, articles } = only(seen);
  assert.deepEqual([kind, source], ["site", { name: "Daily News", homeUrl: "ORIGIN/" }]);
  assert.deepEqual(
    feeds.map(({ url }) => url),
    ["ORIGIN/rss.xml", "ORIGIN/sport.xml"],
  );
  assert.deepEqual(articles, [HARBOUR]);
  assert.deepEqual(seen.asked, ["/", "/broken.xml", "/rss.xml"]);
});

test("a section page follows the feed of the section", async () => {
  const page = head(alternate("/rss.xml") + alternate("/politics/rss.xml"));
  const { feeds, source } = only(await visit({ "/politics/": page, "/politics/rss.xml": RSS }, "/politics/"));
  assert.deepEqual(
    feeds.map(({ url }) => url),
    ["ORIGIN/politics/rss.xml"],
  );
  assert.equal(source.homeUrl, "ORIGIN/");
});

test("without declared feeds: the news sitemap that robots.txt names", async () => {
  const seen = await visit({ "/": head(""), "/news-sitemap.xml": NEWS_MAP }, "/", [
    "/sitemap.xml",
    "/news-sitemap.xml",
  ]);
  assert.deepEqual(only(seen).feeds, [{ url: "ORIGIN/news-sitemap.xml", kind: "news-sitemap", title: null }]);
  assert.deepEqual(seen.asked, ["/", "/news-sitemap.xml"]);
});

test("then feeds that are linked to, then common addresses", async () => {
  const linked = await visit({
    "/": `${head("")}<a href="/services/rss-all.xml">RSS</a>`,
    "/services/rss-all.xml": RSS,
  });
  assert.equal(only(linked).feeds[0]?.url, "ORIGIN/services/rss-all.xml");
  const guessed = await visit({ "/": head(""), "/rss.xml": { location: "/real/feed" }, "/real/feed": RSS });
  assert.equal(only(guessed).feeds[0]?.url, "ORIGIN/real/feed");
});

test("pages that answer 200 to everything are not mistaken for feeds", async () => {
  const everything = new Proxy({}, { get: () => head("") });
  const { result, asked } = await visit(everything);
  assert.equal(result.ok ? "ok" : result.failure.code, "nothing-found");
  assert.ok(asked.length <= MAX_REQUESTS, `${asked.length} requests`);
});

test("an index of sitemaps leads to its news sitemap, or is watched itself", async () => {
  const index = (child: string) => `<sitemapindex><sitemap><loc>ORIGIN/${child}</loc></sitemap></sitemapindex>`;
  const news = await visit({ "/": head(""), "/map.xml": index("x-news.xml"), "/x-news.xml": NEWS_MAP }, "/", [
    "/map.xml",
  ]);
  assert.equal(only(news).feeds[0]?.url, "ORIGIN/x-news.xml");
  const dated = "<urlset><url><loc>ORIGIN/2026/05/17/harbour</loc><lastmod>2026-05-17</lastmod></url></urlset>";
  const plain = await visit({ "/": head(""), "/map.xml": index("2026-05.xml"), "/2026-05.xml": dated }, "/", [
    "/map.xml",
  ]);
  assert.deepEqual(only(plain).feeds[0], { url: "ORIGIN/map.xml", kind: "sitemap-index", title: null });
});

test("an index that names itself ends", async () => {
  const index = "<sitemapindex><sitemap><loc>ORIGIN/map.xml</loc></sitemap></sitemapindex>";
  const { result, asked } = await visit({ "/": head(""), "/map.xml": index }, "/", ["/map.xml"]);
  assert.equal(result.ok, false);
  assert.ok(asked.length <= MAX_REQUESTS);
});

test("last, the article links of the page itself", async () => {
  const { feeds, articles } = only(await visit({ "/": `${head("")}${[1, 2, 3].map(teaser).join("")}` }));
  assert.deepEqual(feeds, [{ url: "ORIGIN/", kind: "page", title: "Daily" }]);
  assert.equal(articles.length, 3);
});

test("an index file is the home page", async () => {
  const seen = await visit({ "/index.html": head(""), "/feed": RSS }, "/index.html");
  assert.deepEqual(only(seen).source, { name: "Daily News", homeUrl: "ORIGIN/" });
});

test("a section without a feed is watched itself, without guessing all over the site", async () => {
  const page = `${head("")}${[1, 2, 3].map(teaser).join("")}`;
  const seen = await visit({ "/politics/": page }, "/politics/", ["/news-sitemap.xml"]);
  assert.deepEqual(only(seen).feeds, [{ url: "ORIGIN/politics/", kind: "page", title: "Daily" }]);
  assert.deepEqual(seen.asked, ["/politics/", "/politics/feed", "/politics/rss.xml"]);
});

test("a plain sitemap is watched when it is dated; what stands on the page is known at once", async () => {
  const map = (date: string) => `<urlset><url><loc>ORIGIN/2026/05/01/old</loc>${date}</url></urlset>`;
  const page = `${head("")}${[1, 2, 3].map(teaser).join("")}`;
  const dated = only(await visit({ "/": page, "/sitemap.xml": map("<lastmod>2026-05-01</lastmod>") }));
  assert.deepEqual([dated.feeds[0]?.kind, dated.articles.length], ["sitemap", 3]);
  const undated = only(await visit({ "/": page, "/sitemap.xml": map("") }));
  assert.equal(undated.feeds[0]?.kind, "page");
});

test("the outlet is named by the page, its feed, or the address", async () => {
  const feeds = { "/rss.xml": RSS };
  const name = async (html: string, more: Record<string, string> = {}) =>
    only(await visit({ "/": html, ...more })).source.name;
  const teasers = [1, 2, 3].map(teaser).join("");
  const site = JSON.stringify({ "@type": "WebSite", name: "The Daily Paper" });
  assert.equal(
    await name(head(`<meta property="og:site_name" content="The Daily">${alternate("/rss.xml")}`), feeds),
    "The Daily",
  );
  assert.equal(await name(head(`<script type="application/ld+json">${site}</script>`) + teasers), "The Daily Paper");
  assert.equal(await name(head(alternate("/rss.xml")), feeds), "Daily News");
  assert.equal(await name(`<title>The Daily - news, sport and weather</title>${teasers}`), "The Daily");
  assert.match(await name(`<html>${teasers}`), /^127\.0\.0\.1:\d+$/);
});

test("a host that asks for peace is left in peace", async () => {
  const { result, asked } = await visit({ "/": head(""), "/feed": { status: 429 } });
  assert.equal(result.ok ? "ok" : result.failure.advice, "later");
  assert.deepEqual(asked, ["/", "/feed"]);
});

const STATUSES: readonly (readonly [status: number, code: string, advice: string])[] = [
  [404, "not-found", "never"],
  [403, "blocked", "later"],
  [429, "busy", "later"],
  [500, "http-status", "retry"],
];

test("a first answer that is no success fails as such, after one request", async () => {
  for (const [status, code, advice] of STATUSES) {
    const { result, asked } = await visit({ "/": { status } });
    assert.ok(!result.ok);
    assert.deepEqual([result.failure.code, result.failure.advice, asked.length], [code, advice, 1]);
  }
});

test("bare words get a scheme; what is no address is refused without asking", async () => {
  const asked: string[] = [];
  const tools: ExploreTools = {
    sitemapsOf: async () => [],
    grab: async (url) => {
      asked.push(url);
      return fail("retry", "dns", "No such host.");
    },
  };
  await explore("daily.example", tools);
  await explore(" https://daily.example/x ", tools);
  for (const bad of ["", "ftp://daily.example/", "https://", "a b"]) {
    const result = await explore(bad, tools);
    assert.equal(result.ok ? "ok" : result.failure.code, "not-an-address", bad);
  }
  assert.deepEqual(asked, ["https://daily.example/", "https://daily.example/x"]);
});
