import type { FeedKind } from "#model/source";
import { atom } from "./atom.ts";
import type { FeedPage } from "./feed.ts";
import { jsonFeed } from "./json-feed.ts";
import { rdf } from "./rdf.ts";
import { rss } from "./rss.ts";
import { newsSitemap, sitemap, sitemapIndex } from "./sitemap.ts";

interface Renderer {
  readonly type: string;
  readonly render: (page: FeedPage) => string;
}

/** By kind; a `page` feed is a front page and has its template. */
export const FEED_RENDERERS: Readonly<Record<Exclude<FeedKind, "page">, Renderer>> = {
  rss: { type: "application/rss+xml; charset=utf-8", render: rss },
  atom: { type: "application/atom+xml", render: atom },
  rdf: { type: "application/rdf+xml", render: rdf },
  json: { type: "application/feed+json", render: jsonFeed },
  sitemap: { type: "application/xml", render: sitemap },
  "news-sitemap": { type: "application/xml", render: newsSitemap },
  "sitemap-index": { type: "text/xml", render: sitemapIndex },
};
