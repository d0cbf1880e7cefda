import assert from "node:assert/strict";
import { test } from "node:test";
import { MINUTE_MS } from "#lib/clock";
import { texts } from "./dom.ts";
import { openSite } from "./site.ts";

test("names changed over the same text are on the article's page, in its JSON and in its feed", async (t) => {
  const { store, ids, now, get, text } = await openSite(t);
  const { article, watch } = (await store.reader.watched(ids.ferry))!;
  const changedByline = {
    oldNames: ["Ada <b>Byron"],
    newNames: ["نور حسن", "Karl Marek"],
    oldModifiedAt: null,
    newModifiedAt: null,
    lastSeenOldAt: now - 45 * MINUTE_MS,
    seenAt: now - 30 * MINUTE_MS,
  };
  await store.writer.recordLook({
    articleId: ids.ferry,
    capturedAt: now - MINUTE_MS,
    tookMs: 9,
    outcome: "unchanged",
    status: 200,
    finalUrl: article.url,
    decision: "same",
    reason: { code: "same-text" },
    bodyDigest: null,
    bodyBytes: 0,
    sawVersion: 3,
    changedByline,
    state: { ...article, ...watch },
  });
  const page = await text(`/articles/${ids.ferry}`);
  assert.deepEqual(
    texts(page, "p", "apparatus").filter((p) => p.startsWith("Byline changed")),
    [
      "Byline changed from “Ada <b>Byron” to “نور حسن” and “Karl Marek” between 21 Nov 2026, 15:45 UTC and 21 Nov 2026, 16:00 UTC, while the text remained that of version 3.",
    ],
  );
  assert.ok(page.includes("<bdi>نور حسن</bdi>"), "each name by itself");
  assert.match(page, /names changed, no edit/);
  const json = (await (await get(`/articles/${ids.ferry}.json`)).json()) as { changedBylines: unknown[] };
  assert.deepEqual(json.changedBylines, [
    {
      version: 3,
      oldNames: changedByline.oldNames,
      newNames: changedByline.newNames,
      oldModifiedAt: null,
      newModifiedAt: null,
      lastSeenOldAt: "2026-11-21T15:45:00.000Z",
      seenAt: "2026-11-21T16:00:00.000Z",
    },
  ]);
  const feed = (await (await get(`/articles/${ids.ferry}/feed.json`)).json()) as {
    items: { id: string; title: string; summary: string; content_html: string; date_published: string }[];
  };
  const [entry, ...more] = feed.items.filter(({ title }) => title.endsWith(" [byline]"));
  assert.deepEqual(more, []);
  assert.match(entry!.id, /\/bylines\/\d+$/);
  assert.equal(entry!.summary, "Byline changed from “Ada <b>Byron” to “نور حسن” and “Karl Marek”");
  assert.match(entry!.content_html, /“<bdi>Ada &lt;b&gt;Byron<\/bdi>”/);
  assert.equal(entry!.date_published, "2026-11-21T16:00:00.000Z");
  const dates = feed.items.map(({ date_published }) => date_published);
  assert.deepEqual(dates, [...dates].sort().reverse());
});
