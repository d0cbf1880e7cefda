import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DAY_MS, HOUR_MS } from "#lib/clock";
import type { SourceId } from "#model/id";
import { NO_PATTERNS } from "#model/source";
import {
  addArticle,
  addSource,
  found,
  lookOf,
  type OpenStore,
  openVersion,
  T0,
  textOf,
  withStore,
} from "./fixtures.ts";

export function overviewContract(open: OpenStore): void {
  describe("hiding, counts and health", () => {
    it(
      "hides an article from every list, search and count, and shows it again",
      withStore(open, async (store) => {
        const kept = await addArticle(store, "https://daily.example/kept");
        const { sourceId } = (await store.reader.article(kept))!;
        const id = await addArticle(store, "https://daily.example/hidden", sourceId);
        for (const article of [kept, id]) {
          for (const after of [0, 1]) await openVersion(store, article, after, textOf("Headline", `body ${after}`));
        }
        const now = T0 + 3 * HOUR_MS;
        const seen = async () => {
          const [health] = await store.reader.health(now);
          const { articles, versions, changes } = await store.reader.counts();
          return [
            (await store.reader.articles({ limit: 9 })).items.length,
            (await store.reader.articles({ limit: 9, sourceId })).items.length,
            (await store.reader.changes({ limit: 9 })).items.length,
            (await store.reader.changes({ limit: 9, articleId: id })).items.length + 1,
            (await store.reader.search("body", { limit: 9 })).items.length,
            health!.articles,
            health!.articlesToday,
            health!.changesToday,
            articles,
            versions / 2,
            changes,
          ];
        };
        assert.deepEqual(await seen(), Array(11).fill(2));
        await store.writer.hide(id, "court order", now);
        assert.deepEqual(await seen(), Array(11).fill(1));
        const article = (await store.reader.article(id))!;
        assert.deepEqual([article.hidden, article.hiddenReason], [true, "court order"]);
        assert.equal((await store.reader.articleByUrl("https://daily.example/hidden"))?.hidden, true);
        assert.equal((await store.reader.versions(id)).length, 2);
        assert.deepEqual(
          (await store.reader.hiddenArticles()).map((item) => item.article.id),
          [id],
        );
        await store.writer.unhide(id);
        assert.deepEqual(await seen(), Array(11).fill(2));
        assert.deepEqual(await store.reader.hiddenArticles(), []);
      }),
    );

    it(
      "counts what happened to each source in the last day",
      withStore(open, async (store) => {
        const source = await addSource(store);
        const quiet = await addSource(store, "https://quiet.example/");
        const now = T0 + 10 * DAY_MS;
        const [old] = await store.writer.addArticles(source, [found("https://daily.example/old")], now - 2 * DAY_MS);
        await store.writer.addArticles(source, [found("https://daily.example/new")], now - HOUR_MS);
        await openVersion(store, old!, 0, textOf("A", "one"), now - 2 * DAY_MS);
        await openVersion(store, old!, 1, textOf("A", "two"), now - 3 * HOUR_MS);
        await store.writer.recordLook(lookOf(old!, now - 2 * HOUR_MS, { outcome: "error", decision: "none" }));
        await store.writer.recordLook(lookOf(old!, now - HOUR_MS, { outcome: "gone", decision: "none" }));
        const [busy, silent] = await store.reader.health(now);
        const { source: _, feeds: __, hubs, ...numbers } = busy!;
        assert.deepEqual(hubs, []);
        assert.deepEqual(numbers, {
          articles: 2,
          articlesToday: 1,
          changesToday: 1,
          looksToday: 3,
          failedLooksToday: 1,
          lastSuccessAt: now - HOUR_MS,
          lastArticleAt: now - HOUR_MS,
          fault: null,
          silentSince: null,
          waiting: { count: 0, lastAt: null },
        });
        assert.deepEqual([silent!.source.id, silent!.articles, silent!.silentSince], [quiet, 0, 240]);
        assert.deepEqual(await store.reader.health(now, [quiet]), [silent]);
        assert.deepEqual(await store.reader.health(now, []), []);
      }),
    );

    it(
      "says of each source, without its figures, whether it is well",
      withStore(open, async ({ writer, reader }) => {
        const ids: SourceId[] = [];
        for (const failures of [0, 1, 3]) {
          const homeUrl = `https://${failures}.example/`;
          const { id } = await writer.addSource({ name: `${failures}`, homeUrl, patterns: NO_PATTERNS }, T0);
          const feed = await writer.addFeed(id, { url: `${homeUrl}f`, kind: "rss", title: null }, HOUR_MS, T0);
          const poll = { polledAt: T0, ok: false, error: null, dueAt: T0, etag: null, lastModified: null };
          for (let i = 0; i < failures; i++) await writer.recordPoll(feed.id, poll);
          ids.push(id);
        }
        await writer.addArticles(ids[0]!, [found("https://0.example/new")], T0 + DAY_MS);
        const states = await reader.sourceStates(T0 + 3 * DAY_MS);
        assert.deepEqual(
          states.map(({ id, name, homeUrl: _, ...rest }) => [id, name, ...Object.values(rest)]),
          [
            [ids[0], "0", 0, 0, T0 + DAY_MS, null, null, null],
            [ids[1], "1", 0, 1, null, null, null, 72],
            [ids[2], "3", 1, 0, null, null, null, 72],
          ],
        );
        assert.equal(await reader.sourceCount(), 3);
        assert.deepEqual(
          (await reader.sourceNames()).map(({ id, homeUrl }) => [id, homeUrl]),
          ids.map((id, i) => [id, states[i]!.homeUrl]),
        );
      }),
    );

    it(
      "counts everything",
      withStore(open, async (store) => {
        const id = await addArticle(store);
        const { sourceId } = (await store.reader.article(id))!;
        await store.writer.addFeed(sourceId, { url: "https://daily.example/f", kind: "atom", title: null }, 1, T0);
        for (const after of [0, 1, 2]) await openVersion(store, id, after, textOf("A", `${after}`));
        await store.writer.recordLook(lookOf(id, T0 + 9, { sawVersion: 3 }));
        assert.deepEqual(await store.reader.counts(), {
          sources: 1,
          feeds: 1,
          articles: 1,
          versions: 3,
          captures: 4,
          changes: 2,
        });
      }),
    );
  });
}
