import assert from "node:assert/strict";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { Store } from "#store/store";
import { playLively } from "./lively.ts";
import { NOW, seed } from "./seed.ts";
import { openSite, siteOver } from "./site.ts";

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

/** From a second to years, in steps that fall on no border of a wording. */
const STEPS_MS = [
  1000,
  40_000,
  MINUTE_MS,
  7 * MINUTE_MS,
  HOUR_MS,
  5 * HOUR_MS,
  DAY_MS,
  12 * DAY_MS,
  90 * DAY_MS,
  700 * DAY_MS,
];

test("a page under the same tag reads the same, however much later", async (t) => {
  const { get, text, clock, store, ids, sources } = await openSite(t);
  const { live } = await playLively(store, sources.ledger);
  const paths = ["/", `/?source=${sources.ledger}`, "/search?q=ferry", "/search?q=storm"];
  for (const id of [ids.ferry, ids.tunnel, live])
    paths.push(`/articles/${id}`, `/articles/${id}/changes/1..2`, `/articles/${id}/versions/1`);
  const known = new Map<string, string>();
  let kept = 0;
  for (const step of STEPS_MS) {
    for (const path of paths) {
      const tag = (await get(path, GZIP)).headers.get("etag")!;
      const now = await text(path);
      if (known.has(path + tag)) kept += 1;
      assert.equal(known.get(path + tag) ?? now, now, `${path} after ${step} ms`);
      known.set(path + tag, now);
    }
    clock.advance(step);
  }
  assert.ok(kept > 0);
});

test("what is told from now on other pages is as old as a minute at most", async (t) => {
  const { get, clock } = await openSite(t);
  for (const path of ["/?order=rank", "/sources", "/health"]) {
    const ask = async () => (await get(path, GZIP)).headers.get("etag");
    const before = await ask();
    clock.advance(MINUTE_MS);
    assert.notEqual(await ask(), before, path);
  }
});

test("a page says how long ago something was, as time goes on", async (t) => {
  const { get, clock, ids } = await openSite(t);
  const ask = async () => unpacked(await get(`/articles/${ids.ferry}`, GZIP));
  const before = await ask();
  clock.advance(9 * DAY_MS);
  assert.notEqual(await ask(), before);
});

test("while nothing is written, an answer that was given lately is given again without reading", async (t) => {
  const seeded = await seed();
  t.after(() => seeded.store.close());
  const { ids, store } = seeded;
  const reads: string[] = [];
  const reader = noting(store.reader, reads);
  const { get } = siteOver({ ...store, reader });
  const paths = ["/", `/articles/${ids.ferry}`, `/articles/${ids.ferry}/changes/1..2`, "/search?q=ferry", "/feed.atom"];
  for (const path of [...paths, `/articles/${ids.ferry}/feed.json`, "/search/feed.rss?q=ferry"]) {
    const first = await get(path, GZIP);
    const body = await unpacked(first);
    reads.length = 0;
    const again = await get(path, GZIP);
    assert.equal(await unpacked(again), body);
    const unchanged = await get(path, { "if-none-match": first.headers.get("etag")! });
    assert.equal(unchanged.status, 304);
    for (const name of ["etag", "vary", "content-type", "cache-control", "last-modified", "content-encoding"])
      assert.equal(again.headers.get(name), first.headers.get(name), `${name} of ${path}`);
    assert.deepEqual(reads, ["revision", "revision"], path);
    await store.writer.hide(ids.tunnel, "a court asked for it", NOW);
    await store.writer.unhide(ids.tunnel);
    await get(path, GZIP);
    assert.ok(reads.length > 3, path);
  }
});

test("what is asked for as JSON or by another name is not answered with what was kept", async (t) => {
  const { get, app } = await openSite(t);
  const first = await get("/", GZIP);
  const asJson = await get("/", { ...GZIP, accept: "application/json" });
  assert.match(asJson.headers.get("content-type")!, /json/);
  const other = await app.request("http://127.0.0.1/", { headers: { ...GZIP, host: "127.0.0.1" } });
  assert.notEqual(other.headers.get("etag"), first.headers.get("etag"));
});

/** The same reader, with the names of what was asked in order. */
const noting = (reader: Store["reader"], reads: string[]): Store["reader"] =>
  new Proxy(reader, {
    get(target, name: keyof Store["reader"]) {
      return (...args: never[]) => {
        reads.push(name);
        return (target[name] as (...given: never[]) => unknown)(...args);
      };
    },
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
