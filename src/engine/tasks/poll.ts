import type { FeedContent } from "#discover/content";
import { readFeed } from "#discover/feed";
import { type HubNames, hubNames } from "#discover/hub";
import { readPage } from "#discover/page";
import { articlesAt } from "#discover/sitemap";
import { newsOfUndated } from "#discover/undated";
import type { EngineContext } from "#engine/context";
import type { PollReport } from "#engine/engine";
import { askingForFeed } from "#engine/look/asking";
import type { Holding } from "#engine/politeness/gate";
import { leadsInward } from "#engine/politeness/inward";
import { entriesOf, hubShare, type Pushed, pushesUsed, readPushed } from "#engine/websub/pushed";
import { updateHubs } from "#engine/websub/update";
import { decodeHtml, decodeXml } from "#fetch/charset";
import { DAY_MS, HOUR_MS } from "#lib/clock";
import { failFor, ok, type Result, reasonOf } from "#model/failure";
import type { FetchResponse, FetchResult } from "#model/fetcher";
import type { FoundArticle } from "#model/found";
import type { Feed } from "#model/source";
import { afterPoll, type Brought, feedWaitMs } from "#version/schedule/feed-period";
import { BASE_PRICE } from "#version/schedule/price";
import { nextPollAt } from "./feed-schedule.ts";
import { followSignals } from "./feed-signals.ts";

/** A feed carries 10-100 entries; a sitemap of years of news must not make years of looks. */
const MAX_NEW_PER_POLL = 500;
/** Of a plain sitemap that dates its entries only what is this fresh counts as news. */
const SITEMAP_WINDOW_MS = 3 * DAY_MS;
/** Sitemaps of an index that are followed; the newest come first. */
const MAX_CHILD_SITEMAPS = 5;
/** An index that names new sitemaps each time adds no more once its source has so many; monthly ones fill eight years. */
const MAX_FEEDS_OF_SOURCE = 100;

/** What a poll works with. */
type PollContext = Pick<
  EngineContext,
  "store" | "clock" | "settings" | "fetcher" | "gate" | "outlooks" | "compilePatterns" | "publicBase"
>;

/** A finished poll: its report, and the answer that the politeness rules use. */
export interface Polled {
  readonly report: PollReport;
  readonly fetched: FetchResult;
}

/** One feed's way: fetch, read, filter, store what is new, and say when to come again. Fails only when it is our own fault. */
export async function pollFeed(context: PollContext, feed: Feed, holding: Holding): Promise<Result<Polled>> {
  const polledAt = context.clock.now();
  const pushed = await readPushed(context, feed);
  const asking = await askingForFeed(context, feed, holding);
  const fetched = await context.fetcher.fetch({
    url: feed.url,
    ...asking,
    // Caches on the way may be behind the hub.
    ...(pushed.push && { fresh: true }),
    permit: context.gate.permit(holding),
    ...(holding.signal && { signal: holding.signal }),
  });
  if (!fetched.ok && fetched.failure.advice === "stop") return fetched;
  const response = fetched.ok ? fetched.value : null;
  const content = fetched.ok ? readAnswer(feed, fetched.value, polledAt) : fetched;
  const stored = content.ok ? await store(context, feed, content.value, pushed) : content;
  if (content.ok && response)
    await updateHubs(context, feed, pushed.hubs, outsideHubs(context, feed, namesIn(content.value, response)));
  const error = stored.ok ? null : reasonOf(stored.failure);
  const failures = stored.ok ? 0 : feed.failures + 1;
  const waitUntil =
    fetched.ok || fetched.failure.retryAfterMs === undefined ? 0 : polledAt + fetched.failure.retryAfterMs;
  const { course, waitMs } = await paceOf(
    context,
    feed,
    stored.ok ? stored.value : null,
    polledAt,
    hubShare(pushed, polledAt),
  );
  const pushes = stored.ok ? pushesUsed(pushed, feed, stored.value, polledAt) : undefined;
  await context.store.writer.recordPoll(feed.id, {
    polledAt,
    ok: stored.ok,
    error,
    course,
    dueAt: Math.max(nextPollAt(context.clock.now(), waitMs, failures, feed.url), waitUntil),
    etag: stored.ok && response ? response.validators.etag : feed.etag,
    lastModified: stored.ok && response ? response.validators.lastModified : feed.lastModified,
    ...(pushes && { pushes }),
  });
  return ok({ report: { feedId: feed.id, ok: stored.ok, error, found: stored.ok ? stored.value.fresh : 0 }, fetched });
}

/** Hubs that the answer names; null when it is not modified, and tells nothing. */
const namesIn = (content: FeedContent | null, { headers, url }: FetchResponse): HubNames | null =>
  content === null ? null : hubNames(headers["link"], content.links, url);

/** A feed outside names no hub inside. */
const outsideHubs = (
  { settings }: Pick<PollContext, "settings">,
  feed: Feed,
  names: HubNames | null,
): HubNames | null => names && { ...names, hubs: names.hubs.filter((hub) => !leadsInward(settings, feed.url, hub)) };

/** What the answer lists; null when it is not modified. */
function readAnswer(feed: Feed, response: FetchResponse, now: number): Result<FeedContent | null> {
  if (response.status === 304) return ok(null);
  if (response.status < 200 || response.status >= 300) {
    const { status } = response;
    return failFor("retry", { code: "feed-status", status }, `The feed answered ${status}.`);
  }
  const contentType = response.headers["content-type"] ?? null;
  const { body: bytes, url } = response;
  if (feed.kind !== "page") return readFeed({ bytes, text: decodeXml(bytes, contentType).text, url, contentType, now });
  const page = readPage(decodeHtml(bytes, contentType).text, url);
  return ok({ kind: "page", title: page.title, homeUrl: null, articles: page.articles, more: [], links: page.links });
}

/** What the feed has brought by now, and how long it is left alone; one that failed has brought nothing and keeps its period. */
async function paceOf(
  { outlooks }: Pick<EngineContext, "outlooks">,
  feed: Feed,
  brought: Brought | null,
  now: number,
  announced: number,
) {
  const before = { news: feed.news, hours: feed.hours };
  if (brought === null) return { course: before, waitMs: feed.periodMs };
  const course = afterPoll(before, brought, feed.lastPolledAt === null ? 0 : (now - feed.lastPolledAt) / HOUR_MS);
  const price = BASE_PRICE * (await outlooks.crowding(feed.hostId, now));
  return { course, waitMs: feedWaitMs(course, brought, feed.periodMs, price, announced) };
}

/** Stores new entries and follows the signals about known ones; returns how many there were. */
async function store(
  context: PollContext,
  feed: Feed,
  content: FeedContent | null,
  pushed: Pushed,
): Promise<Result<Brought>> {
  if (content === null && !pushed.push) return ok({ listed: 0, fresh: 0, signals: 0 });
  const { reader, writer } = context.store;
  const source = await reader.source(feed.sourceId);
  if (!source) return failFor("never", { code: "source-gone" }, "The feed's source no longer exists.");
  const wanted = context.compilePatterns(source.patterns);
  if (!wanted.ok) return wanted;
  const now = context.clock.now();
  const isOutside = ({ url }: FoundArticle) => !leadsInward(context.settings, feed.url, url);
  const listed = (content?.articles ?? []).filter(wanted.value).filter(isOutside);
  const undated = feed.kind === "sitemap" && content?.undated ? content.undated : null;
  const unseen = undated && newsOfUndated(undated, await reader.listing(feed.id), MAX_NEW_PER_POLL);
  const news = unseen
    ? articlesAt(unseen.fresh, feed.url).filter(wanted.value).filter(isOutside)
    : newsOf(feed, listed, now);
  const found = news.slice(0, MAX_NEW_PER_POLL);
  const added = await writer.addArticles(feed.sourceId, found, now);
  // Only now: what was not stored is new again the next time.
  if (unseen?.listed) await writer.saveListing(feed.id, unseen.listed);
  if (content) await followIndex(context, feed, content, now);
  const entries = entriesOf(pushed, feed, now).filter(wanted.value).filter(isOutside);
  const signals = await followSignals(context, feed, listed, { at: pushed.push?.at ?? 0, entries });
  return ok({ listed: found.length, fresh: added.length, signals });
}

/**
 * Of an index its newest sitemaps. One of these may be an index in turn, against the protocol: it is followed when it is polled. Circles
 * end because a known sitemap is not added again, and endless trees at the number of feeds that a source may have.
 */
async function followIndex(
  { store, settings }: Pick<EngineContext, "store" | "settings">,
  feed: Feed,
  content: FeedContent,
  now: number,
): Promise<void> {
  if (!feed.kind.includes("sitemap") || content.more.length === 0) return;
  let feeds = (await store.reader.feeds(feed.sourceId)).length;
  for (const child of content.more.slice(0, MAX_CHILD_SITEMAPS)) {
    if (feeds >= MAX_FEEDS_OF_SOURCE) return;
    if (leadsInward(settings, feed.url, child.url)) continue;
    const { added } = await store.writer.addFeed(feed.sourceId, child, feed.periodMs, now);
    if (added) feeds += 1;
  }
}

/** Feeds list what is new; a plain sitemap lists whatever there ever was. */
function newsOf(feed: Feed, listed: readonly FoundArticle[], now: number): readonly FoundArticle[] {
  if (feed.kind !== "sitemap") return listed;
  const claimedAt = (item: FoundArticle) => item.publishedAt ?? item.updatedAt;
  return listed.filter((item) => now - (claimedAt(item) ?? 0) < SITEMAP_WINDOW_MS);
}
