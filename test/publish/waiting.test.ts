import assert from "node:assert/strict";
import { test } from "node:test";
import { MINUTE_MS } from "#lib/clock";
import { openSite } from "./site.ts";

test("articles from before that wait are counted on the source's, health and operator's pages, and are no news", async (t) => {
  const site = await openSite(t);
  const id = site.sources.ledger;
  const now = site.clock.now();
  const newest = async () => {
    const answer = await site.get(`/sources/${id}.json`);
    return (await answer.json()) as { waiting: number; waitingUntil: string | null; newestArticles: { id: number }[] };
  };
  const before = await newest();
  assert.deepEqual([before.waiting, before.waitingUntil], [0, null]);
  for (const path of [`/sources/${id}`, "/health"]) assert.doesNotMatch(await site.text(path), /from before/);

  const urls = Array.from({ length: 30 }, (_, at) => `https://ledger.example/2014/${at}`);
  const found = urls.map((url) => ({ url, title: "Of long ago", publishedAt: null, updatedAt: null }));
  await site.store.writer.addSeeds(id, found, { now, stepMs: MINUTE_MS });
  const said = /30 articles from before wait for their turn, until about \d+ \w+ 2026, \d\d:\d\d UTC/;
  for (const path of [`/sources/${id}`, "/health"]) assert.match(await site.text(path), said, path);
  const after = await newest();
  assert.deepEqual([after.waiting, Date.parse(after.waitingUntil!)], [30, now + 30 * MINUTE_MS]);
  assert.deepEqual(after.newestArticles, before.newestArticles);
  const health = (await (await site.get("/health.json")).json()) as { sources: { id: number; waiting: number }[] };
  assert.equal(health.sources.find((each) => each.id === id)!.waiting, 30);
  assert.doesNotMatch(await site.text("/"), /Of long ago/);
  assert.doesNotMatch(await site.text("/feed.atom"), /Of long ago/);
  const cookie = await site.signIn();
  assert.match(await (await site.get("/operator", { cookie })).text(), said);
});
