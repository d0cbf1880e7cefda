import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { parseAtomFeed } from "feedsmith";
import type { VersionHead } from "#model/version";
import { runningOf } from "#view/running";
import { texts } from "./dom.ts";
import { playLively } from "./lively.ts";
import { openSite } from "./site.ts";

const open = async (t: TestContext) => {
  const site = await openSite(t);
  return { ...site, lively: await playLively(site.store, site.sources.ledger) };
};

const heads = (live: string): readonly VersionHead[] =>
  [...live].map(
    (sign, i) => ({ number: i + 1, place: i + 1, live: sign === "l", firstSeenAt: i * 1000 }) as VersionHead,
  );

const RUNS: readonly (readonly [string, number, readonly [number, number] | null])[] = [
  ["lll", 3, [1, 3]],
  ["lll", 1, [1, 3]],
  [".ll.", 3, [2, 2]],
  [".ll.", 4, null],
  ["ll.lll", 5, [4, 3]],
  [".l.", 2, null],
  ["", 1, null],
];

test("the live versions in a row are one run, whichever of them is asked about", () => {
  for (const [live, number, wanted] of RUNS) {
    const running = runningOf(heads(live), number);
    assert.deepEqual(running && [running.from, running.versions], wanted, `${live} at ${number}`);
  }
});

test("a live page is one entry among the latest changes and at its source, leading to the article", async (t) => {
  const { text, lively, sources } = await open(t);
  for (const path of ["/", `/sources/${sources.ledger}`, "/?order=rank"]) {
    const items = texts(await text(path), "li", "change").filter((item) => item.includes("Storm live"));
    assert.equal(items.length, 1, path);
    assert.match(
      items[0]!.replace(/\s+/g, " "),
      /Live page, 6 versions since 12:10 .*Latest: One paragraph added .* Version 6/,
    );
  }
  assert.match(await text("/"), new RegExp(`<a href="/articles/${lively.live}">Storm live`));
  assert.match(await text(`/articles/${lively.live}`), /<p class="live">Live page, 6 versions since 12:10<\/p>/);
});

test("a search finds a live page once and says what it is", async (t) => {
  const { text } = await open(t);
  const hits = texts(await text("/search?q=bridge"), "p", "live");
  assert.deepEqual(hits, ["Live page, 6 versions since 12:10"]);
});

test("a live page is one entry of a feed under one id, and all its changes in the feed of its own", async (t) => {
  const { text, lively } = await open(t);
  const entries = parseAtomFeed(await text("/feed.atom")).entries!.filter((entry) =>
    entry.title!.value!.startsWith("Storm"),
  );
  assert.equal(entries.length, 1);
  assert.equal(entries[0]!.id, `tag:localhost,2026:articles/${lively.live}/live/1`);
  assert.equal(entries[0]!.title!.value, "Storm live: bridge closed, ferries waiting [live page]");
  assert.equal(new URL(entries[0]!.links![0]!.href!).pathname, `/articles/${lively.live}`);
  assert.match(entries[0]!.summary!.value!, /^Live page, 6 versions since 12:10\. Latest: One paragraph added/);
  const { items } = JSON.parse(await text("/feed.json")) as {
    items: { title: string; _variorum: { running?: { versions: number } } }[];
  };
  assert.deepEqual(
    items
      .map(({ title, _variorum }) => [title.startsWith("Storm"), _variorum.running?.versions])
      .filter(([, run]) => run),
    [[true, 6]],
  );
  assert.equal(parseAtomFeed(await text(`/articles/${lively.live}/feed.atom`)).entries!.length, 5);
  const found = parseAtomFeed(await text("/search/feed.atom?q=bridge")).entries!;
  assert.deepEqual(
    found.map((entry) => entry.id),
    [`tag:localhost,2026:articles/${lively.live}/live/1`],
  );
});
