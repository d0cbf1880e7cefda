import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { zstdCompressSync } from "node:zlib";
import { HOUR_MS } from "#lib/clock";
import { sha256 } from "#lib/hash";
import type { VersionText } from "#model/version";
import { chainHash } from "#store/versions/chain";
import {
  addArticle,
  hashOf,
  lookOf,
  type OpenStore,
  openVersion,
  SUMMARY,
  stateOf,
  T0,
  textOf,
  versionOf,
  withStore,
} from "./fixtures.ts";

const FULL: VersionText = {
  headline: "Headline",
  standfirst: "What it is about",
  corrections: ["Correction: twelve, not ten.", "Clarification."],
  blocks: [
    { kind: "heading", text: "Part one" },
    { kind: "paragraph", text: "Same words" },
    { kind: "quote", text: "Same words" },
    { kind: "item", text: "One" },
    { kind: "item", text: "Two" },
    { kind: "caption", text: "A picture" },
    { kind: "paragraph", text: "Same words" },
    { kind: "paragraph", text: "“Curly” and\u00A0spaced – dash" },
    { kind: "paragraph", text: '"Curly" and spaced - dash' },
  ],
};

export function looksContract(open: OpenStore): void {
  describe("looks, versions and changes", () => {
    it(
      "gives back a version exactly as it was recorded",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        const version = versionOf(0, FULL, {
          byline: ["Ann O’Neil", "Wire"],
          publishedAt: "2023-11-14T20:00:00+01:00",
          modifiedAt: "2023-11-14T21:00:00Z",
          language: "de-AT",
        });
        await store.writer.recordLook(lookOf(id, T0 + 1, { outcome: "changed", decision: "first", version }));
        const stored = (await store.reader.version(id, 1))!;
        const textHash = hashOf(FULL);
        assert.deepEqual(stored, {
          articleId: id,
          number: 1,
          place: 1,
          headline: "Headline",
          byline: ["Ann O’Neil", "Wire"],
          publishedAt: "2023-11-14T20:00:00+01:00",
          modifiedAt: "2023-11-14T21:00:00Z",
          language: "de-AT",
          extractor: "test/1",
          firstSeenAt: T0 + 1,
          lastSeenAt: T0 + 1,
          confirmedAt: T0 + 1,
          previousSeenAt: null,
          textHash,
          chainHash: chainHash({ textHash, number: 1, firstSeenAt: T0 + 1, previous: null }),
          dateRaised: null,
          alternating: false,
          takenBack: null,
          live: false,
          continuesAt: null,
          text: FULL,
          facts: null,
        });
        const { text: _, facts: __, ...head } = stored;
        assert.deepEqual(await store.reader.versions(id), [head]);
        const article = (await store.reader.article(id))!;
        assert.deepEqual(
          [article.headline, article.language, article.publishedAt, article.versionCount, article.lastLookedAt],
          ["Headline", "de-AT", Date.parse("2023-11-14T19:00:00Z"), 1, T0 + 1],
        );
      }),
    );

    it(
      "keeps what it knew of an article when a version says less",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        await openVersion(store, id, 0, textOf("Headline", "One"));
        await store.writer.recordLook(
          lookOf(id, T0 + 9, { version: versionOf(1, textOf(null, "Two"), { language: null, publishedAt: "soon" }) }),
        );
        const article = await store.reader.article(id);
        assert.deepEqual([article?.headline, article?.language, article?.publishedAt], ["Headline", "en", null]);
        assert.equal((await store.reader.version(id, 2))?.headline, null);
      }),
    );

    it(
      "chains versions and bounds when the edit happened",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        await openVersion(store, id, 0, textOf("Headline", "Twelve people"), T0 + 10);
        await store.writer.recordLook(lookOf(id, T0 + 20, { sawVersion: 1 }));
        await openVersion(store, id, 1, textOf("Headline", "Fifteen people"), T0 + 30);
        const [first, second] = await store.reader.versions(id);
        assert.deepEqual([first!.firstSeenAt, first!.lastSeenAt], [T0 + 10, T0 + 20]);
        assert.deepEqual([second!.firstSeenAt, second!.previousSeenAt], [T0 + 30, T0 + 20]);
        const { textHash } = second!;
        const chained = sha256(`${textHash}\n2\n${T0 + 30}\n${first!.chainHash}`);
        assert.equal(second!.chainHash, chained);
        const change = (await store.reader.change(id, 1, 2))!;
        assert.deepEqual([change.seenAt, change.lastSeenOldAt, change.summary], [T0 + 30, T0 + 20, SUMMARY]);
        assert.equal(await store.reader.change(id, 2, 1), null);
        assert.equal((await store.reader.article(id))?.lastChangedAt, T0 + 30);
      }),
    );

    it(
      "opens a restored version when its text was first met",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        await openVersion(store, id, 0, textOf("A", "old"), T0 + 10);
        await openVersion(store, id, 1, textOf("A", "new"), T0 + 20);
        await store.writer.recordLook(lookOf(id, T0 + 30, { sawVersion: 1, alternating: true }));
        const version = versionOf(2, textOf("A", "old"), { firstSeenAt: T0 + 30 });
        await store.writer.recordLook(lookOf(id, T0 + 40, { decision: "restored", version }));
        const restored = (await store.reader.versions(id))[2]!;
        assert.deepEqual(
          [restored.firstSeenAt, restored.lastSeenAt, restored.previousSeenAt],
          [T0 + 30, T0 + 40, T0 + 20],
        );
        assert.deepEqual(await store.check(), []);
      }),
    );

    it(
      "bounds an edit by the latest look at the version before, not at one that came back for a while",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        await openVersion(store, id, 0, textOf("A", "one"), T0 + 10);
        await openVersion(store, id, 1, textOf("A", "two"), T0 + 20);
        await store.writer.recordLook(lookOf(id, T0 + 30, { sawVersion: 1, alternating: true }));
        await store.writer.recordLook(lookOf(id, T0 + 35, { outcome: "error", decision: "none" }));
        await openVersion(store, id, 2, textOf("A", "three"), T0 + 40);
        const third = (await store.reader.versions(id))[2]!;
        assert.equal(third.previousSeenAt, T0 + 20);
      }),
    );

    it(
      "moves the last sighting on, never back",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        await openVersion(store, id, 0, textOf("A", "text"), T0 + 10);
        for (const [at, expected] of [
          [30, 30],
          [20, 30],
          [40, 40],
        ] as const) {
          await store.writer.recordLook(lookOf(id, T0 + at, { sawVersion: 1 }));
          assert.equal((await store.reader.versions(id))[0]!.lastSeenAt, T0 + expected);
        }
      }),
    );

    it(
      "marks both texts of a page that flips",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        for (const after of [0, 1, 2]) await openVersion(store, id, after, textOf(`Headline ${after}`, "text"));
        await store.writer.recordLook(lookOf(id, T0 + 9 * HOUR_MS, { sawVersion: 2, alternating: true }));
        const versions = await store.reader.versions(id);
        assert.deepEqual(
          versions.map((version) => version.alternating),
          [false, true, true],
        );
        assert.equal(versions[1]!.lastSeenAt, T0 + 9 * HOUR_MS);
      }),
    );

    it(
      "refuses a version when another was recorded meanwhile, and writes nothing of it",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        await openVersion(store, id, 0, textOf("A", "one"));
        const before = [await store.reader.article(id), await store.reader.counts()];
        const late = lookOf(id, T0 + 9, { version: versionOf(0, textOf("A", "two")), state: stateOf({ failures: 7 }) });
        assert.deepEqual(await store.writer.recordLook(late), { kind: "stale" });
        assert.deepEqual([await store.reader.article(id), await store.reader.counts()], before);
        assert.deepEqual((await store.reader.search("two", { limit: 5 })).items, []);
      }),
    );

    it(
      "records a look once",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        const look = lookOf(id, T0 + 1, { version: versionOf(0, textOf("A", "one")) });
        const first = await store.writer.recordLook(look);
        assert.equal(first.kind, "recorded");
        const again = await store.writer.recordLook(look);
        assert.deepEqual(again, { kind: "repeated" });
        const { captures, versions } = await store.reader.counts();
        assert.deepEqual([captures, versions], [1, 1]);
      }),
    );

    it(
      "keeps every look, newest first, page by page",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        const digest = sha256("body");
        const details = {
          outcome: "error",
          status: null,
          decision: "none",
          reason: { code: "whole-timeout" },
        } as const;
        for (const at of [1, 2, 3, 4, 5]) await store.writer.recordLook(lookOf(id, T0 + at, details));
        await store.writer.recordLook(lookOf(id, T0 + 6, { bodyDigest: digest, bodyBytes: 4, status: 404 }));
        const first = await store.reader.captures(id, { limit: 4 });
        const second = await store.reader.captures(id, { limit: 4, before: first.next! });
        const all = [...first.items, ...second.items];
        assert.deepEqual(
          all.map((look) => look.capturedAt - T0),
          [6, 5, 4, 3, 2, 1],
        );
        assert.deepEqual([first.next !== null, second.next], [true, null]);
        const { id: _id, ...newest } = all[0]!;
        assert.deepEqual(newest, {
          articleId: id,
          capturedAt: T0 + 6,
          tookMs: 12,
          outcome: "unchanged",
          status: 404,
          finalUrl: "https://daily.example/a",
          decision: "same",
          reason: { code: "same-text" },
          versionNumber: null,
          bodyDigest: digest,
          bodyBytes: 4,
        });
        assert.deepEqual([all[1]!.outcome, all[1]!.reason, all[1]!.status], ["error", { code: "whole-timeout" }, null]);
      }),
    );

    it(
      "keeps the bytes of a body once",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        const bytes = new TextEncoder().encode("<p>text</p>");
        const raw = { digest: sha256(bytes), zstd: zstdCompressSync(bytes), contentType: "text/html" };
        await store.writer.recordLook(lookOf(id, T0 + 1, { raw }));
        await store.writer.recordLook(lookOf(id, T0 + 2, { raw }));
        const kept = await store.reader.rawBody(raw.digest);
        assert.deepEqual([new Uint8Array(kept!.bytes), kept!.contentType], [bytes, "text/html"]);
        assert.equal(await store.reader.rawBody(sha256("other")), null);
      }),
    );

    it(
      "tells where archived bytes stand, and which versions have them",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        const digest = sha256("<p>text</p>");
        const place = { file: "versions/a.warc.gz", offset: 2 ** 40, length: 12 };
        const version = versionOf(0, FULL);
        const raw = { digest, place, contentType: "text/html" };
        await store.writer.recordLook(lookOf(id, T0 + 1, { bodyDigest: digest, version, raw }));
        const later = { ...raw, place: { ...place, offset: 1 } };
        await store.writer.recordLook(lookOf(id, T0 + 2, { bodyDigest: digest, raw: later }));
        assert.deepEqual(await store.reader.archivePlace(digest), place);
        assert.equal(await store.reader.archivePlace(sha256("other")), null);
        assert.deepEqual(await store.reader.archivedBody(id, 1), { ...place, digest });
        assert.equal(await store.reader.archivedBody(id, 2), null);
        assert.equal(await store.reader.rawBody(digest), null);
        const [kept] = await store.reader.keptVersions(id);
        assert.equal(kept!.kept!.digest, digest);
      }),
    );

    it(
      "never takes back when an article was last looked at",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        await store.writer.recordLook(lookOf(id, T0 + 9));
        await store.writer.recordLook(lookOf(id, T0 + 1));
        assert.equal((await store.reader.article(id))!.lastLookedAt, T0 + 9);
        assert.equal((await store.reader.captures(id, { limit: 9 })).items.length, 2);
      }),
    );

    it(
      "refuses a digest that is none instead of storing half of it",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        await assert.rejects(store.writer.recordLook(lookOf(id, T0, { bodyDigest: "abc" })), TypeError);
        assert.equal((await store.reader.counts()).captures, 0);
      }),
    );

    it(
      "tells the latest text hashes, latest first",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        const texts = ["one", "two", "three"].map((body) => textOf("A", body));
        for (const [after, text] of texts.entries()) await openVersion(store, id, after, text);
        assert.deepEqual(await store.reader.recentTextHashes(id, 2), [
          { number: 3, textHash: hashOf(texts[2]!) },
          { number: 2, textHash: hashOf(texts[1]!) },
        ]);
      }),
    );

    it(
      "lists changes newest first, of all, of a source, of an article",
      withStore(open, async (store) => {
        const a = await addArticle(store, "https://daily.example/a");
        const b = await addArticle(store, "https://weekly.example/b");
        for (const after of [0, 1, 2]) {
          await openVersion(store, a, after, textOf("A", `text ${after}`), T0 + after * 10);
          await openVersion(store, b, after, textOf("B", `text ${after}`), T0 + after * 10 + 1);
        }
        const names = async (query: Parameters<typeof store.reader.changes>[0]) =>
          (await store.reader.changes(query)).items.map(
            ({ change, article, source }) => `${source.name} ${article.headline} ${change.from}..${change.to}`,
          );
        const all = ["weekly.example B 2..3", "daily.example A 2..3", "weekly.example B 1..2", "daily.example A 1..2"];
        assert.deepEqual(await names({ limit: 10 }), all);
        const first = await store.reader.changes({ limit: 3 });
        assert.deepEqual(await names({ limit: 3, before: first.next! }), all.slice(3));
        const { sourceId } = (await store.reader.article(a))!;
        assert.deepEqual(await names({ limit: 10, sourceId }), [all[1], all[3]]);
        assert.deepEqual(await names({ limit: 10, articleId: b }), [all[0], all[2]]);
      }),
    );

    it(
      "lets many callers write at once, each whole",
      withStore(open, async (store) => {
        const source = (await store.reader.article(await addArticle(store)))!.sourceId;
        const urls = Array.from({ length: 20 }, (_, at) => found(at));
        const ids = await store.writer.addArticles(source, urls, T0);
        await Promise.all(ids.map((id, at) => openVersion(store, id, 0, textOf(`H${at}`, "shared", `own ${at}`))));
        assert.equal((await store.reader.counts()).versions, 20);
        assert.deepEqual(await store.check(), []);
      }),
    );
  });
}

const found = (at: number) => ({
  url: `https://daily.example/many/${at}`,
  title: null,
  publishedAt: null,
  updatedAt: null,
});
