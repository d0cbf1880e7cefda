import type { EngineContext } from "#engine/context";
import { DAY_MS, HOUR_MS } from "#lib/clock";
import { urlKey } from "#lib/url";
import type { FoundArticle } from "#model/found";
import type { Trust } from "#model/signal";
import type { Feed } from "#model/source";
import type { ArticleSignal, ListedArticle } from "#store/schedule/schedule";
import { expectedNow } from "#version/schedule/after-look";
import { BASE_PRICE } from "#version/schedule/price";
import { chanceAfter, isWorthALook, precisionOf, UNTRIED } from "#version/schedule/signals";
import { type InPush, spot } from "#version/schedule/spot";

/** Entries that are asked about: a feed lists a hundred, a sitemap everything there ever was. */
const MAX_ASKED = 1000;
/** Of a sitemap only what it says was changed lately. */
const SITEMAP_WINDOW_MS = 3 * DAY_MS;
/** A push with more entries than this is the whole feed and not what was changed in it. */
const MAX_ALONE = 5;
/** If no look at the article is planned, a signal saves as much as the longest delay that counts. */
const MAX_SAVED_HOURS = 72;

/** What a hub pushed before the poll. Known entries may be looked at because of it; others are ignored. */
export interface HeardPush {
  readonly at: number;
  readonly entries: readonly FoundArticle[];
}

const NOT_PUSHED: HeardPush = { at: 0, entries: [] };

/**
 * Finds the signals that a poll gives about known articles, and schedules an early look if a signal is worth one. Returns the
 * number of signals.
 */
export async function followSignals(
  context: Pick<EngineContext, "store" | "clock" | "outlooks">,
  feed: Feed,
  listed: readonly FoundArticle[],
  push: HeardPush = NOT_PUSHED,
): Promise<number> {
  const { reader, writer } = context.store;
  const now = context.clock.now();
  // As the publisher lists them, where it does: a hub may be behind.
  const asked = [...lately(feed, listed, now), ...push.entries].slice(0, MAX_ASKED);
  const pushed = new Set(push.entries.map(({ url }) => urlKey(url)));
  const inPush = (url: string, { lastLookedAt }: ListedArticle): InPush | undefined => {
    if (!pushed.has(urlKey(url)) || (lastLookedAt ?? push.at) >= push.at) return undefined;
    return push.entries.length > MAX_ALONE ? "list" : "alone";
  };
  const known = await reader.listed(
    feed.sourceId,
    asked.map(({ url }) => url),
  );
  const { habits, trust, crowding } = await context.outlooks.of(feed, now);
  const price = BASE_PRICE * crowding;
  const chance = (article: ListedArticle, of: Trust = UNTRIED): number =>
    chanceAfter(precisionOf(of), expectedNow(article, habits, article.lastLookedAt ?? now, now));
  const heard = known.flatMap((article): ArticleSignal[] => {
    const entry = asked[article.index]!;
    const spotted = spot(feed, entry, article, now, inPush(entry.url, article));
    if (!spotted.signal && spotted.announced === undefined) return [];
    const isWorth =
      spotted.signal !== undefined &&
      article.isWatched &&
      article.failures === 0 &&
      isWorthALook(chance(article, trust.get(spotted.signal.kind)), savedHours(article, now), price);
    return [{ articleId: article.id, ...spotted, ...(isWorth && { lookAt: now }) }];
  });
  if (heard.length > 0) await writer.recordSignals(heard);
  return heard.filter(({ signal }) => signal).length;
}

function lately(feed: Feed, listed: readonly FoundArticle[], now: number): readonly FoundArticle[] {
  if (!feed.kind.includes("sitemap")) return listed;
  return listed.filter(({ updatedAt }) => updatedAt !== null && now - updatedAt < SITEMAP_WINDOW_MS);
}

const savedHours = ({ nextLookAt }: ListedArticle, now: number): number =>
  nextLookAt === null ? MAX_SAVED_HOURS : Math.min(Math.max(0, nextLookAt - now) / HOUR_MS, MAX_SAVED_HOURS);
