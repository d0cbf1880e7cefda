import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { MINUTE_MS, SECOND_MS } from "#lib/clock";
import type { ArticleId } from "#model/id";
import type { Store } from "#store/store";
import { addArticle, addSource, found, lookOf, type OpenStore, stateOf, T0, withStore } from "./fixtures.ts";

const lease = async (store: Store, owner: string, now: number, limit = 10) =>
  (await store.writer.leaseHosts(owner, now, MINUTE_MS, limit)).map((host) => host.key);

const hostOf = async (store: Store, url: string) => (await store.reader.articleByUrl(url))!.hostId;

export function queueContract(open: OpenStore): void {
  describe("the due queue", () => {
    it(
      "leases a host to one owner at a time, most overdue first",
      withStore(open, async (store) => {
        await addArticle(store, "https://b.example/1");
        await addArticle(store, "https://a.example/1");
        await store.writer.scheduleLook((await store.reader.articleByUrl("https://a.example/1"))!.id, T0 - 5);
        assert.deepEqual(await lease(store, "one", T0, 1), ["a.example"]);
        assert.deepEqual(await lease(store, "two", T0), ["b.example"]);
        assert.deepEqual(await lease(store, "two", T0 + 1), []);
      }),
    );

    it(
      "brings looks of several articles forward, and leaves those that are to come earlier",
      withStore(open, async (store) => {
        const [late, early, other] = [
          await addArticle(store, "https://a.example/1"),
          await addArticle(store, "https://a.example/2"),
          await addArticle(store, "https://b.example/1"),
        ];
        await store.writer.scheduleLook(late, T0 + MINUTE_MS);
        await store.writer.scheduleLook(early, T0 - 5);
        await store.writer.scheduleLook(other, T0 + MINUTE_MS);
        await store.writer.bringForward([], T0);
        await store.writer.bringForward([late, early], T0);
        const dueOf = async (id: ArticleId) => (await store.reader.article(id))!.nextLookAt;
        assert.deepEqual(await Promise.all([late, early, other].map(dueOf)), [T0, T0 - 5, T0 + MINUTE_MS]);
        assert.equal(await store.reader.dueCount(T0), 2);
        assert.deepEqual(await store.check(), []);
      }),
    );

    it(
      "frees a host when its lease runs out or its owner is dead",
      withStore(open, async (store) => {
        await addArticle(store, "https://a.example/1");
        assert.deepEqual(await lease(store, "one", T0), ["a.example"]);
        assert.equal(await store.reader.nextDueAt(T0), T0 + MINUTE_MS);
        assert.deepEqual(await lease(store, "two", T0 + MINUTE_MS), ["a.example"]);
        assert.equal(await store.writer.releaseLeases((owner) => owner === "one", 0), 0);
        assert.equal(await store.writer.releaseLeases((owner) => owner === "two", 0), 1);
        assert.deepEqual(await lease(store, "one", T0 + MINUTE_MS), ["a.example"]);
      }),
    );

    it(
      "leaves a host alone for as long as its dead owner had it, since that may just have asked",
      withStore(open, async (store) => {
        await addArticle(store, "https://a.example/1");
        await lease(store, "one", T0);
        assert.equal(await store.writer.releaseLeases(() => true, 10), 1);
        assert.deepEqual(await lease(store, "two", T0 + MINUTE_MS - 1), []);
        assert.equal(await store.reader.nextDueAt(T0), T0 + MINUTE_MS);
        assert.deepEqual(await store.check(), []);
        assert.deepEqual(await lease(store, "two", T0 + MINUTE_MS), ["a.example"]);
      }),
    );

    it(
      "keeps the hosts of an owner that renews, and gives none back that another has taken",
      withStore(open, async (store) => {
        await addArticle(store, "https://a.example/1");
        await addArticle(store, "https://b.example/1");
        assert.deepEqual(await lease(store, "one", T0, 1), ["a.example"]);
        await lease(store, "two", T0 + SECOND_MS);
        const a = await hostOf(store, "https://a.example/1");
        const b = await hostOf(store, "https://b.example/1");
        assert.deepEqual(await store.writer.renewLeases([a, b], "one", T0 + 5 * MINUTE_MS, T0), [a]);
        assert.deepEqual(await store.writer.renewLeases([a], "one", T0 + MINUTE_MS, T0), [a]);
        assert.deepEqual(await lease(store, "three", T0 + 2 * MINUTE_MS), ["b.example"]);
        assert.deepEqual(await store.writer.renewLeases([a, b], "two", T0 + 9 * MINUTE_MS, T0), []);
        assert.deepEqual(await lease(store, "four", T0 + 3 * MINUTE_MS), ["b.example"]);
        const free = await lease(store, "five", T0 + 5 * MINUTE_MS);
        assert.deepEqual([...free].sort(), ["a.example", "b.example"]);
      }),
    );

    it(
      "keeps the gap after a request",
      withStore(open, async (store) => {
        await addArticle(store, "https://a.example/1");
        const id = await hostOf(store, "https://a.example/1");
        await lease(store, "one", T0);
        await store.writer.releaseHost(id, "one", T0 + 10 * SECOND_MS);
        assert.equal(await store.reader.nextDueAt(T0), T0 + 10 * SECOND_MS);
        assert.deepEqual(await lease(store, "one", T0 + 10 * SECOND_MS - 1), []);
        assert.deepEqual(await lease(store, "one", T0 + 10 * SECOND_MS), ["a.example"]);
      }),
    );

    it(
      "does not end the lease of somebody else, but keeps the gap",
      withStore(open, async (store) => {
        await addArticle(store, "https://a.example/1");
        const id = await hostOf(store, "https://a.example/1");
        await lease(store, "slow", T0);
        await lease(store, "next", T0 + MINUTE_MS);
        await store.writer.releaseHost(id, "slow", T0 + 3 * MINUTE_MS);
        assert.deepEqual(await lease(store, "third", T0 + MINUTE_MS + 1), []);
        await store.writer.releaseHost(id, "next", T0 + MINUTE_MS);
        assert.equal(await store.reader.nextDueAt(T0 + MINUTE_MS), T0 + 3 * MINUTE_MS);
      }),
    );

    it(
      "gives feeds before articles, each kind by how overdue it is",
      withStore(open, async (store) => {
        const source = await addSource(store, "https://a.example/");
        const [first, second] = await store.writer.addArticles(
          source,
          [found("https://a.example/1"), found("https://a.example/2")],
          T0,
        );
        await store.writer.scheduleLook(second!, T0 - 100);
        const feed = { kind: "rss", title: null } as const;
        const late = await store.writer.addFeed(source, { ...feed, url: "https://a.example/late" }, 1, T0 - 1);
        const later = await store.writer.addFeed(source, { ...feed, url: "https://a.example/later" }, 1, T0 - 2);
        const host = await hostOf(store, "https://a.example/1");
        assert.equal(await store.reader.dueCount(T0), 4);
        assert.equal(await store.reader.dueCount(T0 - 2), 2);
        const order: string[] = [];
        for (let task = await store.reader.nextTask(host, T0); task; task = await store.reader.nextTask(host, T0)) {
          if (task.kind === "feed") {
            order.push(`feed ${task.feed.id}`);
            await store.writer.schedulePoll(task.feed.id, T0 + 1);
          } else if (task.kind === "article") {
            order.push(`article ${task.article.id}`);
            await store.writer.scheduleLook(task.article.id, T0 + 1);
          }
        }
        assert.deepEqual(order, [`feed ${later.id}`, `feed ${late.id}`, `article ${second}`, `article ${first}`]);
        assert.equal(await store.reader.dueCount(T0), 0);
      }),
    );

    it(
      "knows when the next thing is due after every write",
      withStore(open, async (store) => {
        const id = await addArticle(store, "https://a.example/1");
        const look = (at: number, nextLookAt: number | null) =>
          store.writer.recordLook(lookOf(id, at, { state: stateOf({ nextLookAt }) }));
        await look(T0 + 1, T0 + 500);
        assert.equal(await store.reader.nextDueAt(T0), T0 + 500);
        await look(T0 + 2, null);
        assert.equal(await store.reader.nextDueAt(T0), null);
        assert.deepEqual(await lease(store, "one", T0 + 10 ** 10), []);
        const { sourceId } = (await store.reader.article(id))!;
        await store.writer.addFeed(sourceId, { url: "https://a.example/f", kind: "rss", title: null }, 1, T0 + 300);
        assert.equal(await store.reader.nextDueAt(T0), T0 + 300);
        assert.deepEqual(await store.check(), []);
      }),
    );

    it(
      "hands out turns at a host outside the loop, a gap apart",
      withStore(open, async (store) => {
        await addArticle(store, "https://a.example/1");
        const turns = [];
        for (let turn = 0; turn < 3; turn++) turns.push(await store.writer.reserveHost("a.example", T0, 10));
        assert.deepEqual(turns, [T0, T0 + 10, T0 + 20]);
        assert.deepEqual(await lease(store, "one", T0 + 29), []);
        assert.deepEqual(await lease(store, "one", T0 + 30), ["a.example"]);
        // Held until a minute later: until then its worker may send at any moment.
        const held = T0 + 30 + MINUTE_MS;
        assert.equal(await store.writer.reserveHost("a.example", T0 + 30, 10), held);
        const host = await hostOf(store, "https://a.example/1");
        assert.deepEqual(
          await store.writer.renewLeases([host], "one", held + MINUTE_MS, T0 + 31),
          [],
          "it is promised",
        );
        await store.writer.releaseHost(host, "one", T0 + 41);
        assert.equal(await store.reader.nextDueAt(T0), held + 10);
        assert.equal(await store.writer.reserveHost("new.example", T0, 10), T0);
      }),
    );
  });
}
