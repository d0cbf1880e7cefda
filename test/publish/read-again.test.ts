import assert from "node:assert/strict";
import { test } from "node:test";
import { summarise } from "#collate/summary";
import { collateTexts } from "#collate/texts";
import { fingerprint } from "#version/fingerprint";
import { texts } from "./dom.ts";
import { openSite } from "./site.ts";

test("versions that only an extractor told apart say so, keep their numbers and stand in no list", async (t) => {
  const { text, get, store, ids, now } = await openSite(t);
  const id = ids.japanese;
  const [first, second] = [(await store.reader.version(id, 1))!, (await store.reader.version(id, 2))!];
  const summary = summarise(first.text, first.text, collateTexts(first.text, first.text));
  const done = await store.writer.replaceReadings(id, {
    versionCount: 2,
    readings: [{ number: 2, text: first.text, textHash: fingerprint(first.text), extractor: "variorum/2" }],
    summaries: [{ to: 2, summary, readingOnly: true }],
    now,
  });
  assert.equal(done, true);
  const pair = await text(`/articles/${id}/changes/1..2`);
  assert.match(pair, /Only the way the page was read differed: until .*21 Nov 2026, 16:30 UTC.* \(variorum\/1\)/s);
  const version = await text(`/articles/${id}/versions/2`);
  assert.ok(texts(version, "p", "apparatus").some((each) => /^Read again from the kept page 21 Nov 2026/.test(each)));
  const json = (await (await get(`/articles/${id}/versions/2.json`)).json()) as {
    earlierReadings: { extractor: string; textHash: string; headline: string }[];
  };
  assert.deepEqual(
    json.earlierReadings.map(({ extractor, textHash, headline }) => [extractor, textHash, headline]),
    [["variorum/1", second.textHash, second.headline]],
  );
  for (const path of ["/", "/feed.atom", `/articles/${id}/feed.atom`])
    assert.doesNotMatch(await text(path), new RegExp(`articles/${id}/changes`), path);
  assert.doesNotMatch(await text(`/articles/${id}/versions/1`), /Read again/);
});
