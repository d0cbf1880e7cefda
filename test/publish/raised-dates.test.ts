import assert from "node:assert/strict";
import { test } from "node:test";
import { MINUTE_MS } from "#lib/clock";
import { attribute, elementsOf, textOf, texts, within } from "./dom.ts";
import { openSite } from "./site.ts";

test("a date raised over the same text stands on the article's page and in its JSON, with its bounds", async (t) => {
  const { store, ids, now, get, text } = await openSite(t);
  const raisedDate = {
    oldModifiedAt: now - 90 * MINUTE_MS,
    newModifiedAt: now - 40 * MINUTE_MS,
    lastSeenOldAt: now - 45 * MINUTE_MS,
    seenAt: now - 30 * MINUTE_MS,
  };
  const { article, watch } = (await store.reader.watched(ids.ferry))!;
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
    raisedDate,
    state: { ...article, ...watch },
  });
  const said = texts(await text(`/articles/${ids.ferry}`), "p", "apparatus").filter((p) => p.startsWith("Date raised"));
  assert.equal(said.length, 2, "the one of the story, and this one");
  assert.deepEqual(said.slice(1), [
    "Date raised: between 21 Nov 2026, 15:45 UTC and 21 Nov 2026, 16:00 UTC the publisher changed the stated date of modification from 21 Nov 2026, 15:00 UTC to 21 Nov 2026, 15:50 UTC, while the text remained that of version 3.",
  ]);
  const json = (await (await get(`/articles/${ids.ferry}.json`)).json()) as {
    raisedDates: unknown[];
    versions: object[];
  };
  assert.deepEqual(json.raisedDates.slice(1), [
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

test("beside the bounds stands whether the edit was dated; without note and date an edit is the most silent", async (t) => {
  const { ids, text } = await openSite(t);
  const silent = await text(`/articles/${ids.ferry}/changes/1..2`);
  assert.match(texts(silent, "p", "bounds")[0]!, / \(new text first seen\)\. Date not raised\.$/);
  assert.match(texts(silent, "p", "rank")[0]!, /no note of it was found on the page, and the date was not raised\.$/);
  const dated = await text(`/articles/${ids.ferry}/changes/2..3`);
  assert.match(texts(dated, "p", "bounds")[0]!, / Date raised to 21 Nov 2026, 15:59 UTC\.$/);
  assert.doesNotMatch(texts(dated, "p", "rank")[0]!, /date/i);
  const untold = await text(`/articles/${ids.arabic}/changes/1..2`);
  assert.doesNotMatch(texts(untold, "p", "bounds")[0]!, /Date/);
  assert.match(texts(untold, "p", "rank")[0]!, /no note of it was found on the page\.$/);
  const both = texts(await text(`/articles/${ids.ferry}/changes/1..3`), "section", "verdict")[0]!;
  assert.doesNotMatch(both, /Date/, "of several edits no single date can speak");
  assert.match(texts(await text(`/articles/${ids.ferry}`), "li", "silent").join(), /silent, undated/);
});

test("the timeline marks a raised date where it stands in time, tells it, and leads to its bounds", async (t) => {
  const { ids, text } = await openSite(t);
  for (const path of ["", "/changes/1..2", "/evolution"]) {
    const page = await text(`/articles/${ids.ferry}${path}`);
    const line = elementsOf(page).find((each) => attribute(each, "class") === "timeline")!;
    const links = within(line).filter((each) => each.tagName === "a" && attribute(each, "href")!.includes("/articles"));
    const told = links.map((each) => textOf(each).trim().split(",")[0]);
    assert.deepEqual(told.slice(0, 4), ["Version 1", "Version 2", "Date raised to 21 Nov 2026", "Version 3"], path);
    assert.match(texts(page, "p", "legend")[0]!, /date raised, no edit/);
    const target = attribute(links[2]!, "href")!;
    assert.ok(target.startsWith(`/articles/${ids.ferry}#`));
    assert.match(
      await text(`/articles/${ids.ferry}`),
      new RegExp(`<p class="apparatus" id="${target.split("#")[1]}">Date raised`),
    );
  }
  assert.doesNotMatch(await text(`/articles/${ids.tunnel}`), /date raised, no edit/);
});
