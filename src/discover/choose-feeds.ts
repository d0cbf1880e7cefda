import { urlKey } from "#lib/url";
import type { FoundFeed } from "#model/found";
import { isSideFeed } from "./declared-feed.ts";

/** Words that tell formats of one feed apart, not feeds. */
const FORMAT = /rss\d*|atom\d*|rdf|json|xml|feeds?|\d\.\d+|[^\p{L}\p{N}]+/giu;

/**
 * Which of a page's feeds to follow, best first: none of comments, one of several formats, and those of the section
 * alone when the page is a section that has its own.
 */
export function chooseFeeds(feeds: readonly FoundFeed[], pageUrl: string): readonly FoundFeed[] {
  const main = feeds.filter((feed) => !isSideFeed(feed));
  const own = main.filter((feed) => isOfSection(feed, pageUrl));
  const formats = new Map<string, FoundFeed>();
  for (const feed of own.length > 0 ? own : main) {
    const key = formatKey(feed);
    if (!formats.has(key)) formats.set(key, feed);
  }
  return [...formats.values()];
}

/** Equal for "/politics/feed.xml" and "/politics/atom.xml". */
const formatKey = (feed: FoundFeed): string => urlKey(feed.url).toLowerCase().replace(FORMAT, "");

/** True when the last folder of the page stands in the feed's address or title. */
function isOfSection(feed: FoundFeed, pageUrl: string): boolean {
  const section = new URL(pageUrl).pathname
    .split("/")
    .filter(Boolean)
    .at(-1)
    ?.replace(/\.\w+$/, "")
    .toLowerCase();
  if (section === undefined || section.length < 3) return false;
  const { pathname, search } = new URL(feed.url);
  const words = `${pathname}${search} ${feed.title ?? ""}`.toLowerCase().split(/[^\p{L}\p{N}-]+/u);
  return words.includes(section);
}
