import type { FeedKind } from "./source.ts";

/** A link to something that may be an article, as a feed, sitemap or page announced it. */
export interface FoundArticle {
  /** Absolute http(s) URL. */
  readonly url: string;
  readonly title: string | null;
  /** Epoch ms as claimed; null when absent or unreadable. */
  readonly publishedAt: number | null;
  readonly updatedAt: number | null;
  /** By which the list tells its entries apart, where that is not an address; absent when it gives none. */
  readonly guid?: string;
}

export interface FoundFeed {
  readonly url: string;
  readonly kind: FeedKind;
  readonly title: string | null;
}
