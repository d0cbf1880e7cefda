import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { HOUR_MS } from "#lib/clock";
import type { FoundFeed } from "#model/found";
import { NO_PATTERNS } from "#model/source";
import { addSource, type OpenStore, T0, withStore } from "./fixtures.ts";

const FEED: FoundFeed = { url: "https://daily.example/feed.xml", kind: "rss", title: "Daily" };

export function sourcesContract(open: OpenStore): void {
  describe("sources and feeds", () => {
    it(
      "adds a source once, whatever the spelling of its home page",
      withStore(open, async ({ writer, reader }) => {
        const source = { name: "Daily", homeUrl: "https://www.daily.example/", patterns: NO_PATTERNS };
        const first = await writer.addSource(source, T0);
        const again = await writer.addSource({ ...source, name: "Other", homeUrl: "http://daily.example" }, T0 + 1);
        assert.deepEqual([first.added, again], [true, { id: first.id, added: false }]);
        assert.deepEqual(await reader.sources(), [
          { id: first.id, ...source, render: "plain", createdAt: T0, pausedAt: null, removedAt: null },
        ]);
      }),
    );

    it(
      "finds a source by its home page and by its feeds",
      withStore(open, async (store) => {
        const id = await addSource(store);
        await store.writer.addFeed(id, FEED, HOUR_MS, T0);
        for (const url of ["http://www.daily.example", "https://daily.example/feed.xml?utm_source=x"]) {
          assert.equal((await store.reader.sourceByUrl(url))?.id, id, url);
        }
        assert.equal(await store.reader.sourceByUrl("https://weekly.example/"), null);
        assert.equal(await store.reader.source((id + 1) as typeof id), null);
      }),
    );

    it(
      "keeps patterns",
      withStore(open, async (store) => {
        const id = await addSource(store);
        const patterns = { ...NO_PATTERNS, excludeUrl: ["/sport/", 'quote"and\\'] };
        await store.writer.setPatterns(id, patterns);
        assert.deepEqual((await store.reader.source(id))?.patterns, patterns);
      }),
    );

    it(
      "adds a feed once",
      withStore(open, async (store) => {
        const id = await addSource(store);
        const first = await store.writer.addFeed(id, FEED, HOUR_MS, T0);
        const again = await store.writer.addFeed(id, { ...FEED, url: "http://daily.example/feed.xml/" }, 5, T0);
        assert.deepEqual([first.added, again], [true, { id: first.id, added: false }]);
        assert.equal((await store.reader.feeds()).length, 1);
        assert.deepEqual(await store.reader.feeds(id), [await store.reader.feed(first.id)]);
      }),
    );

    it(
      "counts a feed's failures in a row and keeps when it last worked",
      withStore(open, async (store) => {
        const id = await addSource(store);
        const feed = await store.writer.addFeed(id, FEED, HOUR_MS, T0);
        const poll = { ok: true, error: null, dueAt: T0 + HOUR_MS, etag: '"e"', lastModified: null };
        const broken = { ...poll, ok: false, error: { code: "feed-status", status: 500 } as const, etag: null };
        const steps = [
          [{ ...poll, polledAt: T0 + 1 }, 0, T0 + 1],
          [{ ...broken, polledAt: T0 + 2 }, 1, T0 + 1],
          [{ ...broken, polledAt: T0 + 3 }, 2, T0 + 1],
          [{ ...poll, polledAt: T0 + 4 }, 0, T0 + 4],
        ] as const;
        for (const [result, failures, lastSuccessAt] of steps) {
          await store.writer.recordPoll(feed.id, result);
          const stored = (await store.reader.feed(feed.id))!;
          assert.deepEqual(
            [stored.failures, stored.lastSuccessAt, stored.lastPolledAt, stored.lastError, stored.etag, stored.dueAt],
            [failures, lastSuccessAt, result.polledAt, result.error, result.etag, result.dueAt],
          );
        }
      }),
    );

    it(
      "changes a feed's period and next poll",
      withStore(open, async (store) => {
        const feed = await store.writer.addFeed(await addSource(store), FEED, HOUR_MS, T0);
        await store.writer.setFeedPeriod(feed.id, 2 * HOUR_MS);
        await store.writer.schedulePoll(feed.id, T0 + 5);
        const stored = await store.reader.feed(feed.id);
        assert.deepEqual([stored?.periodMs, stored?.dueAt], [2 * HOUR_MS, T0 + 5]);
        assert.equal(await store.reader.nextDueAt(T0), T0 + 5);
      }),
    );

    it(
      "remembers the latest robots.txt of an origin",
      withStore(open, async ({ writer, reader }) => {
        const record = { origin: "https://daily.example", status: 200, text: "User-agent: *", fetchedAt: T0 };
        assert.equal(await reader.robots(record.origin), null);
        await writer.saveRobots(record);
        await writer.saveRobots({ ...record, status: null, text: "", fetchedAt: T0 + 1 });
        assert.deepEqual(await reader.robots(record.origin), { ...record, status: null, text: "", fetchedAt: T0 + 1 });
      }),
    );
  });
}
