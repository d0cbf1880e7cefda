import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ArticleId } from "#model/id";
import type { Store } from "#store/store";
import {
  addArticle,
  addSource,
  found,
  hashOf,
  lookOf,
  type OpenStore,
  openVersion,
  SUMMARY,
  T0,
  textOf,
  versionOf,
  withStore,
} from "./fixtures.ts";

const KEY = "daily.example";
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const update = (text: string, revision: number, raise = false) => ({ key: KEY, memory: bytes(text), revision, raise });

export function sitesContract(open: OpenStore): void {
  describe("sites", () => {
    it(
      "keeps what was learned, raises the generation when told and refuses what another overtook",
      withStore(open, async ({ reader, writer }) => {
        assert.equal(await reader.site(KEY), null);
        assert.equal(await writer.saveSite(update("a", 0)), true);
        assert.equal(await writer.saveSite(update("lost", 0)), false);
        assert.equal(await writer.saveSite(update("b", 1, true)), true);
        assert.equal(await writer.saveSite(update("lost", 1, true)), false);
        const site = (await reader.site(KEY))!;
        assert.equal(new TextDecoder().decode(site.memory!), "b");
        assert.deepEqual([site.generation, site.revision], [1, 2]);
        assert.deepEqual(
          (await reader.sites()).map(({ key, generation }) => [key, generation]),
          [[KEY, 1]],
        );
      }),
    );

    it(
      "keeps rules through forgetting, and counts both as a new generation",
      withStore(open, async ({ reader, writer }) => {
        await writer.setSiteRules(KEY, '{"drop":["aside"]}');
        assert.equal(await writer.forgetSite(KEY), false);
        await writer.saveSite(update("a", 1));
        await writer.setSiteRules(KEY, '{"drop":["nav"]}');
        assert.equal(await writer.forgetSite(KEY), true);
        const site = (await reader.site(KEY))!;
        assert.deepEqual([site.memory, site.rules, site.generation], [null, '{"drop":["nav"]}', 3]);
      }),
    );

    it(
      "records with a look how the article was read and what its site taught",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        assert.equal(await store.reader.articleTrace(id), null);
        await store.writer.recordLook(lookOf(id, T0 + 1, { learned: { trace: "one" } }));
        await store.writer.recordLook(lookOf(id, T0 + 2, { learned: { trace: "two", site: update("m", 0, true) } }));
        assert.equal(await store.reader.articleTrace(id), "two");
        assert.equal((await store.reader.site(KEY))?.generation, 1);
        const source = await addSource(store);
        const [twin] = await store.writer.addArticles(source, [found("https://daily.example/twin")], T0);
        await store.writer.recordLook(lookOf(twin!, T0 + 3, { learned: { trace: "twin" } }));
        await store.writer.mergeArticles(twin!, id);
        assert.equal(await store.reader.articleTrace(twin!), null);
      }),
    );
  });
  describe("texts that are read again", () => rereading(open));
}

const V1 = textOf("A", "one stands here", "read also: something");
const V2 = textOf("A", "one stands here", "read also: something else");
const V1_AGAIN = textOf("A", "one stands here");

/** An article with two versions of which the first keeps its bytes. */
async function twoVersions(store: Store): Promise<ArticleId> {
  const id = await addArticle(store);
  const digest = "ab".repeat(32);
  await openVersion(store, id, 0, V1, T0 + 1, {
    bodyDigest: digest,
    finalUrl: "https://daily.example/a?x",
    raw: { digest, zstd: bytes("not looked at here"), contentType: "text/html" },
  });
  await openVersion(store, id, 1, V2, T0 + 2);
  return id;
}

const again = (number: number) => ({ number, text: V1_AGAIN, textHash: hashOf(V1_AGAIN), extractor: "test/2" });
const replaced = {
  versionCount: 2,
  readings: [again(1), again(2)],
  summaries: [{ to: 2, summary: { ...SUMMARY, wordsAdded: 0 }, readingOnly: true }],
  now: T0 + 9,
};

function rereading(open: OpenStore): void {
  it(
    "says of which versions the bytes are kept",
    withStore(open, async (store) => {
      const id = await twoVersions(store);
      const kept = await store.reader.keptVersions(id);
      assert.deepEqual(
        kept.map((version) => [version.number, version.extractor, version.kept?.url ?? null]),
        [
          [1, "test/1", "https://daily.example/a?x"],
          [2, "test/1", null],
        ],
      );
      assert.deepEqual(await store.reader.articleIdsAfter(0, 10), [id]);
      assert.deepEqual(await store.reader.articleIdsAfter(id, 10), []);
    }),
  );

  it(
    "replaces texts, keeps the earlier ones, and leaves numbers, hashes and the chain as they were published",
    withStore(open, async (store) => {
      const id = await twoVersions(store);
      const before = await store.reader.versions(id);
      assert.equal(await store.writer.replaceReadings(id, replaced), true);
      const after = await store.reader.versions(id);
      assert.deepEqual(
        after.map(({ number, textHash, chainHash, firstSeenAt }) => [number, textHash, chainHash, firstSeenAt]),
        before.map(({ number, textHash, chainHash, firstSeenAt }) => [number, textHash, chainHash, firstSeenAt]),
      );
      for (const number of [1, 2]) {
        const version = (await store.reader.version(id, number))!;
        assert.deepEqual([version.text, version.extractor], [V1_AGAIN, "test/2"]);
      }
      const earlier = await store.reader.earlierReadings(id);
      assert.deepEqual(
        earlier.map(({ number, extractor, text, textHash }) => [number, extractor, text, textHash]),
        [
          [1, "test/1", V1, before[0]!.textHash],
          [2, "test/1", V2, before[1]!.textHash],
        ],
      );
      assert.deepEqual(
        (await store.reader.recentTextHashes(id, 5)).map(({ textHash }) => textHash),
        [hashOf(V1_AGAIN), hashOf(V1_AGAIN)],
      );
      assert.deepEqual(await store.check(), []);
    }),
  );

  it(
    "takes a change that only the extractor made out of lists and counts, and still knows it",
    withStore(open, async (store) => {
      const id = await twoVersions(store);
      assert.equal((await store.reader.counts()).changes, 1);
      await store.writer.replaceReadings(id, replaced);
      assert.deepEqual((await store.reader.changes({ limit: 9 })).items, []);
      assert.equal((await store.reader.counts()).changes, 0);
      assert.equal((await store.reader.change(id, 1, 2))?.summary.wordsAdded, 0);
    }),
  );

  it(
    "finds words where they are read now, and no longer those that are not",
    withStore(open, async (store) => {
      const id = await twoVersions(store);
      await store.writer.replaceReadings(id, { ...replaced, readings: [again(1)], summaries: [] });
      const versionOf = async (words: string) =>
        (await store.reader.search(words, { limit: 9 })).items.map(({ version }) => version.number);
      assert.deepEqual(await versionOf('"one stands"'), [2]);
      assert.deepEqual(await versionOf('"something else"'), [2]);
      assert.deepEqual(await versionOf("read"), [2]);
      await store.writer.replaceReadings(id, replaced);
      assert.deepEqual(await versionOf("read"), []);
      assert.deepEqual(await store.check(), []);
    }),
  );

  it(
    "lists an article under the headline that its latest version is read with now",
    withStore(open, async (store) => {
      const id = await twoVersions(store);
      const read = (number: number, headline: string | null) => {
        const text = { ...V1_AGAIN, headline };
        return { number, text, textHash: hashOf(text), extractor: "test/2" };
      };
      const headlineAfter = async (...readings: readonly ReturnType<typeof read>[]) => {
        await store.writer.replaceReadings(id, { ...replaced, readings, summaries: [] });
        return (await store.reader.article(id))!.headline;
      };
      assert.equal(await headlineAfter(read(1, "An older one")), "A");
      assert.equal(await headlineAfter(read(2, "A better one")), "A better one");
      assert.equal(await headlineAfter(read(2, null)), "A better one");
    }),
  );

  it(
    "replaces texts together with the look that asks for it, or not at all",
    withStore(open, async (store) => {
      const id = await twoVersions(store);
      const look = lookOf(id, T0 + 20, {
        outcome: "changed",
        decision: "new",
        version: versionOf(2, V2),
        reread: replaced,
      });
      const stale = { ...look, version: versionOf(1, V2) };
      assert.equal((await store.writer.recordLook(stale)).kind, "stale");
      const moved = { ...look, reread: { ...replaced, versionCount: 1 } };
      assert.equal((await store.writer.recordLook(moved)).kind, "stale");
      assert.deepEqual(await store.reader.earlierReadings(id), []);
      assert.equal((await store.reader.article(id))!.versionCount, 2);
      assert.equal((await store.writer.recordLook(look)).kind, "recorded");
      assert.equal((await store.reader.earlierReadings(id)).length, 2);
      const texts = await Promise.all([1, 2, 3].map((number) => store.reader.version(id, number)));
      assert.deepEqual(
        texts.map((version) => version?.text),
        [V1_AGAIN, V1_AGAIN, V2],
      );
      assert.equal((await store.reader.article(id))!.headline, V2.headline);
      assert.deepEqual(await store.check(), []);
    }),
  );

  it(
    "does the same again without harm, and refuses an article that moved on",
    withStore(open, async (store) => {
      const id = await twoVersions(store);
      await store.writer.replaceReadings(id, replaced);
      await store.writer.replaceReadings(id, replaced);
      assert.equal((await store.reader.earlierReadings(id)).length, 2);
      assert.equal(await store.writer.replaceReadings(id, { ...replaced, versionCount: 1 }), false);
      await openVersion(store, id, 2, V2, T0 + 20);
      assert.deepEqual((await store.reader.version(id, 3))?.text, V2);
      assert.deepEqual(await store.check(), []);
    }),
  );
}
