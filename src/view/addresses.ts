import type { ArticleId, SourceId } from "#model/id";

/** Every address of the site, in one place: pages, feeds and JSON link to each other by these. */

export type View = "side" | "inline" | "changes";

export const articlePath = (id: ArticleId): string => `/articles/${id}`;
export const looksPath = (id: ArticleId): string => `/articles/${id}/looks`;
/** A text that stood on the page and is no version. */
export const variantPath = (id: ArticleId, hash: string): string => `/articles/${id}/variants/${hash}`;
export const versionPath = (id: ArticleId, number: number): string => `/articles/${id}/versions/${number}`;
export const proofPath = (id: ArticleId, number: number): string => `${versionPath(id, number)}/proof.json`;
export const changePath = (id: ArticleId, from: number, to: number, view: View = "side"): string =>
  `/articles/${id}/changes/${from}..${to}${view === "side" ? "" : `?view=${view}`}`;
export const sourcePath = (id: SourceId): string => `/sources/${id}`;
export type Order = "newest" | "rank";

/** The front page, whole or of one source, in one of its orders. */
export function orderPath(order: Order, source?: SourceId, days = "1"): string {
  const query = new URLSearchParams();
  if (order === "rank") query.set("order", order);
  if (order === "rank" && days !== "1") query.set("days", days);
  if (source !== undefined) query.set("source", String(source));
  return query.size === 0 ? "/" : `/?${query}`;
}

export const evolutionPath = (id: ArticleId): string => `/articles/${id}/evolution`;
export const searchPath = (q: string): string => `/search?${new URLSearchParams({ q })}`;

export type FeedFormat = "atom" | "rss" | "json";
export const FEED_FORMATS: readonly FeedFormat[] = ["atom", "rss", "json"];

/** Feed addresses: `of` is the path of a page ("" for the front page), `q` the words of a search. */
export const feedPath = (of: string, format: FeedFormat, q?: string): string =>
  `${of}/feed.${format}${q === undefined ? "" : `?${new URLSearchParams({ q })}`}`;
