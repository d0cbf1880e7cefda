import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY_MS } from "#lib/clock";
import { openStore } from "#store/open";
import { changesByRank } from "#view/ranked";
import { texts } from "./dom.ts";
import { addSource, NOW, play } from "./seed.ts";
import { openSite, siteOver } from "./site.ts";

test("the most important first: by rank, within the last day or days", async (t) => {
  const { text } = await openSite(t);
  const day = await text("/?order=rank");
  const weights = texts(day, "span", "weight").map(Number);
  assert.ok(weights.length >= 2);
  assert.deepEqual(
    weights,
    weights.toSorted((a, b) => b - a),
  );
  const week = texts(await text("/?order=rank&days=7"), "h3");
  assert.ok(week.length > texts(day, "h3").length);
  assert.match(day, /Of the changes since <time datetime="2026-11-20T16:30/);
});

test("of more changes than can be weighed the newest are, and it says since when", async (t) => {
  const { store } = await openSite(t);
  const all = await changesByRank(store.reader, NOW, 30);
  assert.equal(all.since, NOW - 30 * DAY_MS);
  const newest = all.items.toSorted((a, b) => b.change.id - a.change.id).slice(0, 3);
  const some = await changesByRank(store.reader, NOW, 30, undefined, 3);
  assert.deepEqual(new Set(some.items.map(({ change }) => change.id)), new Set(newest.map(({ change }) => change.id)));
  assert.equal(some.since, newest.at(-1)!.change.seenAt);
});

test("the order can be narrowed to a source and says so when nothing changed", async (t) => {
  const { text, get, sources } = await openSite(t);
  const narrowed = await text(`/?order=rank&source=${sources.sahifa}`);
  assert.deepEqual(new Set(texts(narrowed, "p", "kicker")), new Set(["Sahīfat al-Mīnāʾ صحيفة الميناء"]));
  assert.match(narrowed, /<input type="hidden" name="order" value="rank">/);
  assert.equal((await get("/?order=best")).status, 400);
  assert.equal((await get("/?order=rank&days=9")).status, 400);
  const store = await openStore(":memory:");
  t.after(() => store.close());
  await addSource(store, "Quiet", "https://quiet.example/", NOW);
  assert.match(await siteOver(store).text("/?order=rank"), /No change was seen within the last day\./);
});

test("further changes of one article on one day stand under its newest, each with its link", async (t) => {
  const store = await openStore(":memory:");
  t.after(() => store.close());
  const source = await addSource(store, "Live", "https://live.example/", NOW - 1e7);
  const body = (toll: number) => ({ headline: "Flood in the valley", body: [`The flood killed ${toll} people.`] });
  const looks = [2, 5, 9, 14].map((toll, i) => ({ minutesAgo: 90 - 20 * i, text: body(toll) }));
  const script = { url: "https://live.example/flood", language: "en", byline: [], looks };
  const id = await play(store, source, script);
  const page = await siteOver(store).text("/");
  assert.deepEqual(texts(page, "h3"), ["Flood in the valley"]);
  for (const pair of ["1..2", "2..3", "3..4"]) assert.ok(page.includes(`/articles/${id}/changes/${pair}"`), pair);
  assert.deepEqual(texts(page, "summary"), ["2 other changes of this article"]);
});

test("a change that moved a paragraph and no word tells which", async (t) => {
  const store = await openStore(":memory:");
  t.after(() => store.close());
  const source = await addSource(store, "Post", "https://post.example/", NOW - 1e7);
  const body = [
    "The council met on Tuesday evening and spoke about the budget of the coming year.",
    "Nobody from the opposition took part; they had walked out before the first vote.",
    "A second reading of the plan is to follow in the last week of the month.",
    "The gallery was full of pensioners, who had come to hear what would become of the baths.",
  ];
  const looks = [body, [body[3]!, ...body.slice(0, 3)]].map((each, i) => ({
    minutesAgo: 90 - 30 * i,
    text: { headline: "Council meets", body: each },
  }));
  await play(store, source, { url: "https://post.example/council", language: "en", byline: [], looks });
  const page = await siteOver(store).text("/");
  assert.match(texts(page, "p", "hint")[0]!, /^A paragraph was moved: “The gallery was full/);
  assert.match(page, /One paragraph moved, no word changed/);
});

test("lists name the telling labels and mark silence beside them", async (t) => {
  const { text } = await openSite(t);
  const kinds = texts(await text("/"), "li", "chip");
  assert.ok(kinds.includes("number"), kinds.join());
  assert.ok(kinds.includes("silent"));
});

test("while changes still have the labels of an earlier release, the order says so", async (t) => {
  const { store, text } = await openSite(t);
  assert.doesNotMatch(await text("/?order=rank"), /earlier release/);
  const changes: typeof store.reader.changes = async (query) => {
    const page = await store.reader.changes(query);
    return { ...page, items: page.items.map((item) => ({ ...item, change: { ...item.change, labelledBy: "" } })) };
  };
  const earlier = siteOver({ ...store, reader: { ...store.reader, changes } });
  assert.match(await earlier.text("/?order=rank"), /\d+ changes of these have the labels of an earlier release/);
  assert.doesNotMatch(await earlier.text("/"), /earlier release/);
});
