import type { FeedId, HostId, SourceId } from "./id.ts";
import type { Reason } from "./reason.ts";

/** Which URLs and titles become articles. Patterns are RE2 syntax (linear time), matched anywhere, case-insensitive. */
export interface Patterns {
  readonly includeUrl: readonly string[];
  readonly excludeUrl: readonly string[];
  readonly includeTitle: readonly string[];
  readonly excludeTitle: readonly string[];
}

export const NO_PATTERNS: Patterns = { includeUrl: [], excludeUrl: [], includeTitle: [], excludeTitle: [] };

/**
 * - `plain`: pages are read as the server sends them.
 * - `browser`: their scripts are run first, in a browser of this machine, for pages that hold no text without.
 */
export type RenderMode = "plain" | "browser";

/** An outlet that publishes. */
export interface Source {
  readonly id: SourceId;
  readonly name: string;
  readonly homeUrl: string;
  readonly patterns: Patterns;
  readonly render: RenderMode;
  readonly createdAt: number;
}

export type FeedKind = "rss" | "atom" | "rdf" | "json" | "sitemap" | "news-sitemap" | "sitemap-index" | "page";

/** Something of a source that lists its articles; `page` is a front or section page whose links are followed. */
export interface Feed {
  readonly id: FeedId;
  readonly sourceId: SourceId;
  readonly hostId: HostId;
  readonly kind: FeedKind;
  readonly url: string;
  readonly title: string | null;
  /** The operator's wish while the feed is healthy; a busy feed is polled up to twice as often, a sleepy one less. */
  readonly periodMs: number;
  /** Next poll; null when the operator paused it. */
  readonly dueAt: number | null;
  readonly lastPolledAt: number | null;
  readonly lastSuccessAt: number | null;
  /** Failures in a row; 0 is healthy, from `BROKEN_AFTER` on the feed shows as broken. */
  readonly failures: number;
  readonly lastError: Reason | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** New articles and announced edits that it brought, and hours in which it did; what is three days old counts for half. */
  readonly news: number;
  readonly hours: number;
}

/** Failures in a row after which a feed is shown as broken: one bad answer is weather, three are news. */
export const BROKEN_AFTER = 3;
