import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import type { VersionText } from "#model/version";
import { entryHtml } from "#publish/feed/entry-html";
import { compareTexts } from "#view/compare/collator";
import { fragmentElements, textOf } from "./dom.ts";
import { openSite } from "./site.ts";

test("the three formats hold the same entries, newest first", async (t) => {
  const { text } = await openSite(t);
  const atom = parseAtomFeed(await text("/feed.atom"));
  const rss = parseRssFeed(await text("/feed.rss"));
  const json = parseJsonFeed(JSON.parse(await text("/feed.json")));
  const ids = atom.entries!.map((entry) => entry.id);
  assert.equal(new Set(ids).size, 6);
  assert.deepEqual(
    rss.items!.map((item) => item.guid?.value),
    ids,
  );
  assert.deepEqual(
    json.items!.map((item) => item.id),
    ids,
  );
  const times = atom.entries!.map((entry) => Date.parse(entry.updated!));
  assert.deepEqual(
    times.slice(0, 3),
    [...times.slice(0, 3)].sort((a, b) => b - a),
  );
  assert.match(
    atom.entries![0]!.title!.value!,
    /^Three hurt as night ferry runs aground off Skerrow with 221 aboard \[.+; correction note, .+\]$/,
  );
  assert.equal(rss.items![0]!.title, atom.entries![0]!.title!.value);
});

test("an entry holds the marked-up difference and leads to the page of the change", async (t) => {
  const { text, ids } = await openSite(t);
  const entry = parseAtomFeed(await text(`/articles/${ids.ferry}/feed.atom`)).entries![1]!;
  const marked = fragmentElements(entry.content!.value!);
  assert.ok(marked.some((each) => each.tagName === "del" && textOf(each) === "212"));
  assert.ok(marked.some((each) => each.tagName === "ins" && textOf(each) === "221"));
  assert.equal(entry.links![0]!.href, `http://localhost/articles/${ids.ferry}/changes/1..2`);
});

test("an entry names the kinds of its labels, their reasons, its rank and its silence", async (t) => {
  const { text, ids } = await openSite(t);
  const path = `/articles/${ids.ferry}/feed`;
  const { summary } = JSON.parse(await text(`/articles/${ids.ferry}/changes/1..2.json`)) as {
    summary: { labels: { kind: string; reason: string }[]; rank: number; silent: boolean };
  };
  assert.ok(summary.silent && summary.labels.length > 0);
  const kinds = [...new Set(summary.labels.map(({ kind }) => kind))];
  const entry = parseAtomFeed(await text(`${path}.atom`)).entries![1]!;
  assert.deepEqual(
    entry.categories!.map(({ term }) => term),
    [...kinds, "silent"],
  );
  const said = fragmentElements(entry.content!.value!).map(textOf).join("\n");
  assert.ok(said.includes(summary.labels[0]!.reason), said);
  assert.ok(said.includes(`(${summary.rank.toFixed(2)})`) && said.includes("Silent edit"), said);
  const rss = parseRssFeed(await text(`${path}.rss`)).items![1]!;
  assert.equal(rss.categories!.at(-1)!.name, "silent edit");
  const json = (JSON.parse(await text(`${path}.json`)) as { items: { tags: string[]; _variorum: unknown }[] })
    .items[1]!;
  assert.deepEqual(json._variorum, { rank: summary.rank, silent: true, labels: summary.labels });
  assert.equal(json.tags.length, kinds.length + 1);
});

test("ids stay the same under whatever name the site is reached, also when it gets a public one", async (t) => {
  const local = await openSite(t);
  const id = parseAtomFeed(await local.text("/feed.atom")).entries![0]!.id;
  assert.equal(id, `tag:localhost,2026:articles/${local.ids.ferry}/changes/2..3`);
  const open = await openSite(t, { publicUrl: "https://variorum.example.org/" });
  const feed = parseAtomFeed(await open.text("/feed.atom"));
  assert.equal(feed.entries![0]!.id, `tag:localhost,2026:articles/${open.ids.ferry}/changes/2..3`);
  assert.equal(
    feed.entries![0]!.links![0]!.href,
    `https://variorum.example.org/articles/${open.ids.ferry}/changes/2..3`,
  );
});

test("feeds of source, article and search hold what they are named after", async (t) => {
  const { text, ids, sources } = await openSite(t);
  const count = async (path: string) => parseAtomFeed(await text(path)).entries?.length ?? 0;
  assert.equal(await count(`/sources/${sources.sahifa}/feed.atom`), 2);
  assert.equal(await count(`/articles/${ids.ferry}/feed.atom`), 2);
  assert.equal(await count("/search/feed.atom?q=ferry"), 1);
  assert.equal(await count("/search/feed.atom?q=xylophone"), 0);
});

test("a reader that asks again gets 304, by tag or by date, until there is news", async (t) => {
  const { get, ids } = await openSite(t);
  for (const path of [
    "/feed.atom",
    "/feed.rss",
    "/feed.json",
    `/articles/${ids.ferry}/feed.atom`,
    "/search/feed.rss?q=ferry",
  ]) {
    const first = await get(path);
    const etag = first.headers.get("etag")!;
    const date = first.headers.get("last-modified")!;
    assert.equal((await get(path, { "if-none-match": etag })).status, 304, path);
    assert.equal((await get(path, { "if-none-match": `"x", ${etag.replace("W/", "")}` })).status, 304, path);
    assert.equal((await get(path, { "if-modified-since": date })).status, 304, path);
    assert.equal((await get(path, { "if-none-match": '"x"', "if-modified-since": date })).status, 200, path);
    const dayBefore = new Date(Date.parse(date) - 86_400_000).toUTCString();
    assert.equal((await get(path, { "if-modified-since": dayBefore })).status, 200, path);
  }
});

test("pages name their feeds for feed readers to find", async (t) => {
  const { text, get, ids, sources } = await openSite(t);
  for (const path of ["/", `/sources/${sources.ledger}`, `/articles/${ids.ferry}`, "/search?q=ferry"]) {
    const links = [
      ...(await text(path)).matchAll(
        /<link rel="alternate" type="application\/[a-z]+\+(?:xml|json)" title="[^"]+" href="([^"]+)">/g,
      ),
    ];
    assert.equal(links.length, 3, path);
    for (const [, href] of links) assert.equal((await get(href!.replaceAll("&amp;", "&"))).status, 200, href);
  }
});

test("feeds are served as what they are", async (t) => {
  const { get } = await openSite(t);
  assert.equal((await get("/feed.atom")).headers.get("content-type"), "application/atom+xml; charset=utf-8");
  assert.equal((await get("/feed.rss")).headers.get("content-type"), "application/rss+xml; charset=utf-8");
  assert.equal((await get("/feed.json")).headers.get("content-type"), "application/feed+json; charset=utf-8");
});

test("what a reader of RSS takes as HTML shows the text that it is", async (t) => {
  const { text } = await openSite(t);
  const q = '<img src=x onerror=alert(1)> &lt;b&gt; "salt & pepper"';
  const rss = parseRssFeed(await text(`/search/feed.rss?q=${encodeURIComponent(q)}`));
  for (const said of [rss.title!, rss.description!]) {
    assert.doesNotMatch(said, /</, said);
    const [paragraph] = fragmentElements(`<p>${said}</p>`);
    assert.ok(textOf(paragraph!).endsWith(q), said);
  }
  assert.match(rss.title!, /salt & pepper/, "a plain sign is left as it is");
});

test("an entry sets rows of a table as a table, and says what the publisher struck", () => {
  const version = (blocks: VersionText["blocks"]): VersionText => ({
    ...{ headline: "The count", standfirst: null, corrections: [] },
    blocks: [{ kind: "paragraph", text: "The count was published on Friday morning." }, ...blocks],
  });
  const said = "The mayor left early, according to two of the guests.";
  const old = version([
    { kind: "row", text: "Harbour | 61 | 39" },
    { kind: "row", text: "Pier | 4 | 5" },
    { kind: "paragraph", text: said },
  ]);
  const now = version([
    { kind: "row", text: "Harbour | 16 | 39" },
    { kind: "row", text: "Pier | 4 | 6" },
    { kind: "paragraph", text: said, spans: [{ from: 0, to: said.length, kind: "struck" }] },
  ]);
  const { parts, summary } = compareTexts(old, now, "en");
  const marked = String(entryHtml(parts, summary, "Two paragraphs edited", "https://variorum.example/"));
  const rows = fragmentElements(marked).filter(({ tagName }) => tagName === "tr");
  assert.deepEqual(
    rows.map((row) => textOf(row).replace(/\s+/g, " ").trim()),
    ["Harbour 61 16 39", "Pier 4 5 6"],
  );
  assert.match(marked, /<td><del>61<\/del> <ins>16<\/ins> <\/td>/);
  assert.ok(!marked.includes(`<ins>${said}`));
  assert.ok(marked.includes(`<del>${said}</del> <em>[struck by the publisher]</em>`));
});
