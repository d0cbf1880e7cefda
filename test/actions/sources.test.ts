import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { suite, test } from "node:test";
import { changeSource } from "#actions/sources";
import { DAY_MS, HOUR_MS } from "#lib/clock";
import { OPERATOR, READER } from "#model/actor";
import { createPublicReader } from "#store/public-reader";
import { openRig, page } from "../engine/rig.ts";

const RSS = (links: readonly string[]) =>
  `<rss version="2.0"><channel><title>Gazette</title>${links.map((link) => `<item><title>${link}</title><link>${link}</link></item>`).join("")}</channel></rss>`;

/** A source with a feed and two articles, watched for an hour. */
async function watched(t: TestContext) {
  const rig = await openRig(t);
  for (const path of ["/a", "/b"]) rig.pages.set(path, page({ headline: `Harbour notes ${path}` }));
  rig.pages.set("/feed", {
    headers: { "content-type": "application/rss+xml" },
    body: RSS([`${rig.base}/a`, `${rig.base}/b`]),
  });
  const added = await rig.engine.add(`${rig.base}/feed`);
  assert.ok(added.ok);
  const { id } = added.value.sources[0]!;
  await rig.engine.driveTo(rig.clock, rig.clock.now() + HOUR_MS);
  const { store, clock } = rig;
  const change = (what: Parameters<typeof changeSource>[3]) => changeSource({ store, clock }, OPERATOR, id, what);
  /** Requests of the next two days. */
  const asked = async () => {
    const before = rig.requests.length;
    await rig.engine.driveTo(rig.clock, rig.clock.now() + 2 * DAY_MS);
    return rig.requests.slice(before).map(({ path }) => path);
  };
  return { rig, id, change, asked };
}

suite("a source", () => {
  test("is renamed, by the operator alone, and again by adding it with another name", async (t) => {
    const { rig, id, change } = await watched(t);
    const named = await change({ kind: "rename", name: "  The Gazette " });
    assert.equal(named.ok && named.value.name, "The Gazette");
    const { store, clock } = rig;
    const refused = await changeSource({ store, clock }, READER, id, { kind: "rename", name: "Mine" });
    assert.equal(refused.ok ? "" : refused.failure.code, "not-allowed");
    assert.equal((await change({ kind: "rename", name: " " })).ok, false);
    const again = await rig.engine.add(`${rig.base}/feed`, { name: "Gazette of the Harbour" });
    assert.deepEqual(again.ok && again.value.sources.map(({ name, added }) => [name, added]), [
      ["Gazette of the Harbour", false],
    ]);
    assert.equal((await store.reader.source(id))?.name, "Gazette of the Harbour");
  });

  test("gets another home page, unless another source has it", async (t) => {
    const { rig, id, change } = await watched(t);
    await rig.store.writer.addSource(
      { name: "Post", homeUrl: "https://post.example/", patterns: (await rig.store.reader.source(id))!.patterns },
      0,
    );
    const taken = await change({ kind: "home", url: "https://post.example" });
    assert.equal(taken.ok ? "" : taken.failure.code, "home-taken");
    const corrected = await change({ kind: "home", url: "https://gazette.example/" });
    assert.equal(corrected.ok && corrected.value.homeUrl, "https://gazette.example/");
  });

  test("is asked for nothing while it is paused, and for all when it is resumed", async (t) => {
    const { rig, change, asked } = await watched(t);
    assert.ok((await change({ kind: "pause" })).ok);
    assert.deepEqual(await asked(), []);
    const [paused] = await rig.store.reader.health(rig.clock.now());
    assert.notEqual(paused?.source.pausedAt, null);
    assert.ok((await change({ kind: "resume" })).ok);
    const after = new Set(await asked());
    assert.ok(
      ["/feed", "/a", "/b"].every((path) => after.has(path)),
      [...after].join(),
    );
  });

  test("without a feed does not read it, and reads it when it is added again", async (t) => {
    const { rig, id, change, asked } = await watched(t);
    const [feed] = await rig.store.reader.feeds(id);
    assert.ok((await change({ kind: "remove-feed", feed: feed!.id })).ok);
    assert.deepEqual(await rig.store.reader.feeds(id), []);
    assert.ok(!(await asked()).includes("/feed"));
    assert.ok((await rig.engine.add(`${rig.base}/feed`)).ok);
    assert.deepEqual(
      (await rig.store.reader.feeds(id)).map(({ url }) => url),
      [feed!.url],
    );
    assert.ok((await asked()).includes("/feed"));
  });

  test("takes other patterns, and refuses those that are none", async (t) => {
    const { change } = await watched(t);
    const none = { includeUrl: [], excludeUrl: [], includeTitle: [], excludeTitle: [] };
    const changed = await change({ kind: "patterns", patterns: { ...none, excludeUrl: ["/sport/"] } });
    assert.deepEqual(changed.ok && changed.value.patterns.excludeUrl, ["/sport/"]);
    assert.equal((await change({ kind: "patterns", patterns: { ...none, excludeUrl: ["("] } })).ok, false);
  });

  for (const history of ["stays", "goes"] as const)
    test(`that is removed is no longer asked for, and its history ${history}`, async (t) => {
      const { rig, change, asked } = await watched(t);
      const { store, clock } = rig;
      assert.ok((await change({ kind: "remove", history })).ok);
      assert.deepEqual(await asked(), []);
      assert.deepEqual(await store.reader.health(clock.now()), []);
      const readers = createPublicReader(store.reader, "public");
      const { items } = await store.reader.articles({ limit: 10 });
      assert.equal(items.length, history === "stays" ? 2 : 0);
      const article = (await store.reader.articleByUrl(`${rig.base}/a`))!;
      assert.equal((await readers.article(article.id))?.kind, history === "stays" ? "found" : "hidden");
      assert.equal((await store.reader.versions(article.id)).length, 1, "nothing is deleted");

      assert.ok((await change({ kind: "resume" })).ok);
      assert.ok((await asked()).includes("/a"), "it can be watched again");
    });
});
