import type { ArticleId, SourceId } from "#model/id";
import type { VersionKey } from "#model/join";

/** Every address of the site, in one place: pages, feeds and JSON link to each other by these. */

export type View = "side" | "inline" | "changes";

export const articlePath = (id: ArticleId): string => `/articles/${id}`;
export const looksPath = (id: ArticleId): string => `/articles/${id}/looks`;
/** A text that stood on the page and is no version. */
export const variantPath = (id: ArticleId, hash: string): string => `/articles/${id}/variants/${hash}`;
export const versionPath = (id: ArticleId, number: number): string => `/articles/${id}/versions/${number}`;
export const proofPath = (id: ArticleId, number: number): string => `${versionPath(id, number)}/proof.json`;
/** By the article that recorded the version: that address stays, whatever the article is joined with. */
export const headPath = ({ articleId, number }: VersionKey): string => versionPath(articleId, number);

/** `from` is a number, or `ARTICLE-NUMBER` for a version of another article that this one was joined with. */
export const changePath = (id: ArticleId, from: number | string, to: number, view: View = "side"): string =>
  `/articles/${id}/changes/${from}..${to}${view === "side" ? "" : `?view=${view}`}`;
/** How a version is named beside one of `article`. */
export const versionName = ({ articleId, number }: VersionKey, article: ArticleId): string =>
  articleId === article ? String(number) : `${articleId}-${number}`;

/** Of any two versions of one article, at the newer one. */
export const pairPath = (old: VersionKey, next: VersionKey, view?: View): string =>
  changePath(next.articleId, versionName(old, next.articleId), next.number, view);

export const sourcePath = (id: SourceId): string => `/sources/${id}`;
export type Order = "newest" | "rank";

type Query = Readonly<Record<string, string | number | undefined>>;

/** An address with those parts of a query that say something. */
export function withQuery(path: string, query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== "") params.set(name, String(value));
  return params.size === 0 ? path : `${path}?${params}`;
}

export interface LatestAddress {
  readonly order?: Order;
  readonly source?: SourceId | undefined;
  /** For the order by rank. */
  readonly days?: number;
  readonly before?: number;
  /** As JSON. */
  readonly json?: boolean;
}

/** The front page, whole or of one source, in one of its orders. */
export const latestPath = ({ order, source, days, before, json }: LatestAddress): string =>
  withQuery(json ? "/changes.json" : "/", {
    order: order === "rank" ? order : undefined,
    days: order === "rank" && days !== 1 ? days : undefined,
    source,
    before,
  });

/** Sources whose names have these words; those that are not well first. */
export const sourcesPath = (words: string, page = 1): string =>
  withQuery("/sources", { q: words, page: page === 1 ? undefined : page });

export const evolutionPath = (id: ArticleId): string => `/articles/${id}/evolution`;
export const searchPath = (q: string): string => `/search?${new URLSearchParams({ q })}`;

export type FeedFormat = "atom" | "rss" | "json";
export const FEED_FORMATS: readonly FeedFormat[] = ["atom", "rss", "json"];

/** Feed addresses: `of` is the path of a page ("" for the front page), `q` the words of a search. */
export const feedPath = (of: string, format: FeedFormat, q?: string): string =>
  `${of}/feed.${format}${q === undefined ? "" : `?${new URLSearchParams({ q })}`}`;

/** The place of a changed byline within the page of its article. */
export const bylineId = (seenAt: number): string => `byline-${Math.floor(seenAt / 1000)}`;
