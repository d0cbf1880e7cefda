import assert from "node:assert/strict";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { MINUTE_MS } from "#lib/clock";
import { openSite } from "./site.ts";

const GZIP = { "accept-encoding": "gzip" };
const unpacked = async (answer: Response): Promise<string> =>
  gunzipSync(Buffer.from(await answer.arrayBuffer())).toString();

test("a page that is kept reads as it did, packed or not, and a reader who has it is told so", async (t) => {
  const { get, text, ids } = await openSite(t);
  for (const path of [
    "/",
    `/articles/${ids.ferry}`,
    `/articles/${ids.ferry}/changes/1..2`,
    "/search?q=ferry",
    "/health",
  ]) {
    const plain = await text(path);
    const first = await get(path, GZIP);
    assert.equal(first.headers.get("content-encoding"), "gzip", path);
    assert.equal(await unpacked(first), plain, path);
    const again = await get(path, GZIP);
    assert.equal(await unpacked(again), plain, path);
    const tag = first.headers.get("etag")!;
    assert.equal(again.headers.get("etag"), tag);
    assert.equal((await get(path, { ...GZIP, "if-none-match": tag })).status, 304, path);
  }
});

test("views of one change are kept apart, and so are pages that differ in their query alone", async (t) => {
  const { get, ids } = await openSite(t);
  const path = `/articles/${ids.ferry}/changes/1..2`;
  const tags = await Promise.all(
    ["", "?view=inline", "?view=changes"].map(async (query) => (await get(path + query, GZIP)).headers.get("etag")),
  );
  assert.equal(new Set(tags).size, 3);
});

test("times that are told from now are as old as a minute at most", async (t) => {
  const { get, clock, ids } = await openSite(t);
  const ask = async () => (await get(`/articles/${ids.ferry}`, GZIP)).headers.get("etag");
  const before = await ask();
  clock.advance(MINUTE_MS);
  assert.notEqual(await ask(), before);
});

test("what is kept of an article is not given once it is hidden, and is again when it is shown", async (t) => {
  const { store, get, ids, now } = await openSite(t);
  const own = [`/articles/${ids.ferry}`, `/articles/${ids.ferry}/changes/1..2`, `/articles/${ids.ferry}/evolution`];
  const lists = ["/", "/feed.atom", "/feed.json", "/search?q=ferry"];
  for (const path of [...own, ...lists]) assert.match(await unpacked(await get(path, GZIP)), /ferry/i, path);
  await store.writer.hide(ids.ferry, "a court said so", now);
  for (const path of own) assert.equal((await get(path, GZIP)).status, 410, path);
  for (const path of lists.slice(0, 3)) assert.doesNotMatch(await unpacked(await get(path, GZIP)), /ferry/i, path);
  assert.doesNotMatch(await unpacked(await get("/search?q=ferry", GZIP)), /aground/i);
  await store.writer.unhide(ids.ferry);
  for (const path of own) assert.equal((await get(path, GZIP)).status, 200, path);
});

test("the operator's pages are neither kept nor packed", async (t) => {
  const { get, signIn, ids } = await openSite(t);
  const cookie = await signIn();
  const answer = await get(`/articles/${ids.ferry}`, { ...GZIP, cookie });
  assert.deepEqual([answer.headers.get("etag"), answer.headers.get("content-encoding")], [null, null]);
  assert.equal(answer.headers.get("cache-control"), "private, no-store");
});
