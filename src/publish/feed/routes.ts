import type { ArticleId } from "#model/id";
import type { Source } from "#model/source";
import { badRequest, notFound } from "#publish/html/problem";
import { answered } from "#publish/http/answer";
import { isFresh, weakTag } from "#publish/http/conditional";
import { idParam, searchParam, wholeNumber } from "#publish/http/params";
import type { Handler, Visit } from "#publish/http/visit";
import type { ChangeListItem, SearchHit } from "#store/public-reader";
import { articlePath, type FeedFormat, feedPath, searchPath, sourcePath } from "#view/addresses";
import { articleHead } from "#view/article-head";
import { changeEntry, hitEntry, latestEntry, tagId } from "./entry-of.ts";
import { CONTENT_TYPES, type FeedEntry, writeFeed } from "./feed.ts";

/** As many as a reader that asks once a day may have missed; each costs a comparison the first time. */
const ENTRIES = 50;
/** Part of every ETag: raise it when entries come to look different. */
const EDITION = 3;

interface Feed {
  readonly title: string;
  readonly description: string;
  /** Of the page, and of the feed without `feed.atom`. */
  readonly page: string;
  readonly of: string;
  readonly q?: string;
  /** Makes an entry of a change; a live page is one entry, except in the feed of its own. */
  readonly each?: typeof changeEntry;
}

/** `/feed.{atom,rss,json}` */
export const latestFeed: Handler = async (visit) => {
  const { items } = await visit.view.reader.changes({ limit: ENTRIES });
  const { siteName } = visit.web.settings;
  return changesFeed(visit, items, {
    title: `${siteName}: latest changes`,
    description: "What changed in the articles of all sources",
    page: "/",
    of: "",
  });
};

/** `/sources/:id/feed.{atom,rss,json}` */
export const sourceFeed: Handler = async (visit) => {
  const id = wholeNumber(visit.params["id"] ?? "") as Source["id"] | null;
  const source = id === null ? null : await visit.view.reader.source(id);
  if (!source) return notFound(visit, "No source has this number.");
  const { items } = await visit.view.reader.changes({ sourceId: source.id, limit: ENTRIES });
  const page = sourcePath(source.id);
  return changesFeed(visit, items, {
    title: `${source.name}: changes`,
    description: `What changed in the articles of ${source.name}`,
    page,
    of: page,
  });
};

/** `/articles/:id/feed.{atom,rss,json}` */
export const articleFeed: Handler = async (visit) =>
  answered(
    visit,
    await articleHead(visit.view, idParam<ArticleId>(visit.params["id"])),
    async ({ article, source }) => {
      const { items } = await visit.view.reader.changes({ articleId: article.id, limit: ENTRIES });
      const page = articlePath(article.id);
      return changesFeed(visit, items, {
        title: `${article.headline ?? article.url}: changes`,
        description: `What changed in this article of ${source.name}`,
        page,
        of: page,
        each: changeEntry,
      });
    },
  );

/** `/search/feed.{atom,rss,json}?q=` */
export const searchFeed: Handler = async (visit) => {
  const q = searchParam(visit.query);
  if (!q.ok) return badRequest(visit, q.failure.message);
  if (q.value === "") return badRequest(visit, "“q” has to say what to search for, such as ?q=alleged.");
  const { items } = await visit.view.reader.search(q.value, { limit: ENTRIES });
  const state = items.map((hit) => [hit.article.id, hit.version.number, hit.article.headline, hit.source.name]);
  const newest = Math.max(0, ...items.map((hit) => hit.version.firstSeenAt));
  return answer(visit, state, newest, () => inTurn(items, (hit: SearchHit, compare) => hitEntry(visit, hit, compare)), {
    title: `${visit.web.settings.siteName}: ${q.value}`,
    description: `Versions of articles that hold: ${q.value}`,
    page: searchPath(q.value),
    of: "/search",
    q: q.value,
  });
};

function changesFeed(visit: Visit, items: readonly ChangeListItem[], feed: Feed): Promise<Response> | Response {
  const { each = latestEntry } = feed;
  const state = items.map(({ change, article, source }) => [change.id, article.headline, source.name]);
  const newest = Math.max(0, ...items.map((item) => item.change.seenAt));
  return answer(visit, state, newest, () => inTurn(items, (item, compare) => each(visit, item, compare)), feed);
}

/**
 * Most requests for feeds ask whether there is news: that is answered from the list alone, before anything is
 * compared. A feed that lacks a difference, because there was no room to make it, is never confirmed as unchanged.
 */
async function answer(
  visit: Visit,
  state: unknown,
  newestAt: number,
  entries: () => Promise<readonly FeedEntry[]>,
  feed: Feed,
): Promise<Response> {
  const format = visit.params["feed"]!.slice("feed.".length) as FeedFormat;
  const etag = weakTag(JSON.stringify([EDITION, format, visit.origin, feed.title, state]));
  const headers = new Headers({ etag, "cache-control": "no-cache", "content-type": CONTENT_TYPES[format] });
  if (newestAt > 0) headers.set("last-modified", new Date(newestAt).toUTCString());
  if (isFresh(visit.request, etag, newestAt > 0 ? newestAt : null)) return new Response(null, { status: 304, headers });
  const made = await entries();
  if (made.some(({ complete }) => !complete)) for (const name of ["etag", "last-modified"]) headers.delete(name);
  return new Response(written(visit, format, feed, made), { headers });
}

/** The most that a feed may spend on comparing; what is left over stands there without its difference. */
const COMPARING_MS = 10_000;

/**
 * One after the other: a feed of long texts must not take every thread and every place in the queue. Once there was no
 * room for one of them none is asked for again.
 */
async function inTurn<T>(items: readonly T[], make: Make<T>): Promise<readonly FeedEntry[]> {
  const spent = AbortSignal.timeout(COMPARING_MS);
  const entries: FeedEntry[] = [];
  for (const item of items) entries.push(await make(item, !spent.aborted && entries.every(({ complete }) => complete)));
  return entries;
}

/** `compare`: put the difference in. */
type Make<T> = (item: T, compare: boolean) => Promise<FeedEntry>;

function written(visit: Visit, format: FeedFormat, feed: Feed, entries: readonly FeedEntry[]): string {
  return writeFeed(format, {
    id: tagId(visit, feedPath(feed.of, "atom", feed.q)),
    title: feed.title,
    description: feed.description,
    pageUrl: visit.origin + feed.page,
    feedUrl: visit.origin + feedPath(feed.of, format, feed.q),
    entries,
  });
}
