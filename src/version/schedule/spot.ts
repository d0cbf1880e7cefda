import { MINUTE_MS } from "#lib/clock";
import { sha256 } from "#lib/hash";
import type { FoundArticle } from "#model/found";
import type { Signal, SignalKind } from "#model/signal";
import type { Feed, FeedKind } from "#model/source";

/** A date this far ahead of our clock is a clock that runs fast, and one further ahead is no date of an edit. */
const MAX_AHEAD_MS = 10 * MINUTE_MS;

/** A known article, as far as signals go by it. */
export interface Known {
  readonly lastLookedAt: number | null;
  readonly signal: Signal | null;
  readonly announced: string | null;
}

/**
 * How a hub's push has the entry: `alone`, or with a few others, as hubs send what was changed; or in the whole `list`, which says
 * nothing of any one entry.
 */
export type InPush = "alone" | "list";

export interface Spotted {
  /** Absent when the entry tells nothing that is not known. */
  readonly signal?: Signal;
  /** To be remembered of the entry; absent when that is remembered already. */
  readonly announced?: string;
}

/**
 * What an entry of a feed says about a known article: its date of change is later than our last look, or its title
 * differs from the title at the poll before. Titles are compared within one feed, the first that listed the article,
 * because feeds and pages often have titles of their own.
 */
export function spot(
  feed: Pick<Feed, "id" | "kind">,
  found: FoundArticle,
  known: Known,
  now: number,
  inPush?: InPush,
): Spotted {
  const announced = announcedBy(feed, found, known);
  if (known.lastLookedAt === null || known.signal !== null) return announced === null ? {} : { announced };
  const renamed = announced !== null && known.announced !== null;
  const isLater = isUpdated(found, known.lastLookedAt, now);
  const shown = isLater ? datedKind(feed.kind) : renamed ? "headline" : null;
  const isSignal = shown !== null || (inPush === "alone" && found.updatedAt === null);
  const kind = inPush !== undefined && isSignal ? "push" : shown;
  return { ...(kind && { signal: { kind, at: now } }), ...(announced !== null && { announced }) };
}

const isUpdated = ({ updatedAt }: FoundArticle, lastLookedAt: number, now: number): boolean =>
  updatedAt !== null && updatedAt > lastLookedAt && updatedAt <= now + MAX_AHEAD_MS;

const datedKind = (kind: FeedKind): SignalKind => (kind.includes("sitemap") ? "lastmod" : "updated");

function announcedBy(feed: Pick<Feed, "id">, { title }: FoundArticle, { announced }: Known): string | null {
  if (title === null || title.trim() === "") return null;
  if (announced !== null && !announced.startsWith(`${feed.id} `)) return null;
  const now = `${feed.id} ${sha256(title.trim()).slice(0, 12)}`;
  return now === announced ? null : now;
}
