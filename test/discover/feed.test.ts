import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { FeedContent } from "#discover/content";
import { readFeed } from "#discover/feed";

const URL_ = "https://daily.example/feeds/news.xml";

function read(text: string, now?: number): FeedContent {
  const input = { bytes: new TextEncoder().encode(text), text, url: URL_, contentType: null };
  const result = readFeed(now === undefined ? input : { ...input, now });
  assert.ok(result.ok, result.ok ? "" : result.failure.message);
  return result.value;
}

const urlsOf = (text: string) => read(text).articles.map(({ url }) => url);
const titlesOf = (text: string) => read(text).articles.map(({ title }) => title);
const rss = (items: string) => `<rss version="2.0"><channel><title>Daily</title>${items}</channel></rss>`;
const item = (fields: string) => rss(`<item>${fields}</item>`);
const entry = (fields: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${fields}</entry></feed>`;
const LINK = "<link>https://daily.example/a</link>";

test("each format says what it is, where its home is, and lists its articles", () => {
  const whole = {
    rss: `<?xml version="1.0"?><rss version="0.91"><channel><title>Daily</title><link>https://daily.example/</link>
      <item><title>Harbour</title><link>https://daily.example/a</link><pubDate>Sun, 17 May 2026 10:00:00 GMT</pubDate></item></channel></rss>`,
    rdf: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://daily.example/"><title>Daily</title><link>https://daily.example/</link></channel>
      <item rdf:about="https://daily.example/a"><title>Harbour</title><link>https://daily.example/a</link><dc:date>2026-05-17T10:00:00Z</dc:date></item></rdf:RDF>`,
    atom: `<feed xmlns="http://www.w3.org/2005/Atom"><title>Daily</title><link rel="self" href="${URL_}"/><link href="https://daily.example/"/>
      <entry><title>Harbour</title><link href="https://daily.example/a"/><published>2026-05-17T10:00:00Z</published></entry></feed>`,
    json: JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "Daily",
      home_page_url: "https://daily.example/",
      items: [{ id: "1", url: "https://daily.example/a", title: "Harbour", date_published: "2026-05-17T10:00:00Z" }],
    }),
  };
  for (const [kind, text] of Object.entries(whole)) {
    const publishedAt = Date.UTC(2026, 4, 17, 10);
    const guid = kind === "json" ? { guid: "1" } : {};
    const articles = [{ url: "https://daily.example/a", title: "Harbour", publishedAt, updatedAt: null, ...guid }];
    const links = { hubs: [], self: kind === "atom" ? URL_ : null, base: URL_ };
    const expected = { kind, title: "Daily", homeUrl: "https://daily.example/", articles, more: [], links };
    assert.deepEqual(read(text), expected, kind);
  }
});

const LINKS: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
  ["relative", item("<link>/a?x=1</link>"), ["https://daily.example/a?x=1"]],
  ["line breaks and CDATA", item("<link>\n <![CDATA[https://daily.example/a]]>\n</link>"), ["https://daily.example/a"]],
  ["ampersands encoded twice", item("<link>/a?x=1&amp;amp;y=2</link>"), ["https://daily.example/a?x=1&y=2"]],
  ["bare ampersand", item("<link>/a?x=1&y=2</link>"), ["https://daily.example/a?x=1&y=2"]],
  ["no scheme", item("<link>www.daily.example/a</link>"), ["https://www.daily.example/a"]],
  ["tracking dropped", item("<link>/a?utm_source=rss&amp;id=5</link>"), ["https://daily.example/a?id=5"]],
  ["guid as link", item("<guid>https://daily.example/g</guid>"), ["https://daily.example/g"]],
  ["link before guid", item(`<guid>https://daily.example/g</guid>${LINK}`), ["https://daily.example/a"]],
  ["guid that is no link", item('<guid isPermaLink="false">4711</guid>'), []],
  [
    "behind a proxy",
    item(`${LINK}<feedburner:origLink>https://daily.example/o</feedburner:origLink>`),
    ["https://daily.example/o"],
  ],
  ["atom:link in RSS", item('<atom:link rel="alternate" href="/b"/>'), ["https://daily.example/b"]],
  [
    "not the enclosure",
    entry('<link rel="enclosure" href="/a.mp3"/><link rel="alternate" href="/a"/>'),
    ["https://daily.example/a"],
  ],
  [
    "HTML among alternates",
    entry('<link href="/a.json" type="application/json"/><link href="/a" type="text/html"/>'),
    ["https://daily.example/a"],
  ],
  ["id when nothing else", entry("<id>https://daily.example/i</id>"), ["https://daily.example/i"]],
  ["tag: id is no link", entry("<id>tag:daily.example,2026:1</id>"), []],
  ["xml:base", entry('<link xml:base="https://other.example/x/" href="a"/>'), ["https://other.example/x/a"]],
  [
    "inherited xml:base",
    `<feed xml:base="https://other.example/x/"><entry xml:base="y/"><link href="a"/></entry></feed>`,
    ["https://other.example/x/y/a"],
  ],
  [
    "base in force after a sibling's",
    `<feed><entry xml:base="https://o.example/"><link href="a"/></entry><entry><link href="a"/></entry></feed>`,
    ["https://o.example/a", "https://daily.example/feeds/a"],
  ],
  [
    "own prefix for Atom",
    `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:link href="/a"/></a:entry></a:feed>`,
    ["https://daily.example/a"],
  ],
  [
    "media and source are other people's",
    item(
      `<media:content><link>https://x.example/m</link></media:content><source><link>https://x.example/s</link></source>${LINK}`,
    ),
    ["https://daily.example/a"],
  ],
  [
    "javascript: and mailto:",
    rss("<item><link>javascript:alert(1)</link></item><item><link>mailto:a@daily.example</link></item>"),
    [],
  ],
  [
    "the same article twice",
    rss(`<item>${LINK}</item><item><link>http://www.daily.example/a/</link></item>`),
    ["https://daily.example/a"],
  ],
  [
    "RDF without link",
    `<rdf:RDF><item rdf:about="https://daily.example/a"><title>T</title></item></rdf:RDF>`,
    ["https://daily.example/a"],
  ],
];

test("the article's link is found among all that stand there", () => {
  for (const [name, text, expected] of LINKS) assert.deepEqual(urlsOf(text), expected, name);
});

const TITLES: readonly (readonly [name: string, text: string, expected: string | null])[] = [
  ["plain", item(`${LINK}<title>Harbour plan</title>`), "Harbour plan"],
  ["white space", item(`${LINK}<title>\n Harbour\t plan </title>`), "Harbour plan"],
  ["encoded tags", item(`${LINK}<title>Harbour &lt;b&gt;plan&lt;/b&gt;</title>`), "Harbour plan"],
  ["encoded twice", item(`${LINK}<title>Fish &amp;amp; chips &amp;#8217;</title>`), "Fish & chips ’"],
  ["HTML entity without declaration", item(`${LINK}<title>Caf&eacute; &hellip;</title>`), "Café …"],
  ["CDATA", item(`${LINK}<title><![CDATA[Fish &amp; chips <i>today</i>]]></title>`), "Fish & chips today"],
  ["meant literally", item(`${LINK}<title>Why &lt;canvas&gt; won; a &lt; b</title>`), "Why <canvas> won; a < b"],
  ["stray less-than", item(`${LINK}<title>1 < 2 & 3</title>`), "1 < 2 & 3"],
  [
    "Atom html",
    entry('<link href="/a"/><title type="html">&lt;em>Fish&lt;/em> &amp;amp; chips</title>'),
    "Fish & chips",
  ],
  ["Atom text", entry('<link href="/a"/><title type="text">The &lt;em&gt; tag</title>'), "The <em> tag"],
  [
    "Atom xhtml",
    entry(
      '<link href="/a"/><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Fish <b>&amp;</b> chips</div></title>',
    ),
    "Fish & chips",
  ],
  [
    "not the image's",
    item(`<media:title>Photo</media:title>${LINK}<image><title>Logo</title></image><title>Harbour</title>`),
    "Harbour",
  ],
  ["Dublin Core where that is all", item(`${LINK}<dc:title>Harbour</dc:title>`), "Harbour"],
  ["none", item(`${LINK}<title> </title>`), null],
  ["endless", item(`${LINK}<title>${"word ".repeat(5000)}</title>`), `${"word ".repeat(100).slice(0, 499).trimEnd()}…`],
];

test("titles come as one line of plain text", () => {
  for (const [name, text, expected] of TITLES) assert.deepEqual(titlesOf(text), [expected], name);
});

const BROKEN: readonly (readonly [name: string, text: string, expected: readonly (string | null)[]])[] = [
  [
    "cut off",
    `<rss><channel><item><title>One</title>${LINK}</item><item><title>Two</title><link>/b</link><descr`,
    ["One", "Two"],
  ],
  ["end tag of a title missing", item(`<title>One${LINK}</title>`), ["One"]],
  [
    "end tag of an item missing",
    rss(`<item><title>One</title>${LINK}<item><title>Two</title><link>/b</link></item>`),
    ["One", "Two"],
  ],
  [
    "raw HTML in a description",
    item(`<description><p>Text <br> <title>no</title></description>${LINK}<title>One</title>`),
    ["One"],
  ],
  [
    "notice before the prolog",
    `\n<br />Warning: include()\n<?xml version="1.0"?>${item(`${LINK}<title>One</title>`)}`,
    ["One"],
  ],
  ["upper case", `<RSS><CHANNEL><ITEM><TITLE>One</TITLE><LINK>/a</LINK></ITEM></CHANNEL></RSS>`, ["One"]],
  [
    "HTML doctype",
    `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x">${item(`${LINK}<title>One</title>`)}`,
    ["One"],
  ],
  ["items outside the channel", `<rss><channel/><item>${LINK}<title>One</title></item></rss>`, ["One"]],
];

test("broken feeds still give what stands in them", () => {
  for (const [name, text, expected] of BROKEN) assert.deepEqual(titlesOf(text), expected, name);
});

test("the newest come first, undated ones last as they stand", () => {
  const dated = (n: number, day: number) => `<item><link>/${n}</link><pubDate>${day} May 2026</pubDate></item>`;
  const text = rss(
    `<item><link>/u1</link></item>${dated(1, 3)}${dated(2, 9)}<item><link>/u2</link></item>${dated(3, 5)}`,
  );
  assert.deepEqual(
    urlsOf(text).map((url) => new URL(url).pathname),
    ["/2", "/3", "/1", "/u1", "/u2"],
  );
});

test("a date in the future is dropped, the article stays", () => {
  const text = item(`${LINK}<pubDate>Sun, 17 May 2026 10:00:00 GMT</pubDate>`);
  assert.equal(read(text, Date.UTC(2026, 4, 1)).articles[0]?.publishedAt, null);
  assert.notEqual(read(text, Date.UTC(2026, 4, 20)).articles[0]?.publishedAt, null);
});

test("updated and published are told apart", () => {
  const [article] = read(entry('<link href="/a"/><updated>2026-05-17T10:00:00Z</updated>')).articles;
  assert.deepEqual([article?.publishedAt, article?.updatedAt], [null, Date.UTC(2026, 4, 17, 10)]);
});

test("JSON Feed fields of the wrong type count as absent", () => {
  const feed = { items: [{ url: 5, id: "https://daily.example/i", title: [] }, null, { external_url: "/x" }, {}] };
  assert.deepEqual(urlsOf(JSON.stringify(feed)), ["https://daily.example/i", "https://daily.example/x"]);
});

test("what is no feed is said so", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["<!doctype html><title>Not found</title>", "not-a-feed"],
    ["", "not-a-feed"],
    ['{"version":"https://jsonfeed.org/version/1","items":[', "bad-feed"],
  ];
  for (const [text, code] of cases) {
    const result = readFeed({ bytes: new Uint8Array(), text, url: URL_, contentType: "application/rss+xml" });
    assert.equal(result.ok ? "ok" : result.failure.code, code, text);
  }
});

test("no soup of tags makes it throw, and every link found is a web address", () => {
  const piece = fc.constantFrom(
    "<item>",
    "</item>",
    "<link>",
    "</link>",
    "<title>",
    "</title>",
    "<entry>",
    "</entry>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    '<link href="/a"/>',
    "https://daily.example/a",
    "&amp;",
    "&bogus;",
    "<",
    ">",
    "&",
    "</channel>",
    "<a xml:base='//['>",
    "<guid>",
    "x",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      for (const { url } of read(`<rss>${pieces.join("")}`).articles) assert.match(url, /^https?:\/\//);
    }),
  );
});
