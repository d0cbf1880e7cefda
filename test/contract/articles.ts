import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { FailureError } from "#model/failure";
import type { ArticleId } from "#model/id";
import { createPublicReader } from "#store/public-reader";
import {
  addArticle,
  addSource,
  found,
  lookOf,
  type OpenStore,
  openVersion,
  SUMMARY,
  stateOf,
  T0,
  textOf,
  withStore,
} from "./fixtures.ts";

const NOBODY = 999_999 as ArticleId;

const fails = (code: string) => (error: unknown) => error instanceof FailureError && error.failure.code === code;

export function articlesContract(open: OpenStore): void {
  describe("articles and their addresses", () => {
    it(
      "adds an article once, whatever the spelling of its address",
      withStore(open, async (store) => {
        const source = await addSource(store);
        const urls = ["https://daily.example/a", "http://www.daily.example/a/", "https://daily.example/a?utm_source=x"];
        const added = await store.writer.addArticles(
          source,
          urls.map((url) => found(url)),
          T0,
        );
        assert.equal(added.length, 1);
        assert.deepEqual(await store.writer.addArticles(source, [found(urls[1]!)], T0), []);
        for (const url of urls) assert.equal((await store.reader.articleByUrl(url))?.id, added[0], url);
        assert.equal(await store.reader.articleByUrl("https://daily.example/b"), null);
      }),
    );

    it(
      "joins two by the steps that stand when it is recorded, and by no older ones",
      withStore(open, async (store) => {
        const elder = await addArticle(store);
        const [younger] = await store.writer.addArticles(
          (await store.reader.article(elder))!.sourceId,
          [found("https://daily.example/again")],
          T0,
        );
        await openVersion(store, elder, 0, textOf("A", "One stands here."), T0 + 1);
        const pair = [younger!, elder] as const;
        await openVersion(store, younger!, 0, textOf("A", "Two stand here."), T0 + 3);
        const older = await store.reader.crossings(pair, T0 + 4);
        assert.deepEqual(
          older.map(({ from, to }) => [from.articleId, from.number, to.articleId, to.number]),
          [[elder, 1, younger, 1]],
        );
        await openVersion(store, elder, 1, textOf("A", "One sits here."), T0 + 2);
        const joinWith = (crossings: typeof older) =>
          store.writer.joinArticles({
            articles: [younger!, elder],
            living: elder,
            at: T0 + 5,
            why: "redirect",
            share: 1,
            crossings: crossings.map((step) => ({ ...step, summary: SUMMARY })),
          });
        assert.equal(await joinWith(older), "stale");
        assert.equal((await store.reader.article(younger!))!.joinedTo, null);
        assert.equal(await joinWith(await store.reader.crossings(pair, T0 + 5)), "joined");
        assert.equal((await store.reader.article(younger!))!.joinedTo, elder);
        assert.deepEqual(await store.check(), []);
      }),
    );

    it(
      "looks at a new article at once",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        const article = (await store.reader.article(id))!;
        assert.deepEqual(
          [article.status, article.versionCount, article.nextLookAt, article.firstSeenAt, article.lastChangedAt],
          ["watched", 0, T0, T0, null],
        );
        assert.equal(await store.reader.nextDueAt(T0), T0);
      }),
    );

    it(
      "gives a known article the announced headline only when it has none",
      withStore(open, async (store) => {
        const source = await addSource(store);
        const url = "https://daily.example/a";
        const [id] = await store.writer.addArticles(source, [found(url)], T0);
        for (const [announced, headline] of [
          [null, null],
          ["First", "First"],
          ["Second", "First"],
        ] as const) {
          await store.writer.addArticles(source, [found(url, announced)], T0);
          assert.equal((await store.reader.article(id!))?.headline, headline);
        }
      }),
    );

    it(
      "takes a sitemap of thousands at once",
      withStore(open, async (store) => {
        const source = await addSource(store);
        const many = Array.from({ length: 2100 }, (_, at) => found(`https://daily.example/${at}`));
        assert.equal((await store.writer.addArticles(source, many, T0)).length, 2100);
        assert.equal((await store.writer.addArticles(source, many, T0)).length, 0);
        assert.equal((await store.reader.counts()).articles, 2100);
      }),
    );

    it(
      "lists newest first, page by page, each article once",
      withStore(open, async (store) => {
        const source = await addSource(store);
        const other = await addSource(store, "https://weekly.example/");
        const many = Array.from({ length: 5 }, (_, at) => found(`https://daily.example/${at}`));
        const ids = await store.writer.addArticles(source, many, T0);
        await addArticle(store, "https://weekly.example/x", other);
        const seen: ArticleId[] = [];
        let before: number | null | undefined;
        do {
          const page = await store.reader.articles({ sourceId: source, limit: 2, ...(before && { before }) });
          seen.push(...page.items.map((item) => item.article.id));
          assert.ok(page.items.every((item) => item.source.id === source));
          before = page.next;
        } while (before !== null);
        assert.deepEqual(seen, ids.toReversed());
        assert.equal((await store.reader.articles({ limit: 50 })).items.length, 6);
      }),
    );

    it(
      "follows an article to its new address and still knows the old ones",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        const state = stateOf({ url: "https://new.example/story", alsoKnownAs: ["https://daily.example/moved"] });
        await store.writer.recordLook(lookOf(id, T0 + 1, { state }));
        const article = (await store.reader.article(id))!;
        assert.equal(article.url, "https://new.example/story");
        for (const url of ["https://daily.example/a", "https://daily.example/moved", "https://new.example/story"]) {
          assert.equal((await store.reader.articleByUrl(url))?.id, id, url);
        }
        assert.equal((await store.reader.articleUrls(id)).length, 3);
        assert.equal((await store.reader.nextTask(article.hostId, T0 + 10 ** 10))?.kind, "article");
      }),
    );

    it(
      "leaves an address with the article that has it",
      withStore(open, async (store) => {
        const a = await addArticle(store, "https://daily.example/a");
        const b = await addArticle(store, "https://daily.example/b", (await store.reader.article(a))!.sourceId);
        const state = stateOf({ url: "https://daily.example/a", alsoKnownAs: ["https://www.daily.example/a"] });
        await store.writer.recordLook(lookOf(b, T0 + 1, { state }));
        assert.equal((await store.reader.article(b))?.url, "https://daily.example/b");
        assert.equal((await store.reader.articleByUrl("https://daily.example/a"))?.id, a);
      }),
    );

    it(
      "joins a duplicate: its addresses lead to the original, whose looks are those of both",
      withStore(open, async (store) => {
        const original = await addArticle(store, "https://daily.example/a");
        const source = (await store.reader.article(original))!.sourceId;
        const duplicate = await addArticle(store, "https://daily.example/b", source);
        await openVersion(store, original, 0, textOf("Headline", "Body"));
        await store.writer.recordLook(lookOf(duplicate, T0 + 5, { decision: "none", outcome: "moved" }));
        await store.writer.mergeArticles(duplicate, original);
        const { status, joinedTo, nextLookAt } = (await store.reader.article(duplicate))!;
        assert.deepEqual([status, joinedTo, nextLookAt], ["joined", original, null]);
        const [join, ...others] = await store.reader.joins(original);
        assert.deepEqual(others, []);
        assert.deepEqual(
          [join!.younger, join!.elder, join!.living, join!.evidence.share],
          [duplicate, original, original, null],
        );
        assert.equal((await store.reader.articles({ limit: 9 })).items.length, 1);
        assert.equal((await store.reader.articleByUrl("https://daily.example/b"))?.id, original);
        const looks = await store.reader.captures(original, { limit: 10 });
        assert.deepEqual(
          looks.items.map((look) => look.outcome),
          ["changed", "moved"],
        );
        assert.deepEqual(await store.check(), []);
      }),
    );

    it(
      "keeps every look of a duplicate, also at the millisecond of another one, and the one that proved it",
      withStore(open, async (store) => {
        const original = await addArticle(store, "https://daily.example/a");
        const source = (await store.reader.article(original))!.sourceId;
        const duplicate = await addArticle(store, "https://daily.example/b", source);
        for (const at of [5, 6]) await store.writer.recordLook(lookOf(original, T0 + at));
        for (const at of [5, 7]) {
          const look = lookOf(duplicate, T0 + at, { decision: "none", outcome: "error", status: 500 + at });
          await store.writer.recordLook(look);
        }
        const { articleId: _, state: __, ...proof } = lookOf(duplicate, T0 + 7, { decision: "none", outcome: "moved" });
        await store.writer.mergeArticles(duplicate, original, { look: proof });
        const looks = (await store.reader.captures(original, { limit: 10 })).items;
        assert.deepEqual(
          looks.map(({ capturedAt, outcome, status }) => [capturedAt - T0, outcome, status]),
          [
            [8, "moved", 200],
            [7, "error", 507],
            [6, "unchanged", 200],
            [5, "error", 505],
            [5, "unchanged", 200],
          ],
        );
        const paged = [];
        for (let before: number | undefined; ; ) {
          const { items, next } = await store.reader.captures(original, { limit: 1, before });
          paged.push(...items);
          if (next === null) break;
          before = next;
        }
        assert.deepEqual(paged, looks, "no page ends between two looks of one instant");
        assert.equal((await store.reader.counts()).captures, 5);
        assert.deepEqual(await store.check(), []);
      }),
    );

    it(
      "records the look that proved a duplicate when another process has merged it already",
      withStore(open, async (store) => {
        const original = await addArticle(store, "https://daily.example/a");
        const source = (await store.reader.article(original))!.sourceId;
        const duplicate = await addArticle(store, "https://daily.example/b", source);
        await store.writer.mergeArticles(duplicate, original);
        const { articleId: _, state: __, ...proof } = lookOf(duplicate, T0 + 7, { decision: "none", outcome: "moved" });
        await store.writer.mergeArticles(duplicate, original, { look: proof });
        const looks = (await store.reader.captures(original, { limit: 10 })).items;
        assert.deepEqual(
          looks.map(({ capturedAt, outcome }) => [capturedAt, outcome]),
          [[T0 + 7, "moved"]],
        );
      }),
    );

    it(
      "gives a duplicate back whole when the two are separated",
      withStore(open, async (store) => {
        const original = await addArticle(store, "https://daily.example/a");
        const source = (await store.reader.article(original))!.sourceId;
        const duplicate = await addArticle(store, "https://new.example/b", source);
        await openVersion(store, original, 0, textOf("Headline", "Body"));
        await store.writer.recordLook(lookOf(duplicate, T0 + 5, { decision: "none", outcome: "walled" }));
        await store.closeDay(T0 + 6);
        const { articleId: _, state: __, ...proof } = lookOf(duplicate, T0 + 7, { decision: "none", outcome: "moved" });
        const address = "https://new.example/b";
        await store.writer.mergeArticles(duplicate, original, { look: proof, address, why: "guid", share: 0.8 });
        assert.equal((await store.reader.article(original))!.url, address, "looked at under the new address");
        const separated = await store.writer.separate(duplicate, T0 + 9);
        assert.deepEqual([separated!.younger, separated!.why, separated!.evidence.share], [duplicate, "guid", 0.8]);
        for (const [id, url, looks] of [
          [original, "https://daily.example/a", 2],
          [duplicate, address, 1],
        ] as const) {
          const article = (await store.reader.article(id))!;
          assert.deepEqual([article.url, article.status, article.joinedTo], [url, "watched", null]);
          assert.equal((await store.reader.articleByUrl(url))!.id, id);
          assert.equal((await store.reader.captures(id, { limit: 9 })).items.length, looks);
          assert.equal((await store.reader.nextTask(article.hostId, T0 + 10 ** 10))?.kind, "article");
        }
        for await (const day of store.verifyDays()) assert.deepEqual(day.problems, []);
        assert.deepEqual(await store.check(), []);
      }),
    );

    it(
      "refuses to merge away versions",
      withStore(open, async (store) => {
        const a = await addArticle(store, "https://daily.example/a");
        const b = await addArticle(store, "https://daily.example/b", (await store.reader.article(a))!.sourceId);
        await openVersion(store, b, 0, textOf("Headline", "Body"));
        await assert.rejects(store.writer.mergeArticles(b, a), fails("has-versions"));
        assert.equal((await store.reader.article(b))?.versionCount, 1);
      }),
    );

    it(
      "gives how an article is watched only to the one who asks for that",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        const digest = "cd".repeat(32);
        const state = stateOf({ etag: '"1"', lastModified: "yesterday", bodyDigest: digest, failures: 2, edits: 1.5 });
        await store.writer.recordLook(lookOf(id, T0 + 1, { status: 304, state }));
        const { article, watch } = (await store.reader.watched(id))!;
        assert.deepEqual(watch, {
          periodMs: state.periodMs,
          edits: 1.5,
          failures: 2,
          etag: '"1"',
          lastModified: "yesterday",
          bodyDigest: digest,
          claimedDate: null,
          shownByline: null,
          addressClaim: null,
          notModified: 1,
          isSeed: false,
        });
        assert.deepEqual(await store.reader.article(id), article);
        assert.deepEqual(await store.reader.articleByUrl(article.url), article);
        assert.deepEqual((await store.reader.articles({ limit: 1 })).items[0]?.article, article);
        const due = await store.reader.nextTask(article.hostId, article.nextLookAt!);
        assert.deepEqual(due, { kind: "article", article, watch, render: "plain", isResting: false });
        const shown = await createPublicReader(store.reader, "operator").article(id);
        assert.ok(shown?.kind === "found");
        assert.deepEqual(shown.article, article);
        for (const name of Object.keys(watch)) assert.ok(!(name in article), name);
        assert.equal(await store.reader.watched(NOBODY), null);
      }),
    );

    it(
      "revives quiet and gone articles when a look is scheduled, no others",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        const cases = [
          ["quiet", "watched"],
          ["gone", "watched"],
          ["refused", "refused"],
        ] as const;
        for (const [at, [before, after]] of cases.entries()) {
          const state = stateOf({
            status: before,
            statusReason: { code: "sentence", text: "because" },
            nextLookAt: null,
          });
          await store.writer.recordLook(lookOf(id, T0 + at, { state }));
          await store.writer.scheduleLook(id, T0 + 100 + at);
          const article = await store.reader.article(id);
          assert.deepEqual([article?.status, article?.nextLookAt], [after, T0 + 100 + at]);
          assert.equal(await store.reader.nextDueAt(T0), T0 + 100 + at);
        }
      }),
    );

    it(
      "says which article is missing",
      withStore(open, async ({ writer, reader }) => {
        assert.equal(await reader.article(NOBODY), null);
        for (const act of [
          () => writer.recordLook(lookOf(NOBODY, T0)),
          () => writer.scheduleLook(NOBODY, T0),
          () => writer.hide(NOBODY, "", T0),
          () => writer.unhide(NOBODY),
        ]) {
          await assert.rejects(act, fails("no-such-article"));
        }
      }),
    );
  });
}
