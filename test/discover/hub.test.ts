import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { readFeed } from "#discover/feed";
import { hubNames, MAX_HUBS, noLinks } from "#discover/hub";
import { readLinkHeader } from "#discover/link-header";
import { readPage } from "#discover/page";

const FEED = "https://daily.example/feeds/news.xml";

function linksIn(text: string) {
  const read = readFeed({ bytes: new Uint8Array(), text, url: FEED, contentType: null });
  assert.ok(read.ok, JSON.stringify(read));
  return read.value.links;
}

const atom = (links: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>D</title>${links}</feed>`;
const rss = (links: string) =>
  `<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><title>D</title>${links}</channel></rss>`;
const json = (feed: object) => JSON.stringify({ version: "https://jsonfeed.org/version/1.1", items: [], ...feed });

const HEADERS: readonly (readonly [name: string, value: string, links: readonly (readonly [string, string])[]])[] = [
  ["one", '<https://h.example/>; rel="hub"', [["https://h.example/", "hub"]]],
  ["without quotes", "<https://h.example/>;rel=hub", [["https://h.example/", "hub"]]],
  [
    "several, one of many rels",
    '<https://h.example/>; rel="HUB", </f>; title="a, b; \\"rel=x\\""; rel="self  canonical"',
    [
      ["https://h.example/", "hub"],
      ["/f", "self canonical"],
    ],
  ],
  [
    "commas and semicolons in an address",
    "<https://h.example/?a=1,2;3>; rel=hub",
    [["https://h.example/?a=1,2;3", "hub"]],
  ],
  ["the first rel counts", "<https://h.example/>; rel=hub; rel=self", [["https://h.example/", "hub"]]],
  [
    "parameters without a value",
    "</a.css>; rel=preload; as=style; nopush; crossorigin, </b>; rel=hub",
    [
      ["/a.css", "preload"],
      ["/b", "hub"],
    ],
  ],
  ["blanks everywhere", '  < https://h.example/ > ; rel = "hub" ', [["https://h.example/", "hub"]]],
  ["a link of something else", '<https://h.example/>; rel=hub; anchor="#comments", </f>; rel=self', [["/f", "self"]]],
  ["an empty element", ", ,<https://h.example/>; rel=hub,", [["https://h.example/", "hub"]]],
  ["no rel", "<https://h.example/>", [["https://h.example/", ""]]],
  [
    "a quote that is never closed",
    '<https://h.example/>; title="x, </f>; rel=self',
    [
      ["https://h.example/", ""],
      ["/f", "self"],
    ],
  ],
  ["nothing of the kind", "https://h.example/; rel=hub", []],
  ["an address that is never closed", "<https://h.example/; rel=hub", []],
];

suite("Link headers", () => {
  for (const [name, value, links] of HEADERS)
    test(name, () => {
      const read = readLinkHeader(value).map(({ target, rels }) => [target, rels.join(" ")]);
      assert.deepEqual(read, links);
    });

  test("law: nothing is thrown, and a link that was written is read, whatever stands before it", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>;,="\\ arelhub') }), (noise) => {
        readLinkHeader(noise);
        const links = readLinkHeader(`<https://h.example/>; title="${noise.replace(/["\\]/g, "")}"; rel="hub self"`);
        assert.deepEqual(links[0], { target: "https://h.example/", rels: ["hub", "self"] });
      }),
    );
  });

  test("are read in bounded time, and a hundred at most", () => {
    const startedAt = process.cpuUsage();
    for (const piece of ["<", '<a>;a="', "<a>;;;;", "<a>,", ' ;a="\\'])
      assert.ok(readLinkHeader(piece.repeat(1_000_000)).length <= 100);
    const { user, system } = process.cpuUsage(startedAt);
    assert.ok(user + system < 500_000, `${user + system} µs`);
  });
});

const DOCUMENTS: readonly (readonly [name: string, text: string, hubs: readonly string[], topic: string])[] = [
  [
    "Atom",
    atom('<link rel="hub" href="https://h.example/"/><link rel="self" href="https://daily.example/atom"/>'),
    ["https://h.example/"],
    "https://daily.example/atom",
  ],
  [
    "Atom, relative to xml:base",
    atom('<link rel="hub" href="/hub" xml:base="https://h.example/x/"/>'),
    ["https://h.example/hub"],
    FEED,
  ],
  [
    "RSS with Atom links under any prefix",
    rss(
      '<link>https://daily.example/</link><a:link rel="hub" href="https://h.example/"/><a:link rel="self" href="/rss"/>',
    ),
    ["https://h.example/"],
    "https://daily.example/rss",
  ],
  ["RSS without self", rss('<a:link rel="hub" href="https://h.example/"/>'), ["https://h.example/"], FEED],
  ["links of an item are not the feed's", rss('<item><a:link rel="hub" href="https://h.example/"/></item>'), [], FEED],
  ["a hub as text is none", rss("<link>https://daily.example/</link><hub>https://h.example/</hub>"), [], FEED],
  [
    "JSON Feed",
    json({ feed_url: "https://daily.example/json", hubs: [{ type: "WebSub", url: "https://h.example/" }] }),
    ["https://h.example/"],
    "https://daily.example/json",
  ],
  [
    "JSON Feed with hubs of other types, and nonsense",
    json({
      feed_url: 7,
      hubs: [null, "x", { type: "rssCloud", url: "https://c.example/" }, { type: "websub", url: 5 }],
    }),
    [],
    FEED,
  ],
  [
    "addresses that may not be followed",
    atom(
      [
        "ftp://h.example/",
        "javascript:alert(1)",
        "https://user:secret@h.example/",
        "https://user@h.example/",
        `https://h.example/${"x".repeat(3000)}`,
        "",
        "http://[",
      ]
        .map((href) => `<link rel="hub" href="${href}"/>`)
        .join(""),
    ),
    [],
    FEED,
  ],
];

suite("hubs of a feed", () => {
  for (const [name, text, hubs, topic] of DOCUMENTS)
    test(name, () => assert.deepEqual(hubNames(undefined, linksIn(text), FEED), { hubs, topic }));

  test("headers win over the document, each relation by itself", () => {
    const links = linksIn(atom('<link rel="hub" href="https://doc.example/"/><link rel="self" href="/doc"/>'));
    const hub = '<https://header.example/>; rel="hub"';
    assert.deepEqual(hubNames(hub, links, FEED), {
      hubs: ["https://header.example/"],
      topic: "https://daily.example/doc",
    });
    assert.deepEqual(hubNames("</header>; rel=self", links, FEED), {
      hubs: ["https://doc.example/"],
      topic: "https://daily.example/header",
    });
    assert.equal(
      hubNames("<ftp://x/>; rel=hub", links, FEED).hubs[0],
      "https://doc.example/",
      "one that may not be followed counts for nothing",
    );
  });

  test("are bounded in number, each once", () => {
    const many = Array.from({ length: 50 }, (_, i) => `<https://h${i}.example/>; rel=hub`);
    assert.equal(hubNames(many.join(), noLinks(FEED), FEED).hubs.length, MAX_HUBS);
    assert.deepEqual(hubNames("</h>; rel=hub, </h>; rel=hub", noLinks(FEED), FEED).hubs, ["https://daily.example/h"]);
    const inDocument = linksIn(atom('<link rel="hub" href="https://h.example/"/>'.repeat(50)));
    assert.ok(inDocument.hubs.length <= MAX_HUBS);
  });

  test("a page names them in its head", () => {
    const html =
      '<head><base href="https://daily.example/x/"><link rel="hub" href="../hub"><link rel="self" href="."></head>';
    assert.deepEqual(hubNames(undefined, readPage(html, "https://daily.example/").links, "https://daily.example/"), {
      hubs: ["https://daily.example/hub"],
      topic: "https://daily.example/x/",
    });
  });
});
