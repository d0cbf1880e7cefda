import type { FoundFeed } from "#model/found";
import type { FeedKind } from "#model/source";
import type { Asker } from "./asker.ts";
import { chooseFeeds } from "./choose-feeds.ts";
import type { FeedContent } from "./content.ts";
import type { Discovery } from "./discovery.ts";
import { readFeed } from "./feed.ts";
import { homeOf, hostName } from "./link.ts";
import type { PageContent } from "./page.ts";
import { isNewsName } from "./sitemap.ts";

/** Feeds taken of one page. Papers declare dozens; the first ones are those of the page itself. */
const MAX_FEEDS = 5;
/** Requests spent on addresses that the page or robots.txt names, per kind. */
const MAX_TRIES = 3;
/** A page needs this many links that look like articles to be watched as a feed. */
const MIN_PAGE_ARTICLES = 3;

/** Where feeds stand on sites that do not say so, most frequent first. */
const COMMON_FEEDS = ["feed", "rss.xml", "rss", "feed.xml", "atom.xml", "index.xml", "feed.json"];
const COMMON_SECTION_FEEDS = ["feed", "rss.xml"];
const COMMON_SITEMAPS = ["news-sitemap.xml", "sitemap_news.xml", "sitemap.xml"];

/** Feeds that answered, with what they list. */
interface Verified {
  readonly feed: FoundFeed;
  readonly content: FeedContent;
}

/** One way of finding what lists a page's articles; null when it leads nowhere. */
type Way = (page: PageContent, asker: Asker) => Promise<Feeds | null>;

/**
 * Looks for what lists the articles of a home or section page, the likeliest place first, and stops at the first success.
 * Null when nothing lists them.
 */
export async function exploreSite(page: PageContent, asker: Asker): Promise<Discovery | null> {
  const ways = isHomePage(page) ? WAYS_OF_A_HOME_PAGE : WAYS_OF_A_SECTION;
  for (const way of ways) {
    const feeds = await way(page, asker);
    if (feeds) return asSite(page, feeds);
  }
  return null;
}

function isHomePage(page: PageContent): boolean {
  const { origin, pathname } = new URL(page.url);
  return homeOf(page.url) === origin + pathname.replace(/\/(?:index|default|home)\.\w+$/, "/");
}

interface Feeds {
  readonly feeds: readonly FoundFeed[];
  readonly content: FeedContent | null;
}

/** The first that answers proves that the page tells the truth; the others are taken at its word and asked at their first poll. */
async function declaredFeeds(page: PageContent, asker: Asker): Promise<Feeds | null> {
  const chosen = chooseFeeds(page.feeds, page.url);
  if (chosen.length > 0) asker.say(`The page declares ${chosen.length === 1 ? "a feed" : `${chosen.length} feeds`}`);
  for (const [index, feed] of chosen.slice(0, MAX_TRIES).entries()) {
    const verified = await verify(feed, asker);
    if (!verified) continue;
    return { feeds: [verified.feed, ...chosen.slice(index + 1)].slice(0, MAX_FEEDS), content: verified.content };
  }
  return null;
}

const linkedFeeds: Way = (page, asker) => firstOf(chooseFeeds(page.linkedFeeds, page.url).slice(0, MAX_TRIES), asker);

async function newsSitemap(page: PageContent, asker: Asker): Promise<Feeds | null> {
  const named = (await asker.sitemapsOf(homeOf(page.url))).filter(isNewsName).slice(0, MAX_TRIES);
  if (named.length > 0) asker.say("robots.txt names a news sitemap");
  return firstSitemap(named, asker);
}

const commonFeed =
  (paths: readonly string[]): Way =>
  (page, asker) => {
    asker.say("No feed declared; trying the usual addresses");
    const folder = isHomePage(page) ? homeOf(page.url) : page.url.replace(/\/?(?:[?#].*)?$/, "/");
    const feeds = paths.map((path) => ({ url: folder + path, kind: kindOfPath(path), title: null }));
    return firstOf(feeds, asker);
  };

const kindOfPath = (path: string): FeedKind =>
  path.startsWith("atom") ? "atom" : path.endsWith("json") ? "json" : "rss";

async function commonSitemap(page: PageContent, asker: Asker): Promise<Feeds | null> {
  const home = homeOf(page.url);
  const named = (await asker.sitemapsOf(home)).filter((url) => !isNewsName(url)).slice(0, 1);
  return firstSitemap([...named, ...COMMON_SITEMAPS.map((path) => home + path)], asker);
}

/** The page itself, when enough of its links look like articles. */
async function pageItself(page: PageContent, asker: Asker): Promise<Feeds | null> {
  if (page.articles.length < MIN_PAGE_ARTICLES) return null;
  asker.say(`No feed found; watching the ${page.articles.length} article links of the page itself`);
  return { feeds: [{ url: page.url, kind: "page", title: page.title }], content: null };
}

const WAYS_OF_A_HOME_PAGE: readonly Way[] = [
  declaredFeeds,
  newsSitemap,
  linkedFeeds,
  commonFeed(COMMON_FEEDS),
  commonSitemap,
  pageItself,
];

/** A section without a feed of its own is rather watched itself than by what lists the whole site. */
const WAYS_OF_A_SECTION: readonly Way[] = [
  declaredFeeds,
  linkedFeeds,
  commonFeed(COMMON_SECTION_FEEDS),
  pageItself,
  newsSitemap,
  commonSitemap,
];

async function firstOf(feeds: readonly FoundFeed[], asker: Asker): Promise<Feeds | null> {
  for (const feed of feeds) {
    const verified = await verify(feed, asker);
    if (verified && verified.content.articles.length > 0) return { feeds: [verified.feed], content: verified.content };
  }
  return null;
}

async function firstSitemap(urls: readonly string[], asker: Asker): Promise<Feeds | null> {
  for (const url of urls) {
    const verified = await verify({ url, kind: "sitemap", title: null }, asker);
    const usable = verified && (await usableSitemap(verified, asker));
    if (usable) return usable;
  }
  return null;
}

/**
 * News sitemaps say what is new. Of an index the news sitemap is taken, else the index itself, whose children come and go
 * with the months. A plain sitemap serves only if its entries are dated: else no one can tell news from archive.
 */
async function usableSitemap({ feed, content }: Verified, asker: Asker): Promise<Feeds | null> {
  if (content.kind === "news-sitemap") return { feeds: [feed], content };
  if (content.kind !== "sitemap-index") return isDated(content) ? { feeds: [feed], content } : null;
  const [child] = content.more;
  const verified = child ? await verify(child, asker) : null;
  if (!verified) return null;
  if (verified.content.kind === "news-sitemap") return { feeds: [verified.feed], content: verified.content };
  return isDated(verified.content) ? { feeds: [feed], content: verified.content } : null;
}

const isDated = (content: FeedContent): boolean =>
  content.articles.some((article) => article.publishedAt !== null || article.updatedAt !== null);

async function verify(feed: FoundFeed, asker: Asker): Promise<Verified | null> {
  const answer = await asker.ask(feed.url);
  const read = answer.ok ? readFeed(answer.value) : answer;
  if (!answer.ok || !read.ok) return null;
  const { kind, title } = read.value;
  asker.say(`Found ${kind} with ${read.value.articles.length} articles at ${answer.value.url}`);
  return { feed: { url: answer.value.url, kind, title: title ?? feed.title }, content: read.value };
}

function asSite(page: PageContent, { feeds, content }: Feeds): Discovery {
  const homeUrl = homeOf(page.url);
  const title = isHomePage(page) ? (content?.title ?? nameInTitle(page.title)) : null;
  // A page or plain sitemap does not say what is news: what the page shows is.
  const articles = content === null || content.kind === "sitemap" ? page.articles : content.articles;
  return { kind: "site", source: { name: page.siteName ?? title ?? hostName(homeUrl), homeUrl }, feeds, articles };
}

/** "The Daily" of "The Daily - news, sport and weather": home pages put their name first. */
const nameInTitle = (title: string | null): string | null =>
  title?.split(/\s+[-–—|·•:]\s+|\s*[|»]\s*/)[0]?.trim() || null;
