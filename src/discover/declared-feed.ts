import type { FoundFeed } from "#model/found";
import type { FeedKind } from "#model/source";
import { readLink } from "./link.ts";
import type { Anchor, PageLink } from "./page-reader.ts";
import { plainTitle } from "./plain.ts";

/** Media types of feeds; servers and pages mix them up, so the kind is only a first guess. */
const KIND_OF_TYPE: ReadonlyMap<string, FeedKind> = new Map([
  ["application/rss+xml", "rss"],
  ["application/rss", "rss"],
  ["application/x.rss+xml", "rss"],
  ["application/x-rss+xml", "rss"],
  ["text/rss+xml", "rss"],
  ["application/rdf+xml", "rdf"],
  ["application/atom+xml", "atom"],
  ["application/atom", "atom"],
  ["application/x.atom+xml", "atom"],
  ["application/x-atom+xml", "atom"],
  ["application/feed+json", "json"],
]);

const FEED_ADDRESS = /(?:[/._=-](?:rss|atom|rdf|feeds?)(?:[/._?&-]|\d*$)|\.(?:rss|atom|rdf)$|feed\.json$|^feeds?\.)/i;

/** The feed that a `<link>` of a page declares, or null: WordPress and oEmbed declare other things in the same way. */
export function declaredFeed(link: PageLink, base: string): FoundFeed | null {
  const type = link.type.replace(/;.*$/, "").trim();
  const url = readLink(link.href.replace(/^feed:/i, ""), base);
  if (url === null) return null;
  const known = KIND_OF_TYPE.get(type);
  const vague = /^(?:text\/xml|application\/xml|application\/json|)$/.test(type) && isFeedAddress(url);
  if (known === undefined && !vague && !/\bfeed\b/.test(link.rel)) return null;
  if (known === undefined && /oembed|wp-json/i.test(url)) return null;
  return { url, kind: known ?? kindOfAddress(url), title: plainTitle(link.title, "text") };
}

/** The feed that an anchor leads to, judged by its address, or null. */
export function isFeedLink(anchor: Anchor, base: string): FoundFeed | null {
  if (!/rss|atom|feed|rdf/i.test(anchor.href)) return null;
  const url = readLink(anchor.href, base);
  if (url === null || !isFeedAddress(url) || /oembed|wp-json|feedback/i.test(url)) return null;
  return { url, kind: kindOfAddress(url), title: plainTitle(anchor.text, "text") };
}

function isFeedAddress(url: string): boolean {
  const { hostname, pathname, search } = new URL(url);
  return FEED_ADDRESS.test(pathname) || FEED_ADDRESS.test(search) || /^(?:feeds?|rss)\./.test(hostname);
}

const kindOfAddress = (url: string): FeedKind =>
  /json/i.test(url) ? "json" : /atom/i.test(url) ? "atom" : /\brdf\b/i.test(url) ? "rdf" : "rss";

/** Feeds of comments, of one article's replies, of podcasts: nothing in them is an article. */
export function isSideFeed(feed: FoundFeed): boolean {
  const { pathname, search } = new URL(feed.url);
  return (
    /comments?(?:[/.?_-]|$)|withcomments|replies|podcast/i.test(pathname + search) ||
    /\b(?:comments?|kommentare?|commentaires?|comentarios?|commenti|reacties|podcasts?)\b|комментари|コメント|评论/iu.test(
      feed.title ?? "",
    )
  );
}
