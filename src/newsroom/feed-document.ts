import { gzipSync } from "node:zlib";
import { FEED_RENDERERS } from "#newsroom/feeds/render";
import { undatedSitemap } from "#newsroom/feeds/undated-sitemap";
import { hubOf } from "#newsroom/hub/address";
import { type Article, savedAt, teaserOf, touchedAt } from "./article.ts";
import type { House } from "./house.ts";
import type { SiteFeed, Teaser } from "./site.ts";

/** Feeds show the latest thirty; sitemaps all. */
const FEED_ITEMS = 30;

export interface FeedMoment {
  readonly base: string;
  readonly now: number;
  /** Only what was saved after this instant: what a hub sends of a feed of entries. */
  readonly since?: number;
}

export interface FeedDocument {
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** What a feed says at a moment. */
export function feedDocument(house: House, feed: SiteFeed, { base, now, since }: FeedMoment): FeedDocument {
  const articles = inSection(house.published(now), feed.section ?? null);
  const updatedAt = Math.max(0, ...articles.map((article) => touchedAt(article, now)));
  const isMap = feed.kind.includes("sitemap");
  const shown = (isMap ? articles : articles.slice(0, FEED_ITEMS)).filter(
    (article) => since === undefined || savedAt(article).some((at) => at > since && at <= now),
  );
  const { type, render } = FEED_RENDERERS[feed.kind as keyof typeof FEED_RENDERERS];
  const lures = isMap || since !== undefined ? [] : house.site.lures.map((path) => lure(base + path, now));
  const teasers = [...teasersOf(shown, base, now), ...lures];
  const hub = feed.hub === "document" ? hubOf(base) : null;
  const page = { site: house.site, base, feed, teasers, updatedAt, hub };
  const body = feed.undated ? undatedSitemap(page) : render(page);
  return feed.path.endsWith(".gz") ? { type: "application/x-gzip", body: gzipSync(body) } : { type, body };
}

export const inSection = (articles: readonly Article[], section: string | null): readonly Article[] =>
  section === null ? articles : articles.filter((article) => article.section === section);

export const teasersOf = (articles: readonly Article[], base: string, now: number): readonly Teaser[] =>
  articles.flatMap((article) => teaserOf(article, base, now) ?? []);

const lure = (url: string, now: number): Teaser => ({
  url,
  headline: "Paid content: boots for every tide",
  standfirst: null,
  section: "sponsored",
  publishedAt: now - (now % 86_400_000),
  modifiedAt: now,
  language: "en",
});
