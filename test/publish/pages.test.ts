import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { openStore } from "#store/open";
import { texts } from "./dom.ts";
import { openSite, siteOver } from "./site.ts";

test("every page answers 200 in HTML, with a title and the site's name", async (t) => {
  const { get, ids, sources } = await openSite(t);
  const paths = [
    "/",
    `/?source=${sources.ledger}`,
    `/articles/${ids.ferry}`,
    `/articles/${ids.ferry}/looks`,
    `/articles/${ids.ferry}/versions/2`,
    `/articles/${ids.ferry}/changes/1..2`,
    `/articles/${ids.ferry}/changes/1..3?view=inline`,
    `/articles/${ids.ferry}/changes/1..3?view=changes`,
    "/sources",
    `/sources/${sources.sahifa}`,
    "/search",
    "/search?q=ferry",
    "/health",
    "/ledger",
    "/about",
  ];
  for (const path of paths) {
    const answer = await get(path);
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers.get("content-type"), "text/html; charset=utf-8", path);
    assert.match(await answer.text(), /<title>[^<]*Variorum<\/title>/, path);
  }
});

test("the front page tells the newest change first, with source, line and marked sample", async (t) => {
  const { text } = await openSite(t);
  const page = await text("/");
  assert.equal(texts(page, "h3")[0], "Three hurt as night ferry runs aground off Skerrow with 221 aboard");
  assert.equal(texts(page, "p", "kicker")[0], "The Harbour Ledger");
  assert.match(
    texts(page, "p", "apparatus")[1]!,
    /^Correction note added, two paragraphs edited, one split, one merged and one moved \(\d+ words in, \d+ out\)\. Version 3 of 3$/,
  );
  assert.match(texts(page, "ins")[0]!, /^Correction: an earlier version/);
  assert.ok(texts(page, "del").includes("来春") && texts(page, "ins").includes("来秋"));
  assert.equal(texts(page, "h2")[0], "Saturday 21 November 2026");
});

test("the front page is paged by key and can be narrowed to a source", async (t) => {
  const { text, sources } = await openSite(t);
  const all = texts(await text("/"), "h3");
  const narrowed = texts(await text(`/?source=${sources.sahifa}`), "h3");
  assert.ok(narrowed.length > 0 && narrowed.length < all.length);
  const older = await text("/?before=2");
  assert.deepEqual(texts(older, "h3"), ["Second Orrin tube delayed by two years"]);
  assert.match(older, /changes\/1\.\.2"/);
  assert.doesNotMatch(older, /changes\/2\.\.3"/);
});

test("an article's page lists its versions with the time between them and between which looks they were made", async (t) => {
  const { text, ids } = await openSite(t);
  const page = await text(`/articles/${ids.ferry}`);
  assert.match(page, /about 2 hours later/);
  assert.match(page, /about 3 hours later/);
  assert.match(
    texts(page, "p", "bounds")[0]!,
    /^Edited between 12:08 \(old text last seen\) and 13:32 \(new text first seen\)\. Date not raised\.$/,
  );
  const facts = Object.fromEntries(texts(page, "dt").map((name, i) => [name, texts(page, "dd")[i]]));
  assert.equal(facts["Changed"], "twice, last 28 minutes ago");
  assert.equal(facts["Next look"], "in 44 minutes");
  assert.match(page, /href="https:\/\/ledger\.example\/2026\/11\/21\/night-ferry-skerrow" rel="noopener nofollow"/);
});

test("the log tells what each look met, what was decided and why; quiet looks in a row unfold", async (t) => {
  const { text, ids } = await openSite(t);
  const looks = texts(await text(`/articles/${ids.ferry}/looks`), "li", "look");
  assert.equal(looks.length, 9);
  assert.match(looks[0]!.trim(), /^16:24 Same text, version 3 The server says it is unchanged \(304\)\.$/);
  assert.match(looks[1]!.trim(), /^16:02 New text: version 3 The text reads differently\./);
  assert.ok(looks.some((look) => /^ ?14:54 Walled off A consent page stood in place of the text\.$/.test(look)));
  assert.ok(looks.some((look) => /^ ?12:50 Failed The server answered 503; asked again later\.$/.test(look)));
});

test("an article that is no longer checked says why; alternating texts are called so", async (t) => {
  const { text, ids } = await openSite(t);
  const page = await text(`/articles/${ids.tunnel}`);
  assert.match(page, /Hardly any edit is to be expected of it any more/);
  assert.equal(texts(page, "span", "tag").filter((tag) => tag === "alternating").length, 2);
});

test("side by side: both texts whole, edits marked, times over the columns, neighbours linked", async (t) => {
  const { text, ids } = await openSite(t);
  const page = await text(`/articles/${ids.ferry}/changes/1..2`);
  assert.deepEqual(
    texts(page, "div", "witness").map((head) => head.trim()),
    [
      "Version 1 first seen 21 Nov 2026, 11:30 UTC, last 12:08",
      "Version 2 about 2 hours later first seen 21 Nov 2026, 13:32 UTC, last 15:38",
    ],
  );
  assert.ok(texts(page, "del").includes("212") && texts(page, "ins").includes("221"));
  assert.match(page, /<link rel="next" href="\/articles\/\d+\/changes\/2\.\.3">/);
  assert.doesNotMatch(page, /<link rel="prev"/);
  assert.match(page, /<span class="say" dir="ltr" lang="en">removed: <\/span>/);
});

test("moves are labelled at both places, splits and merges as such, unchanged stretches folded", async (t) => {
  const { text, ids } = await openSite(t);
  const page = await text(`/articles/${ids.ferry}/changes/2..3`);
  const labels = texts(page, "p", "label");
  assert.deepEqual(labels, [
    "One paragraph split into two",
    "Moved up from below, formerly paragraph 6",
    "Moved up from here, now paragraph 4",
    "Two paragraphs merged into one",
  ]);
  const [, anchor, number] = /href="#(e(\d+))">Moved up from here/.exec(page)!;
  assert.match(page, new RegExp(`<div class="row edited moved up" id="${anchor}" data-edit="${number}">`));
  assert.match(page, /<a class="end" href="#left-body-6">Moved up from below/);
  assert.match(page, /id="left-body-6"/);
});

test("the head tells what a change did and its bounds, also over several versions", async (t) => {
  const { text, ids } = await openSite(t);
  const head = async (pair: string) => {
    const page = await text(`/articles/${ids.ferry}/changes/${pair}`);
    return [texts(page, "p", "apparatus")[0], texts(page, "p", "bounds")[0]];
  };
  const [did, between] = await head("2..3");
  assert.match(did!, /^Correction note added, .*one split, one merged and one moved: \d+ edits in \d+ places, /);
  assert.match(
    between!,
    /^Edited between 15:38 \(old text last seen\) and 16:02 \(new text first seen\)\. Date raised to 21 Nov 2026, 15:59 UTC\.$/,
  );
  assert.match(
    (await head("1..3"))[1]!,
    /^Edited in two steps between .*12:08 UTC \(version 1 last seen\) and .*16:02 UTC/,
  );
});

test("any pair can be chosen; a pair the wrong way round is turned", async (t) => {
  const { get, ids } = await openSite(t);
  const cases: [string, string][] = [
    [`changes?from=3&to=1`, `/articles/${ids.ferry}/changes/1..3`],
    [`changes?from=1&to=2&view=inline`, `/articles/${ids.ferry}/changes/1..2?view=inline`],
    [`changes/3..2`, `/articles/${ids.ferry}/changes/2..3`],
  ];
  for (const [path, target] of cases) {
    const answer = await get(`/articles/${ids.ferry}/${path}`);
    assert.equal(answer.status, 302, path);
    assert.equal(answer.headers.get("location"), target);
  }
});

test("an address with a slash too many leads to the right one", async (t) => {
  const { get } = await openSite(t);
  const answer = await get("/sources/");
  assert.equal(answer.status, 301);
  assert.equal(answer.headers.get("location"), "http://localhost/sources");
});

test("texts carry their language and find their own direction", async (t) => {
  const { text, ids } = await openSite(t);
  assert.match(await text(`/articles/${ids.arabic}/changes/1..2`), /<div class="side" lang="ar">/);
  assert.match(await text(`/articles/${ids.japanese}/versions/1`), /<h1 dir="auto" lang="ja">/);
});

test("search marks what it matched and says what is gone", async (t) => {
  const { text } = await openSite(t);
  assert.ok(texts(await text("/search?q=ferry"), "mark").includes("ferry"));
  assert.match(await text(`/search?q=${encodeURIComponent('"cooperating fully"')}`), /edited away since/);
  assert.match(await text("/search?q=xylophone"), /No version has/);
});

const REFUSALS: readonly (readonly [string, number, RegExp])[] = [
  ["/nowhere", 404, /There is nothing at this address/],
  ["/articles/999", 404, /No article has this number/],
  ["/articles/0", 404, /No article has this number/],
  ["/articles/1e3", 404, /No article has this number/],
  ["/articles/1/versions/99", 404, /3 versions\.<\/p><p><a href="\/articles\/1">/],
  ["/articles/1/changes/1..99", 404, /3 versions\.<\/p><p><a href="\/articles\/1">/],
  ["/articles/1/changes/1..1", 400, /two different versions/],
  ["/articles/1/changes/x", 400, /two different versions/],
  ["/articles/1/changes?from=1", 400, /two different versions/],
  ["/articles/1/changes/1..2?view=upside-down", 400, /one of: side, inline, changes/],
  ["/?before=soon", 400, /whole number/],
  ["/sources/99", 404, /No source has this number/],
  ["/sources/99/feed.atom", 404, /No source has this number/],
  [`/search?q=${"x".repeat(301)}`, 400, /at most 300 characters/],
  ["/search/feed.atom", 400, /what to search for/],
  ["/feed.xml", 404, /nothing at this address/],
];

test("what cannot be answered is refused with a page that says what would be right", async (t) => {
  const { get } = await openSite(t);
  for (const [path, status, says] of REFUSALS) {
    const answer = await get(path);
    assert.equal(answer.status, status, path);
    assert.match((await answer.text()).replaceAll("&#39;", "'"), says, path);
  }
});

test("an empty store teaches how to begin", async (t) => {
  const store = await openStore(":memory:");
  t.after(() => store.close());
  const { get } = siteOver(store);
  for (const path of ["/", "/sources"])
    assert.match(await (await get(path)).text(), /variorum add https:\/\/news\.example/);
  for (const path of ["/health", "/search?q=x", "/feed.atom", "/feed.rss", "/feed.json", "/health.json"]) {
    assert.equal((await get(path)).status, 200, path);
  }
});

test("pages are checked before reuse: the same page again is 304", async (t) => {
  const { get, ids } = await openSite(t);
  for (const path of [
    "/",
    `/articles/${ids.ferry}`,
    `/articles/${ids.ferry}/changes/1..2`,
    `/articles/${ids.ferry}.json`,
  ]) {
    const etag = (await get(path)).headers.get("etag")!;
    assert.equal((await get(path, { "if-none-match": etag })).status, 304, path);
    assert.equal((await get(path, { "if-none-match": '"other"' })).status, 200, path);
  }
});

test("assets carry a hash of their content and may be kept for ever", async (t) => {
  const { get, text } = await openSite(t);
  const page = await text("/");
  const hrefs = [...page.matchAll(/"(\/assets\/[^"]+)"/g)].map((match) => match[1]!);
  assert.equal(hrefs.length, 3);
  for (const href of hrefs) {
    const answer = await get(href);
    assert.equal(answer.status, 200, href);
    assert.match(answer.headers.get("cache-control")!, /immutable/);
  }
  assert.equal((await get("/favicon.ico")).headers.get("content-type"), "image/svg+xml");
  assert.match(await text("/robots.txt"), /Disallow: \/search/);
});

test("the style sheet stays small", async (t) => {
  const { get, text } = await openSite(t);
  const href = /"(\/assets\/style[^"]+)"/.exec(await text("/"))![1]!;
  // As it travels: a tenth of a second of a slow phone.
  assert.ok(gzipSync(await (await get(href)).text()).length < 9_000);
});
