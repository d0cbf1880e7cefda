import { hasScheme } from "#lib/scheme";
import { parseHttpUrl, sameSite } from "#lib/url";
import { fail, ok, type Result } from "#model/failure";
import { Asker, type ExploreTools, type Grabbed } from "./asker.ts";
import type { FeedContent } from "./content.ts";
import type { Discovery } from "./discovery.ts";
import { readFeed } from "./feed.ts";
import { identify } from "./identify.ts";
import { homeOf, hostName } from "./link.ts";
import { readOpml } from "./opml.ts";
import { type PageContent, readPage } from "./page.ts";
import { exploreSite } from "./site.ts";

export type { ExploreTools, Grabbed } from "./asker.ts";
export type { Discovery } from "./discovery.ts";

/**
 * Finds out what stands at an address that a person gave, and where the articles of its source are. A feed, sitemap or
 * OPML list is taken as it is; an article page is that one article; any other page is a site or section whose feeds are
 * looked for. Fails as the first request failed, with `not-an-address`, `not-recognised`, or `nothing-found`.
 */
export async function explore(url: string, tools: ExploreTools): Promise<Result<readonly Discovery[]>> {
  const address = parseHttpUrl(hasScheme(url) ? url : `https://${url.trim()}`);
  if (!address) return fail("never", "not-an-address", `"${url}" is not a web address.`);
  const asker = new Asker(tools);
  const answer = await asker.ask(address.href);
  if (!answer.ok) return answer;
  const grabbed = answer.value;
  const kind = identify(grabbed);
  if (kind === "opml") return readOpml(grabbed.text, grabbed.url);
  if (kind === "feed" || kind === "sitemap") return takeFeed(grabbed);
  if (kind === "html") return takePage(readPage(grabbed.text, grabbed.url), asker);
  const type = grabbed.contentType === null ? "no declared type" : `type ${grabbed.contentType}`;
  return fail(
    "never",
    "not-recognised",
    `${grabbed.url} is neither a page nor a feed, sitemap or OPML list (${type}).`,
  );
}

function takeFeed(grabbed: Grabbed): Result<readonly Discovery[]> {
  const read = readFeed(grabbed);
  if (!read.ok) return read;
  const { kind, title, articles } = read.value;
  const homeUrl = homeOf(homeOfFeed(read.value, grabbed.url));
  const isMap = kind === "sitemap" || kind === "news-sitemap" || kind === "sitemap-index";
  return ok([
    {
      kind: isMap ? "sitemap" : "feed",
      source: { name: title ?? hostName(homeUrl), homeUrl },
      feeds: [{ url: grabbed.url, kind, title }],
      // A plain sitemap lists everything that ever was; polling picks what is news.
      articles: kind === "sitemap" ? [] : articles,
    },
  ]);
}

/** Feeds live on other hosts than their articles, and templates leave wrong home pages in them: the articles decide. */
function homeOfFeed(content: FeedContent, feedUrl: string): string {
  const candidates = content.homeUrl === null ? [feedUrl] : [content.homeUrl, feedUrl];
  const [article] = content.articles;
  return candidates.find((home) => article && sameSite(home, article.url)) ?? candidates[0]!;
}

async function takePage(page: PageContent, asker: Asker): Promise<Result<readonly Discovery[]>> {
  if (page.looksLikeArticle) return ok([asArticle(page)]);
  const site = await exploreSite(page, asker);
  if (site) return ok([site]);
  if (asker.closed) return fail("later", "busy", `${page.url} asks us to come back later.`);
  // An article may be written without any of the signs; a home page is none.
  if (new URL(page.url).pathname !== "/") return ok([asArticle(page)]);
  return fail(
    "never",
    "nothing-found",
    `${page.url} declares no feed or sitemap, and no link on it looks like an article. Add the address of a feed, a section or an article.`,
  );
}

function asArticle(page: PageContent): Discovery {
  const homeUrl = homeOf(page.url);
  return {
    kind: "article",
    source: { name: page.siteName ?? hostName(homeUrl), homeUrl },
    feeds: [],
    articles: [{ url: page.canonicalUrl, title: page.headline ?? page.title, publishedAt: null, updatedAt: null }],
  };
}
