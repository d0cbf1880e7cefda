import assert from "node:assert/strict";
import { test } from "node:test";
import { MINUTE_MS } from "#lib/clock";
import { texts } from "./dom.ts";
import { openSite } from "./site.ts";

test("a date raised over the same text stands on the article's page and in its JSON, with its bounds", async (t) => {
  const { store, ids, now, get, text } = await openSite(t);
  const raisedDate = {
    oldModifiedAt: now - 90 * MINUTE_MS,
    newModifiedAt: now - 40 * MINUTE_MS,
    lastSeenOldAt: now - 45 * MINUTE_MS,
    seenAt: now - 30 * MINUTE_MS,
  };
  const before = (await store.reader.article(ids.ferry))!;
  await store.writer.recordLook({
    articleId: ids.ferry,
    capturedAt: now - MINUTE_MS,
    tookMs: 9,
    outcome: "unchanged",
    status: 200,
    finalUrl: before.url,
    decision: "same",
    reason: "same text as the latest version",
    bodyDigest: null,
    bodyBytes: 0,
    sawVersion: 3,
    raisedDate,
    state: { ...before },
  });
  const said = texts(await text(`/articles/${ids.ferry}`), "p", "apparatus").filter((p) => p.startsWith("Date raised"));
  assert.deepEqual(said, [
    "Date raised: between 21 Nov 2026, 15:45 UTC and 21 Nov 2026, 16:00 UTC the publisher moved its date of modification from 21 Nov 2026, 15:00 UTC to 21 Nov 2026, 15:50 UTC, and the text stayed that of version 3.",
  ]);
  const json = (await (await get(`/articles/${ids.ferry}.json`)).json()) as {
    raisedDates: unknown;
    versions: object[];
  };
  assert.deepEqual(json.raisedDates, [
    {
      version: 3,
      oldModifiedAt: "2026-11-21T15:00:00.000Z",
      newModifiedAt: "2026-11-21T15:50:00.000Z",
      lastSeenOldAt: "2026-11-21T15:45:00.000Z",
      seenAt: "2026-11-21T16:00:00.000Z",
    },
  ]);
  assert.ok(json.versions.every((version) => "dateRaised" in version));
  assert.doesNotMatch(await text(`/articles/${ids.tunnel}`), /Date raised/);
});
