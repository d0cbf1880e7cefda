import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DAY_MS, MINUTE_MS } from "#lib/clock";
import type { ArticleId } from "#model/id";
import type { Store } from "#store/store";
import {
  addArticle,
  addSource,
  found,
  lookOf,
  type OpenStore,
  openVersion,
  stateOf,
  T0,
  textOf,
  withStore,
} from "./fixtures.ts";

const TURNS = { now: T0, stepMs: MINUTE_MS };
const HOST = "daily.example";
const urls = (from: number, until: number) =>
  Array.from({ length: until - from }, (_, at) => found(`https://daily.example/old/${from + at}`));

const TAKEN_IN = stateOf({ status: "quiet", statusReason: { code: "taken-in" }, nextLookAt: null, isSeed: true });

const articleOf = async (store: Store, id: ArticleId) => (await store.reader.article(id))!;
const taskAt = async (store: Store, id: ArticleId, at: number) =>
  store.reader.nextTask((await articleOf(store, id)).hostId, at);

export function seedsContract(open: OpenStore): void {
  describe("articles from before", () => {
    it(
      "have their turns one after the other, behind those that wait there already, and are no news",
      withStore(open, async (store) => {
        const source = await addSource(store);
        const first = await store.writer.addSeeds(source, urls(0, 3), TURNS);
        const more = await store.writer.addSeeds(source, urls(2, 5), { ...TURNS, now: T0 + MINUTE_MS });
        assert.deepEqual([first.length, more.length], [3, 2]);
        const turns = await Promise.all([...first, ...more].map(async (id) => (await articleOf(store, id)).nextLookAt));
        assert.deepEqual(
          turns,
          [1, 2, 3, 4, 5].map((at) => T0 + at * MINUTE_MS),
        );
        assert.deepEqual(await store.reader.waitingSeeds(HOST), { count: 5, lastAt: T0 + 5 * MINUTE_MS });
        assert.deepEqual((await store.reader.articles({ limit: 9 })).items, []);
        const [health] = await store.reader.health(T0 + 6 * MINUTE_MS);
        assert.deepEqual([health!.articlesToday, health!.lastArticleAt], [0, null]);
        const waiting = { count: 5, lastAt: T0 + 5 * MINUTE_MS };
        assert.deepEqual(health!.waiting, waiting);
        assert.deepEqual(
          (await store.reader.waitingBySource()).map(({ source: { id }, count, lastAt }) => ({ id, count, lastAt })),
          [{ id: source, ...waiting }],
        );
        await store.writer.hide(more.at(-1)!, "withdrawn", T0);
        assert.equal((await store.reader.health(T0))[0]!.waiting.count, 4, "what is hidden is counted nowhere");
        assert.deepEqual(await store.check(), []);
      }),
    );

    it(
      "are listed once they are read, and never among the news",
      withStore(open, async (store) => {
        const source = await addSource(store);
        const news = await addArticle(store, "https://daily.example/news", source);
        const [seed] = await store.writer.addSeeds(source, urls(0, 2), TURNS);
        await openVersion(store, seed!, 0, textOf("Of long ago", "The old pier."), T0 + MINUTE_MS, { state: TAKEN_IN });
        const listed = async (onlyNews: boolean) =>
          (await store.reader.articles({ sourceId: source, limit: 9, onlyNews })).items.map(
            ({ article }) => article.id,
          );
        assert.deepEqual(await listed(false), [seed, news]);
        assert.deepEqual(await listed(true), [news]);
        assert.equal((await store.reader.health(T0))[0]!.waiting.count, 1);
      }),
    );

    it(
      "are told from addresses that are known",
      withStore(open, async (store) => {
        await addArticle(store, "https://daily.example/old/1");
        const asked = ["old/0", "old/1/", "old/2", "old/0?utm_source=x"].map((path) => `https://daily.example/${path}`);
        assert.deepEqual(await store.reader.unknownAmong(asked), [0, 2]);
      }),
    );

    it(
      "come after all other work at their host",
      withStore(open, async (store) => {
        const source = await addSource(store);
        const [seed] = await store.writer.addSeeds(source, urls(0, 1), TURNS);
        const news = await addArticle(store, "https://daily.example/news", source);
        const at = T0 + DAY_MS;
        await store.writer.scheduleLook(news, at);
        assert.equal(await taskAt(store, news, T0 + MINUTE_MS - 1), null);
        assert.equal(await store.reader.dueCount(T0 + MINUTE_MS), 1);
        assert.equal((await taskAt(store, news, T0 + MINUTE_MS))!.kind, "seed");
        assert.equal((await taskAt(store, news, at))!.kind, "article");
        await store.writer.putOffSeed(seed!, at + 5);
        await store.writer.scheduleLook(news, at + 9);
        assert.equal(await store.reader.nextDueAt(T0), at + 5);
        assert.deepEqual(await store.check(), []);
      }),
    );

    it(
      "are left alone once their text is known, and then listed like others",
      withStore(open, async (store) => {
        const source = await addSource(store);
        const [id] = await store.writer.addSeeds(source, urls(0, 1), TURNS);
        assert.equal((await store.reader.watched(id!))!.watch.isSeed, true);
        await openVersion(store, id!, 0, textOf("Old", "one"), T0 + MINUTE_MS, { state: TAKEN_IN });
        const article = await articleOf(store, id!);
        assert.deepEqual([article.status, article.nextLookAt, article.versionCount], ["quiet", null, 1]);
        assert.equal((await store.reader.watched(id!))!.watch.isSeed, false);
        assert.equal(await taskAt(store, id!, T0 + 99 * DAY_MS), null);
        assert.equal((await store.reader.articles({ limit: 9 })).items.length, 1);
        const [health] = await store.reader.health(T0 + 3 * MINUTE_MS);
        assert.deepEqual([health!.articlesToday, health!.lastArticleAt], [0, null]);
        assert.deepEqual(await store.reader.watchedCourses(source, 0, 9), []);
      }),
    );

    it(
      "are watched as usual as soon as a feed names them as news",
      withStore(open, async (store) => {
        const source = await addSource(store);
        const [waiting, taken, untouched] = await store.writer.addSeeds(source, urls(0, 3), TURNS);
        await store.writer.recordLook(lookOf(taken!, T0 + MINUTE_MS, { state: TAKEN_IN }));
        const at = T0 + 2 * MINUTE_MS;
        assert.deepEqual(await store.writer.addArticles(source, urls(0, 2), at), []);
        for (const id of [waiting!, taken!]) {
          const { status, nextLookAt, statusReason } = await articleOf(store, id);
          assert.deepEqual([status, nextLookAt, statusReason], ["watched", at, null]);
          assert.equal((await store.reader.watched(id))!.watch.isSeed, false);
        }
        assert.equal((await articleOf(store, untouched!)).nextLookAt, T0 + 3 * MINUTE_MS);
        assert.deepEqual(await store.reader.waitingSeeds(HOST), { count: 1, lastAt: T0 + 3 * MINUTE_MS });
        assert.equal((await store.reader.health(at))[0]!.articlesToday, 2);
        // A look that began before it was named.
        await store.writer.recordLook(lookOf(waiting!, at + 1, { state: TAKEN_IN }));
        const after = await articleOf(store, waiting!);
        assert.deepEqual([after.status, after.nextLookAt], ["watched", at]);
        assert.deepEqual(await store.check(), []);
      }),
    );

    it(
      "are watched if news proves to be one of them",
      withStore(open, async (store) => {
        const source = await addSource(store);
        const [seed] = await store.writer.addSeeds(source, urls(0, 1), TURNS);
        const news = await addArticle(store, "https://daily.example/n?id=1", source);
        await store.writer.mergeArticles(news, seed!);
        const { status, nextLookAt } = await articleOf(store, seed!);
        assert.deepEqual([status, nextLookAt], ["watched", T0]);
        assert.equal((await store.reader.watched(seed!))!.watch.isSeed, false);
        assert.deepEqual(await store.check(), []);
      }),
    );

    it(
      "keep their turns over a pause, and lose them with their source",
      withStore(open, async (store) => {
        const source = await addSource(store);
        const [id] = await store.writer.addSeeds(source, urls(0, 1), TURNS);
        await store.writer.pauseSource(source, T0);
        const task = await taskAt(store, id!, T0 + MINUTE_MS);
        assert.ok(task?.kind === "seed" && task.isResting);
        await store.writer.resumeSource(source, T0);
        assert.equal((await articleOf(store, id!)).nextLookAt, T0 + MINUTE_MS);
        assert.equal((await store.reader.watched(id!))!.watch.isSeed, true);
        await store.writer.removeSource(source, T0);
        await store.writer.retireArticles(source, { after: 0, hideFor: null, at: T0 });
        assert.equal((await articleOf(store, id!)).nextLookAt, null);
        assert.equal(await store.reader.nextDueAt(T0), null);
      }),
    );
  });
}
