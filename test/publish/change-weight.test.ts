import assert from "node:assert/strict";
import { test } from "node:test";
import { openSite } from "./site.ts";

/** What the page says beside the two texts, and how often their words may be on it with the markup: see decision 32. */
const AROUND_BYTES = 20_000;
const TIMES = 3;

test("the page of a change weighs little more than its two texts", async (t) => {
  const { store, ids, text } = await openSite(t);
  for (const [id, from, to] of [
    [ids.ferry, 1, 2],
    [ids.ferry, 2, 3],
    [ids.ferry, 1, 3],
    [ids.arabic, 1, 2],
    [ids.japanese, 1, 2],
  ] as const) {
    const page = Buffer.byteLength(await text(`/articles/${id}/changes/${from}..${to}`));
    let texts = 0;
    for (const number of [from, to]) {
      const own = (await store.reader.version(id, number))!.text;
      const all = [own.headline, own.standfirst, ...own.corrections, ...own.blocks.map((block) => block.text)];
      texts += Buffer.byteLength(all.join("\n"));
    }
    assert.ok(page <= AROUND_BYTES + TIMES * texts, `${from}..${to} of ${id}: ${page} bytes, texts ${texts}`);
  }
});
