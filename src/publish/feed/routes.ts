import type { ArticleId } from "#model/id";
import type { Source } from "#model/source";
import { badRequest, notFound } from "#publish/html/problem";
import { answered } from "#publish/http/answer";
import { weakTag } from "#publish/http/conditional";
import { idParam, searchParam, wholeNumber } from "#publish/http/params";
import { absolute, packedOr, ready } from "#publish/http/respond";
import type { Handler, Visit } from "#publish/http/visit";
import { articlePath, type FeedFormat, feedPath, searchPath, sourcePath } from "#view/addresses";
import { changedBylinesOf } from "#view/article";
import { articleHead } from "#view/article-head";
import { bylineEntry, changeEntry, type EntryView, hitEntry, keptDifferences, latestEntry } from "#view/entries";
import { type EntrySetting, entryKey, feedEntry } from "./entry.ts";
import { CONTENT_TYPES, type FeedEntry, writeFeed } from "./feed.ts";
import { tagId } from "./tag-id.ts";

/** As many as a reader that asks once a day may have missed; each costs a comparison the first time. */
const ENTRIES = 50;
/** Part of every ETag: raise it when entries come to look different. */
const EDITION = 5;

interface Feed {
  readonly title: string;
  readonly description: string;
  /** Of the page, and of the feed without `feed.atom`. */
  readonly page: string;
  readonly of: string;
  readonly q?: string;
}

/** `/feed.{atom,rss,json}` */
export const latestFeed: Handler = async (visit) => {
  const { items } = await visit.view.reader.changes({ limit: ENTRIES });
  const { siteName } = visit.web.settings;
  return answer(visit, items.map(latestEntry), {
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
  return answer(visit, items.map(latestEntry), {
    title: `${source.name}: changes`,
    description: `What changed in the articles of ${source.name}`,
    page,
    of: page,
  });
};

/** `/articles/:id/feed.{atom,rss,json}` */
export const articleFeed: Handler = async (visit) =>
  answered(visit, await articleHead(visit.view, idParam<ArticleId>(visit.params["id"])), async (head) => {
    const { article, source } = head;
    const { reader } = visit.view;
    const [{ items }, bylines] = await Promise.all([
      reader.changes({ articleId: article.id, limit: ENTRIES }),
      changedBylinesOf(visit.view, head),
    ]);
    const entries = [...items.map(changeEntry), ...bylines.map((event) => bylineEntry(head, event))];
    const page = articlePath(article.id);
    return answer(visit, entries.sort((a, b) => b.at - a.at).slice(0, ENTRIES), {
      title: `${article.headline ?? article.url}: changes`,
      description: `What changed in this article of ${source.name}`,
      page,
      of: page,
    });
  });

/** `/search/feed.{atom,rss,json}?q=` */
export const searchFeed: Handler = async (visit) => {
  const q = searchParam(visit.query);
  if (!q.ok) return badRequest(visit, q.failure.message);
  if (q.value === "") return badRequest(visit, "“q” has to say what to search for, such as ?q=alleged.");
  const { items } = await visit.view.reader.search(q.value, { limit: ENTRIES });
  return answer(visit, items.map(hitEntry), {
    title: `${visit.web.settings.siteName}: ${q.value}`,
    description: `Versions of articles that hold: ${q.value}`,
    page: searchPath(q.value),
    of: "/search",
    q: q.value,
  });
};

/**
 * Most requests for feeds ask whether there is news: that is answered from the list alone, before anything is
 * compared. A feed that lacks a difference, because there was no room to make it, is never confirmed as unchanged.
 */
async function answer(visit: Visit, entries: readonly EntryView[], feed: Feed): Promise<Response> {
  const format = visit.params["feed"]!.slice("feed.".length) as FeedFormat;
  const newestAt = Math.max(0, ...entries.map(({ at }) => at));
  const etag = weakTag(JSON.stringify([EDITION, format, visit.origin, feed.title, entries.map(stateOf)]));
  const headers = new Headers({ etag, "cache-control": "no-cache", "content-type": CONTENT_TYPES[format] });
  if (newestAt > 0) headers.set("last-modified", new Date(newestAt).toUTCString());
  const lastModifiedAt = newestAt > 0 ? newestAt : null;
  visit.web.recent.note(visit, { tag: etag, lastModifiedAt, headers: [...headers], until: Number.POSITIVE_INFINITY });
  const known = ready(visit, etag, lastModifiedAt, headers);
  if (known) return known;
  const kept = visit.web.fragments.get(etag);
  if (kept !== undefined) return packedOr(visit, kept, etag, headers);
  const made = await inTurn(visit, entries);
  const body = written(visit, format, feed, made);
  if (made.every(({ complete }) => complete)) {
    visit.web.fragments.set(etag, body, body.length);
    return packedOr(visit, body, etag, headers);
  }
  for (const name of ["etag", "last-modified"]) headers.delete(name);
  return new Response(body, { headers });
}

/** All that an entry is made from. */
const stateOf = ({ path, headline, article, source, readings, running, change, at }: EntryView) => [
  path,
  headline ?? article.headline,
  source.name,
  readings,
  running?.versions,
  change?.labelledBy,
  at,
];

/** Longest time that one feed may compare texts; the remaining entries are shown without their differences. */
const COMPARING_MS = 10_000;

/**
 * One after the other: a feed of long texts must not take every thread and every place in the queue. Once there was no
 * room for one of them none is asked for again.
 */
async function inTurn(visit: Visit, entries: readonly EntryView[]): Promise<readonly FeedEntry[]> {
  const spent = AbortSignal.timeout(COMPARING_MS);
  const setting: EntrySetting = {
    view: visit.view,
    fragments: visit.web.fragments,
    absolute: absolute(visit),
    tagId: (path: string) => tagId(visit, path),
  };
  const isRendered = (entry: EntryView) =>
    entry.readings !== null && setting.fragments.get(entryKey(setting, entry, entry.readings)) !== undefined;
  const kept = await keptDifferences(
    visit.view,
    entries.filter((entry) => !isRendered(entry)),
  );
  const made: FeedEntry[] = [];
  for (const entry of entries) {
    const compare = !spent.aborted && made.every(({ complete }) => complete);
    made.push(await feedEntry(setting, entry, kept.get(entry), compare));
  }
  return made;
}

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
