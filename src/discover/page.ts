import { sameSite } from "#lib/url";
import type { FoundArticle, FoundFeed } from "#model/found";
import { articleLinks } from "./article-links.ts";
import { articleUrlScore } from "./article-url.ts";
import { declaredFeed, isFeedLink } from "./declared-feed.ts";
import type { NamedLinks } from "./hub.ts";
import { hasArticleData, outletName } from "./json-ld.ts";
import { readLink } from "./link.ts";
import { walk } from "./markup.ts";
import { PageReader } from "./page-reader.ts";
import { plainTitle } from "./plain.ts";

/** Characters of a page that are read; front pages of large papers have up to 3 million. */
const MAX_PAGE_CHARS = 6_000_000;
const MAX_FEEDS = 30;

/** What a page of a source says about the source's articles. */
export interface PageContent {
  readonly title: string | null;
  /** As the page names its outlet (og:site_name, JSON-LD). */
  readonly siteName: string | null;
  /** Where the page came from. */
  readonly url: string;
  /** As declared, when that lies at the same site and is not merely its home page; else `url`. */
  readonly canonicalUrl: string;
  readonly looksLikeArticle: boolean;
  /** Claimed by an article page; null when not claimed. */
  readonly headline: string | null;
  /** Declared in the head by `<link rel=alternate>`, in the order of the page. */
  readonly feeds: readonly FoundFeed[];
  /** Feeds that are merely linked to, same site only. */
  readonly linkedFeeds: readonly FoundFeed[];
  /** Links that look like articles of this site, in the order of the page. */
  readonly articles: readonly FoundArticle[];
  /** Hubs that it names in its head. */
  readonly links: NamedLinks;
}

/** Reads a page in one bounded pass. Total: a page that is no page has nothing. */
export function readPage(html: string, url: string): PageContent {
  const reader = new PageReader();
  walk(html.slice(0, MAX_PAGE_CHARS), "html", reader);
  reader.finish();
  const base = readLink(reader.baseHref, url) ?? url;
  const own = readLink(url, url) ?? url;
  const canonicalUrl = canonicalOf(readLink(reader.canonical, base), own);
  return {
    title: plainTitle(reader.title, "text"),
    siteName: plainTitle(siteName(reader), "text"),
    url: own,
    canonicalUrl,
    looksLikeArticle: looksLikeArticle(reader, canonicalUrl),
    headline: plainTitle(reader.meta("og:title", "twitter:title"), "text"),
    feeds: unique(reader.links.map((link) => declaredFeed(link, base))),
    linkedFeeds: unique(reader.anchors.map((anchor) => isFeedLink(anchor, base))).filter((feed) =>
      sameSite(feed.url, url),
    ),
    articles: articleLinks(reader.anchors, base, url),
    links: { hubs: reader.hubs, self: reader.self, base },
  };
}

const siteName = (reader: PageReader): string =>
  reader.meta("og:site_name") ||
  reader.jsonLd.map(outletName).find((name) => name !== "") ||
  reader.meta("application-name");

function canonicalOf(declared: string | null, own: string): string {
  return declared !== null && sameSite(declared, own) && new URL(declared).pathname !== "/" ? declared : own;
}

function unique(feeds: readonly (FoundFeed | null)[]): readonly FoundFeed[] {
  const byUrl = new Map<string, FoundFeed>();
  for (const feed of feeds) if (feed && !byUrl.has(feed.url)) byUrl.set(feed.url, feed);
  return [...byUrl.values()].slice(0, MAX_FEEDS);
}

/**
 * Evidence is added up, since each sign alone is wrong on many sites: themes mark sections as og:type article, papers
 * put a NewsArticle of every teaser into a section's JSON-LD.
 */
function looksLikeArticle(reader: PageReader, url: string): boolean {
  const score = articleUrlScore(url);
  if (score <= -10) return false;
  let evidence = Math.min(score, 5) - 2;
  if (reader.jsonLd.some(hasArticleData)) evidence += 4;
  if (/^(?:article|news|story|blog)/i.test(reader.meta("og:type"))) evidence += 2;
  else if (reader.meta("og:type") !== "") evidence -= 1;
  if (reader.meta("article:published_time", "datepublished", "pubdate", "dc.date.issued", "parsely-pub-date") !== "")
    evidence += 2;
  return evidence >= 2;
}
