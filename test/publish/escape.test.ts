import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { MINUTE_MS } from "#lib/clock";
import type { ArticleId, SourceId } from "#model/id";
import type { VersionFacts } from "#model/version";
import { contactLink, outLink } from "#publish/html/parts/links";
import { marked } from "#publish/marked";
import { openStore } from "#store/open";
import type { Store } from "#store/store";
import { variantPath } from "#view/addresses";
import { cleanText, safeHref, safeLanguage } from "#words/safe";
import { alive, type Vocabulary, vocabularyOf } from "./alive.ts";
import { playDecided } from "./decided.ts";
import { elementsOf, textOf, texts } from "./dom.ts";
import { PAYLOADS } from "./hostile.ts";
import { playLively } from "./lively.ts";
import { addSource, NOW, play, textFrom } from "./seed.ts";
import { openSite, siteOver } from "./site.ts";

async function vocabulary(t: Parameters<typeof openSite>[0]): Promise<Vocabulary> {
  const { text, ids, sources, store } = await openSite(t);
  const lively = await playLively(store, sources.ledger);
  const variants = [...(await store.reader.variants(lively.headlines)), ...(await store.reader.variants(lively.held))];
  const own = [...Object.values(ids), ...Object.values(lively)].flatMap((id) =>
    ["", "/looks", "/versions/1", "/versions/2", "/changes/1..2", "/changes/2..3", "/changes/1..2?view=inline"].map(
      (end) => `/articles/${id}${end}`,
    ),
  );
  const paths = [
    "/",
    "/sources",
    `/sources/${sources.ledger}`,
    "/search?q=ferry",
    "/search?q=nought",
    "/health",
    ...own,
    ...variants.map(({ articleId, hash }) => variantPath(articleId, hash)),
  ];
  return vocabularyOf(await Promise.all(paths.map(text)));
}

test("what is alive is found: the checks below are able to fail", () => {
  const words = vocabularyOf(['<p class="a"><a href="/">x</a></p>']);
  assert.deepEqual(alive('<p class="b"><a href="/y">x</a></p>', words), []);
  for (const bad of [
    "<img>",
    "<p onclick=x>",
    "<a href=javascript:x>y</a>",
    "<a href=//evil.example>y</a>",
    "<script></script>",
    "<a href='data:,x'>y</a>",
  ]) {
    assert.notDeepEqual(alive(bad, words), [], bad);
  }
});

/** An article all of whose facts and variants are one payload: a live page whose headline alternates, then a wall. */
async function playHostile(store: Store, source: SourceId, payload: string, nth: number): Promise<ArticleId> {
  const text = textFrom({ headline: payload, body: [payload, `${payload} and more`] });
  const other = { ...text, headline: `Or ${payload}` };
  const link = { url: payload, text: payload };
  const facts: VersionFacts = {
    section: payload,
    credits: [payload],
    leadImage: { url: payload, caption: payload },
    links: [link, { ...link, url: `https://s.example/${payload}` }],
    continuesAt: null,
    entries: [{ id: payload, at: payload, headline: payload, from: 0, to: 1 }],
  };
  const texts = [text, other, text, other, text, { ...text, standfirst: payload }];
  const looks = texts.map((each, i) => ({ at: NOW - (200 - 20 * i) * MINUTE_MS, text: each, live: true, facts }));
  const wall = { at: NOW - MINUTE_MS, outcome: "walled" as const, reason: payload };
  return playDecided(store, source, `https://l${nth}.example/${nth}`, [...looks, wall]);
}

test("nothing fetched comes alive in any page, and all of it is shown", async (t) => {
  const known = await vocabulary(t);
  const store = await openStore(":memory:");
  t.after(() => store.close());
  const { get } = siteOver(store);
  for (const [i, payload] of PAYLOADS.entries()) {
    const source = await addSource(store, payload, `https://s${i}.example/?q=${payload}`, NOW - 1e7);
    const text = {
      headline: payload,
      standfirst: payload,
      corrections: [payload],
      body: [payload, `# ${payload}`, `> ${payload}`, `- ${payload}`],
    };
    const edited = { ...text, headline: `Now ${payload} too`, body: [`${payload} and more`, payload] };
    const article = await play(store, source, {
      url: `https://s${i}.example/${i}?${payload}`,
      language: payload,
      byline: [payload],
      looks: [
        { minutesAgo: 9, text, reason: payload },
        { minutesAgo: 5, text: edited, reason: payload },
      ],
    });
    const lively = await playHostile(store, source, payload, i);
    const variants = await store.reader.variants(lively);
    assert.ok(variants.length > 1);
    const own = [
      "",
      "/looks",
      "/versions/1",
      "/versions/2",
      "/changes/1..2",
      "/changes/1..2?view=inline",
      "/changes/1..2?view=changes",
    ];
    const q = new URLSearchParams({ q: payload });
    const paths = [
      ...own.map((end) => `/articles/${article}${end}`),
      ...["", "/looks", "/versions/1"].map((end) => `/articles/${lively}${end}`),
      ...variants.map(({ hash }) => variantPath(lively, hash)),
      "/",
      "/sources",
      `/sources/${source}`,
      "/health",
      `/search?${q}`,
    ];
    for (const path of [...paths, `/?before=${payload}`, `/${encodeURIComponent(payload.toWellFormed())}`]) {
      assert.deepEqual(alive(await (await get(path)).text(), known), [], `${payload} at ${path}`);
    }
    const headline = elementsOf(await (await get(`/articles/${article}/versions/1`)).text()).find(
      (each) => each.tagName === "h1",
    )!;
    const stored = (await store.reader.version(article, 1))!.headline!;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: parsers replace these, as the standard tells them to.
    assert.equal(textOf(headline), stored.replace(/\u0000/g, "").replace(/\uD800/g, "\uFFFD"), "shown as it is");
  }
});

test("nothing fetched comes alive in feeds, and no character makes them unreadable", async (t) => {
  const store = await openStore(":memory:");
  t.after(() => store.close());
  const { text } = siteOver(store);
  const source = await addSource(store, PAYLOADS.join(" "), "https://s.example/", NOW - 1e7);
  for (const [i, payload] of PAYLOADS.entries()) {
    await play(store, source, {
      url: `https://s.example/${i}`,
      language: "en",
      byline: [],
      looks: [
        { minutesAgo: 9, text: { headline: payload, body: [payload] } },
        { minutesAgo: 5, text: { headline: payload, body: [`${payload} and more`] } },
      ],
    });
  }
  const words: Vocabulary = new Set([
    "html",
    "head",
    "body",
    "p",
    "p[dir]",
    "h3",
    "a",
    "a[href]",
    "em",
    "br",
    "del",
    "ins",
    "ul",
    "li",
    "b",
    "bdi",
  ]);
  const atom = parseAtomFeed(await text("/feed.atom")).entries!;
  const rss = parseRssFeed(await text("/feed.rss")).items!;
  const json = parseJsonFeed(JSON.parse(await text("/feed.json"))).items!;
  assert.equal(atom.length, PAYLOADS.length);
  for (const [i, payload] of PAYLOADS.toReversed().entries()) {
    for (const content of [atom[i]!.content!.value!, rss[i]!.description!, json[i]!.content_html!]) {
      assert.deepEqual(alive(content, words, "fragment"), [], payload);
    }
    const title = json[i]!.title!;
    assert.ok(title.startsWith(cleanText(payload)), title);
    assert.match(title.slice(cleanText(payload).length), /^(?: \[.+\])?$/s, "titles are plain text");
  }
  for (const path of ["/feed.atom", "/feed.rss"]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
    assert.doesNotMatch(await text(path), /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
    assert.doesNotMatch((await text(path)).replace(/<!\[CDATA\[.*?\]\]>/gs, ""), /<script|<img|<svg/i);
  }
});

const HREFS: readonly (readonly [string, string | null])[] = [
  ["https://news.example/a?b=c&d", "https://news.example/a?b=c&d"],
  ["HTTP://NEWS.EXAMPLE/", "http://news.example/"],
  ["https://user:secret@news.example/", "https://news.example/"],
  ["javascript:alert(1)", null],
  [" java\nscript:alert(1)", null],
  ["data:text/html,<script>alert(1)</script>", null],
  ["vbscript:x", null],
  ["//news.example/", null],
  ["/local", null],
  ["", null],
];

test("only web addresses become links", async () => {
  for (const [url, expected] of HREFS) assert.equal(safeHref(url), expected, url);
  assert.equal(texts(String(await outLink("javascript:alert(1)", "here")), "a").length, 0);
  assert.match(String(await outLink("https://news.example/", "here")), /rel="noopener nofollow"/);
  assert.match(String(await contactLink("desk@news.example")), /href="mailto:desk@news\.example"/);
  assert.doesNotMatch(String(await contactLink("javascript:alert(1)")), /href/);
});

test("only language tags become lang attributes", () => {
  for (const tag of ["en", "de-AT", "zh-Hant-TW", "sr-latn"]) assert.equal(safeLanguage(tag), tag);
  for (const tag of [null, "", "x", "english", 'en" onload', "en_GB", "-en", "en-"])
    assert.equal(safeLanguage(tag), undefined, String(tag));
});

test("marks that do not fit the text mark nothing", async () => {
  const shown = async (marks: [number, number][]) => String(await marked("a <b> c", marks));
  assert.equal(await shown([[2, 5]]), "a <mark>&lt;b&gt;</mark> c");
  assert.equal(
    await shown([
      [4, 2],
      [-1, 3],
      [6, 99],
    ]),
    "a &lt;b&gt; c",
  );
  assert.equal(
    await shown([
      [0, 1],
      [0, 3],
      [2, 5],
    ]),
    "<mark>a</mark> <mark>&lt;b&gt;</mark> c",
  );
});
