import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { Habits } from "#model/habits";
import {
  addArticle,
  addSource,
  lookOf,
  type OpenStore,
  openVersion,
  stateOf,
  T0,
  textOf,
  withStore,
} from "./fixtures.ts";

const HABITS: Habits = { ages: [{ weight: 1, medianHours: 1.5, sigma: 1.25 }], meanEdits: 0.7, shape: 0.3 };
const OF_ALL: Habits = {
  ...HABITS,
  bursts: { share: 0.25, hours: 0.4 },
  day: Array.from({ length: 24 }, (_, hour) => (hour < 12 ? 0.1 + 0.2 : 1.7)),
};
const URL_A = "https://daily.example/a";

export function scheduleContract(open: OpenStore): void {
  describe("the schedule's memory", () => {
    it(
      "keeps edits and plan of an article as numbers, exactly",
      withStore(open, async (store) => {
        const id = await addArticle(store, URL_A);
        const fresh = (await store.reader.watched(id))!;
        assert.deepEqual([fresh.watch.edits, fresh.article.plan, fresh.article.signal], [0, null, null]);
        const plan = { editsPerHour: 0.1 + 0.2, price: 0.028, crowding: 1.25 };
        await store.writer.recordLook(lookOf(id, T0, { state: stateOf({ edits: 1.0625, plan }) }));
        await store.writer.recordLook(lookOf(id, T0 + 1));
        const kept = (await store.reader.watched(id))!;
        assert.deepEqual(
          [kept.watch.edits, kept.article.plan],
          [1.0625, plan],
          "left alone by a look that does not name them",
        );
        await store.writer.recordLook(lookOf(id, T0 + 2, { state: stateOf({ plan: null }) }));
        assert.equal((await store.reader.article(id))!.plan, null);
      }),
    );

    it(
      "knows the listed articles of a source under any spelling, and its own alone",
      withStore(open, async (store) => {
        const source = await addSource(store, "https://daily.example/");
        const id = await addArticle(store, URL_A, source);
        await addArticle(store, "https://other.example/b");
        const urls = [
          "https://daily.example/new",
          "http://www.daily.example/a?utm_source=x",
          "https://other.example/b",
        ];
        const listed = await store.reader.listed(source, urls);
        assert.deepEqual(
          listed.map((one) => [one.id, one.index, one.isWatched, one.nextLookAt, one.announced]),
          [[id, 1, true, T0, null]],
        );
        assert.deepEqual(await store.reader.listed(source, []), []);
      }),
    );

    it(
      "brings a look forward for a signal, never back, and wakes what is quiet but not what is gone",
      withStore(open, async (store) => {
        const source = await addSource(store, "https://daily.example/");
        const at = (path: string) => addArticle(store, `https://daily.example/${path}`, source);
        const ids = [await at("later"), await at("sooner"), await at("quiet"), await at("gone")] as const;
        const states = [
          stateOf({ nextLookAt: T0 + 9 * HOUR_MS }),
          stateOf({ nextLookAt: T0 + MINUTE_MS }),
          stateOf({ status: "quiet", statusReason: { code: "few-edits-expected" }, nextLookAt: null }),
          stateOf({ status: "gone", statusReason: { code: "gone-for-good" }, nextLookAt: null }),
        ];
        for (const [i, id] of ids.entries()) await store.writer.recordLook(lookOf(id, T0, { state: states[i]! }));
        const signal = { kind: "updated", at: T0 + HOUR_MS } as const;
        const lookAt = T0 + HOUR_MS;
        await store.writer.recordSignals(ids.map((articleId) => ({ articleId, signal, lookAt, announced: "1 abc" })));
        const after = await Promise.all(ids.map(async (id) => (await store.reader.article(id))!));
        assert.deepEqual(
          after.map(({ status, nextLookAt }) => [status, nextLookAt]),
          [
            ["watched", lookAt],
            ["watched", T0 + MINUTE_MS],
            ["quiet", lookAt],
            ["gone", null],
          ],
        );
        assert.deepEqual(after[0]!.signal, signal);
        const [host] = await store.writer.leaseHosts("one", T0 + 2 * HOUR_MS, MINUTE_MS, 5);
        assert.equal(host?.id, after[0]!.hostId, "the host is ready for it");
        await store.writer.recordSignals([{ articleId: ids[0], signal: { kind: "headline", at: T0 + DAY_MS } }]);
        assert.deepEqual((await store.reader.article(ids[0]))!.signal, signal, "the first that no one answered stays");
      }),
    );

    it(
      "counts what looks prove of signals, and forgets the answered signal",
      withStore(open, async (store) => {
        const source = await addSource(store, "https://daily.example/");
        const id = await addArticle(store, URL_A, source);
        assert.equal((await store.reader.outlook(source)).trust.size, 0);
        await store.writer.recordSignals([{ articleId: id, signal: { kind: "lastmod", at: T0 } }]);
        await store.writer.recordLook(lookOf(id, T0));
        assert.ok((await store.reader.article(id))!.signal, "a look that decides nothing leaves it");
        const hits = (hit: boolean) => [{ thing: "lastmod", hit } as const, { thing: "young", hit } as const];
        await store.writer.recordLook(lookOf(id, T0 + 1, { proved: hits(true) }));
        assert.equal((await store.reader.article(id))!.signal, null);
        for (let i = 0; i < 600; i++) await store.writer.recordLook(lookOf(id, T0 + 2 + i, { proved: hits(false) }));
        const { hits: good, misses } = (await store.reader.outlook(source)).trust.get("lastmod")!;
        assert.ok(good < 1 && good > 0, "what was long ago counts less");
        assert.ok(misses > 300 && misses < 501);
      }),
    );

    it(
      "keeps the latest fit of each source and of all, with its sections",
      withStore(open, async (store) => {
        const source = await addSource(store, "https://daily.example/");
        const other = await addSource(store, "https://other.example/");
        const busy = { ...HABITS, meanEdits: 3 };
        await store.writer.saveHabits(source, [{ section: "old", habits: busy, articles: 1 }], T0);
        await store.writer.saveHabits(null, [{ section: "", habits: OF_ALL, articles: 900 }], T0);
        await store.writer.saveHabits(
          source,
          [
            { section: "", habits: HABITS, articles: 90 },
            { section: "daily.example/sport", habits: busy, articles: 60 },
          ],
          T0,
        );
        const { overall, sections } = await store.reader.outlook(source);
        assert.deepEqual(overall, OF_ALL);
        assert.deepEqual(
          [...sections].sort((a, b) => a.section.localeCompare(b.section)),
          [
            { section: "", habits: HABITS },
            { section: "daily.example/sport", habits: busy },
          ],
        );
        assert.deepEqual((await store.reader.outlook(other)).sections, []);
      }),
    );

    it(
      "makes a crowded host dearer once an hour, and cheaper again, never cheaper than usual",
      withStore(open, async (store) => {
        const id = await addArticle(store, URL_A);
        const { hostId } = (await store.reader.article(id))!;
        const note = async (isCrowded: boolean, at: number) => {
          await store.writer.adjustCrowding(hostId, isCrowded, at);
          return store.reader.crowding(hostId);
        };
        assert.equal(await store.reader.crowding(hostId), 1);
        assert.equal(await note(true, T0), 1.25);
        assert.equal(await note(true, T0 + MINUTE_MS), 1.25);
        assert.equal(await note(true, T0 + HOUR_MS), 1.5625);
        assert.equal(await note(false, T0 + 2 * HOUR_MS), 0.9 * 1.5625);
        for (let i = 3; i < 10; i++) await note(false, T0 + i * HOUR_MS);
        assert.equal(await store.reader.crowding(hostId), 1);
        for (let i = 10; i < 60; i++) await note(true, T0 + i * HOUR_MS);
        assert.equal(await store.reader.crowding(hostId), 100);
      }),
    );

    it(
      "tells how articles were watched, newest first, with the stretches in which they changed",
      withStore(open, async (store) => {
        const source = await addSource(store, "https://daily.example/");
        const a = await addArticle(store, URL_A, source);
        const b = await addArticle(store, "https://daily.example/b", source);
        await addArticle(store, "https://daily.example/never", source);
        await openVersion(store, a, 0, textOf("A", "One."), T0);
        await openVersion(store, b, 0, textOf("B", "Two."), T0);
        await store.writer.recordLook(lookOf(a, T0 + HOUR_MS, { sawVersion: 1 }));
        await openVersion(store, a, 1, textOf("A", "Three."), T0 + 2 * HOUR_MS);
        const courses = await store.reader.watchedCourses(source, T0 - DAY_MS, 10);
        assert.deepEqual(
          courses.map(({ url, changes, lastLookedAt }) => [url, changes, lastLookedAt]),
          [
            ["https://daily.example/b", [], T0],
            [URL_A, [[T0 + HOUR_MS, T0 + 2 * HOUR_MS]], T0 + 2 * HOUR_MS],
          ],
        );
        assert.equal((await store.reader.watchedCourses(source, T0 - DAY_MS, 1)).length, 1);
        assert.deepEqual(await store.reader.watchedCourses(source, T0 + DAY_MS, 10), []);
      }),
    );

    it(
      "keeps what feeds bring",
      withStore(open, async (store) => {
        const source = await addSource(store, "https://daily.example/");
        const { id } = await store.writer.addFeed(
          source,
          { url: "https://daily.example/rss", kind: "rss", title: null },
          HOUR_MS,
          T0,
        );
        const poll = { polledAt: T0, ok: true, error: null, dueAt: T0 + HOUR_MS, etag: null, lastModified: null };
        await store.writer.recordPoll(id, { ...poll, course: { news: 2.5, hours: 0.75 } });
        await store.writer.recordPoll(id, { ...poll, polledAt: T0 + 1 });
        const feed = (await store.reader.feed(id))!;
        assert.deepEqual([feed.news, feed.hours], [2.5, 0.75]);
      }),
    );
  });
}
