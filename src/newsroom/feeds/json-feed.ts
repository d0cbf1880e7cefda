import { iso } from "#newsroom/times";
import type { FeedPage } from "./feed.ts";

export function jsonFeed(page: FeedPage): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: page.feed.title,
    home_page_url: `${page.base}/`,
    feed_url: `${page.base}${page.feed.path}`,
    language: page.site.language,
    ...(page.hub !== null && { hubs: [{ type: "WebSub", url: page.hub }] }),
    items: page.teasers.map((t) => ({
      id: t.url,
      url: t.url,
      title: t.headline,
      summary: t.standfirst ?? t.headline,
      date_published: iso(t.publishedAt),
      date_modified: iso(t.modifiedAt),
      tags: [t.section],
    })),
  });
}
