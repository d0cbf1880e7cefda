import type { FoundArticle, FoundFeed } from "#model/found";

/** What an address turned out to be, as far as one source is concerned. */
export interface Discovery {
  readonly kind: "article" | "site" | "feed" | "sitemap" | "opml";
  readonly source: { readonly name: string; readonly homeUrl: string };
  readonly feeds: readonly FoundFeed[];
  /** Articles known at once, without another poll. */
  readonly articles: readonly FoundArticle[];
}
