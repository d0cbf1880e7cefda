import assert from "node:assert/strict";
import { test } from "node:test";
import { readPage } from "#discover/page";

const HOME = "https://daily.example/";
const ARTICLE = "https://daily.example/2026/05/17/harbour-plan-passes";

const FRONT = `<!doctype html><html><head><title>The Daily - News</title>
  <meta property="og:site_name" content="The Daily"><meta property="og:type" content="website">
  <link rel="alternate" type="application/rss+xml" title="All &amp; everything" href="/rss.xml">
  <link rel="alternate" type="application/atom+xml" href="feed://daily.example/atom">
  <link rel="alternate" hreflang="de" href="https://daily.example/de/">
  <link rel="alternate" type="application/json+oembed" href="/oembed?url=x">
  <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/7"></head>
  <body><nav><a href="/politics">Politics</a><a href="/politics/our-new-harbour-plan">Our harbour plan</a></nav>
  <main>
    <a href="/2026/05/17/harbour-plan-passes"><img src="x.jpg"></a>
    <h2><a href="/2026/05/17/harbour-plan-passes?utm_source=front">Harbour plan <b>passes</b> at last</a></h2>
    <a href="/2026/05/17/harbour-plan-passes#comments">12 comments on this</a>
    <a href="/2026/05/16/storm"><span>Weather desk</span><h3>Storm hits the old quay</h3><p>A long summary of the story</p></a>
    <a href="/2026/05/15/strike">Read more</a>
    <a href="/2026/05/14/bridge" title="The bridge is closed again"><img src="y.jpg"></a>
    <a href="https://other.example/2026/05/17/a-story-of-another-site">A story of another site</a>
    <a href="/author/anna">Anna of the Harbour Desk Team</a>
    <a href="/rss/politics.xml">RSS politics</a>
    <a href="/2026/05/17/plan.pdf">The whole plan as a file</a>
  </main></body></html>`;

test("a front page gives its declared feeds and nothing that merely looks like them", () => {
  const page = readPage(FRONT, HOME);
  assert.deepEqual(page.feeds, [
    { url: "https://daily.example/rss.xml", kind: "rss", title: "All & everything" },
    { url: "https://daily.example/atom", kind: "atom", title: null },
  ]);
  assert.deepEqual(
    page.linkedFeeds.map((feed) => feed.url),
    ["https://daily.example/rss/politics.xml"],
  );
  assert.equal(page.siteName, "The Daily");
  assert.equal(page.looksLikeArticle, false);
});

test("links to articles are named by their headline and listed once", () => {
  assert.deepEqual(
    readPage(FRONT, HOME).articles.map(({ url, title }) => [new URL(url).pathname, title]),
    [
      ["/2026/05/17/harbour-plan-passes", "Harbour plan passes at last"],
      ["/2026/05/16/storm", "Storm hits the old quay"],
      ["/2026/05/14/bridge", "The bridge is closed again"],
    ],
  );
});

test("a text that names several links names none", () => {
  const html = ["one", "two"]
    .map((slug) => `<a href="/2026/05/17/harbour-${slug}">News from our desk today</a>`)
    .join("");
  assert.deepEqual(
    readPage(html, HOME).articles.map(({ title }) => title),
    [null, null],
  );
});

test("scripts without spaces are headlines too", () => {
  const html =
    '<a href="/articles/20260517001">港の新しい計画が市議会で可決された</a><a href="/articles/">記事一覧</a>';
  assert.deepEqual(
    readPage(html, HOME).articles.map(({ title }) => title),
    ["港の新しい計画が市議会で可決された"],
  );
});

test("relative links follow the base element", () => {
  const html = '<base href="https://daily.example/x/"><a href="2026/05/17/harbour">Harbour plan passes at last</a>';
  assert.equal(readPage(html, HOME).articles[0]?.url, "https://daily.example/x/2026/05/17/harbour");
});

const json = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const news = { "@type": "NewsArticle", headline: "Harbour" };

const ARTICLE_OR_NOT: readonly (readonly [name: string, url: string, html: string, expected: boolean])[] = [
  ["JSON-LD", "https://daily.example/harbour", json(news), true],
  ["JSON-LD in a graph", "https://daily.example/harbour", json({ "@graph": [{ "@type": "WebSite" }, news] }), true],
  [
    "JSON-LD with many types",
    "https://daily.example/harbour",
    json([{ ...news, "@type": ["Article", "NewsArticle"] }]),
    true,
  ],
  ["teasers of a section", "https://daily.example/politics", json([news, news, news]), false],
  [
    "teasers in a list",
    "https://daily.example/politics",
    json({ "@type": "ItemList", itemListElement: [news] }),
    false,
  ],
  ["og:type and address", ARTICLE, '<meta property="og:type" content="article">', true],
  [
    "og:type and time",
    "https://daily.example/harbour",
    '<meta property="og:type" content="article"><meta property="article:published_time" content="2026">',
    true,
  ],
  ["address alone", ARTICLE, "<p>Text</p>", true],
  ["og:type on a section", "https://daily.example/politics/", '<meta property="og:type" content="article">', false],
  ["home page with everything", HOME, `${json(news)}<meta property="og:type" content="article">`, false],
  ["nothing", "https://daily.example/politics", "<p>Text</p>", false],
  [
    "broken JSON-LD",
    "https://daily.example/politics",
    '<script type="application/ld+json">{"@type":"NewsArticle"</script>',
    false,
  ],
];

test("articles are told from sections by the sum of the signs", () => {
  for (const [name, url, html, expected] of ARTICLE_OR_NOT) {
    assert.equal(readPage(html, url).looksLikeArticle, expected, name);
  }
});

test("a canonical address counts only at the same site and not as a mere home page", () => {
  const canonical = (href: string) =>
    readPage(`<link rel="canonical" href="${href}">`, `${ARTICLE}?page=2`).canonicalUrl;
  assert.equal(canonical(ARTICLE), ARTICLE);
  assert.equal(canonical("https://m.daily.example/a"), "https://m.daily.example/a");
  assert.equal(canonical("https://other.example/a"), `${ARTICLE}?page=2`);
  assert.equal(canonical("/"), `${ARTICLE}?page=2`);
});
