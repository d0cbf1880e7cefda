import { readFeed } from "#discover/feed";
import type { EngineContext } from "#engine/context";
import { decodeXml } from "#fetch/charset";
import type { FoundArticle } from "#model/found";
import type { Feed } from "#model/source";
import { isPushed } from "#model/subscription";
import type { FeedHub, PendingPush } from "#store/hubs/subscriptions";
import type { PushesUsed } from "#store/writer";
import { announcedShare, type Brought, MIN_FEED_WAIT_MS } from "#version/schedule/feed-period";

/** What hubs have to do with one poll. */
export interface Pushed {
  readonly hubs: readonly FeedHub[];
  readonly push: PendingPush | null;
}

export async function readPushed({ store: { reader } }: Pick<EngineContext, "store">, feed: Feed): Promise<Pushed> {
  const hubs = await reader.feedHubs(feed.id);
  return { hubs, push: hubs.some(({ isPending }) => isPending) ? await reader.pendingPush(feed.id) : null };
}

/**
 * Entries of a push. They are only ever held against articles that are known: what is new is what the publisher itself
 * lists. Whatever is no feed, such as a section page, lists nothing.
 */
export function entriesOf({ push }: Pushed, feed: Feed, now: number): readonly FoundArticle[] {
  if (!push || feed.kind === "page") return [];
  const { bytes, contentType } = push;
  const read = readFeed({ bytes, text: decodeXml(bytes, contentType).text, url: feed.url, contentType, now });
  return read.ok ? read.value.articles : [];
}

/** Share of the feed's news that its hub announces; 0 while no hub pushes. */
export const hubShare = ({ hubs }: Pushed, now: number): number =>
  Math.max(0, ...hubs.filter((hub) => isPushed(hub, now)).map(({ announced }) => announcedShare(announced)));

/** What a successful poll did with the pushes; undefined if the feed has no hub. */
export function pushesUsed(
  { hubs, push }: Pushed,
  feed: Feed,
  brought: Brought,
  polledAt: number,
): PushesUsed | undefined {
  if (hubs.length === 0) return undefined;
  const since = feed.lastPolledAt;
  const wasPushed =
    since !== null && hubs.some((hub) => isPushed(hub, polledAt) && (hub.activeSince ?? polledAt) <= since);
  const hasNews = brought.fresh + brought.signals > 0;
  return {
    seen: hubs.map(({ id, pushes }) => ({ id, pushes })),
    againAt: polledAt + MIN_FEED_WAIT_MS,
    ...(wasPushed && hasNews && { announced: push !== null }),
  };
}
