import { fail, ok, type Result } from "#model/failure";
import type { Discovery } from "./discovery.ts";
import { hostName, readLink } from "./link.ts";
import { type ListedFeed, type Outlet, outletsOf } from "./opml-outlets.ts";
import { plainTitle } from "./plain.ts";
import { walkXml } from "./xml.ts";

/** Feeds taken from one list; the longest collections people share have some thousands. */
const MAX_LISTED = 5000;

/**
 * Reads OPML 1.0-2.0, folders flattened, each feed once; feeds of one outlet become one source. `baseUrl` is where the list
 * came from, if anywhere. The feeds are not asked for: their kind is a guess until the first poll. Fails with `empty-opml`.
 */
export function readOpml(text: string, baseUrl?: string): Result<readonly Discovery[]> {
  const feeds = new Map<string, ListedFeed>();
  walkXml(
    text,
    baseUrl ?? "",
    {
      open(name, attributes) {
        const listed = name === "outline" ? readOutline(attributes, baseUrl) : null;
        if (listed && !feeds.has(listed.feed.url) && feeds.size < MAX_LISTED) feeds.set(listed.feed.url, listed);
      },
      text() {},
      close() {},
    },
    () => feeds.size >= MAX_LISTED,
  );
  if (feeds.size === 0) return fail("never", "empty-opml", "The OPML file names no feed (no outline has an xmlUrl).");
  return ok(outletsOf(feeds.values()).map(asDiscovery));
}

function asDiscovery({ homeUrl, feeds: listed }: Outlet): Discovery {
  const titles = new Set(listed.map(({ feed }) => feed.title));
  const name = titles.size === 1 ? listed[0]!.feed.title : null;
  return {
    kind: "opml",
    source: { name: name ?? hostName(homeUrl), homeUrl },
    feeds: listed.map(({ feed }) => feed),
    articles: [],
  };
}

function readOutline(attributes: Readonly<Record<string, string>>, baseUrl?: string): ListedFeed | null {
  const { xmlurl = "", htmlurl = "", title, text, type, version } = attributes;
  const url = readLink(xmlurl, baseUrl);
  if (url === null) return null;
  const kind = /atom/i.test(type ?? version ?? "") ? "atom" : "rss";
  return { feed: { url, kind, title: plainTitle(title || text || "", "text") }, homeUrl: readLink(htmlurl, baseUrl) };
}
