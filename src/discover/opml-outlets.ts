import { hostKey } from "#lib/url";
import type { FoundFeed } from "#model/found";
import { homeOf } from "./link.ts";

/** A feed as a list of feeds names it. */
export interface ListedFeed {
  readonly feed: FoundFeed;
  readonly homeUrl: string | null;
}

/** Feeds of one outlet, and its home page. */
export interface Outlet {
  readonly homeUrl: string;
  readonly feeds: readonly ListedFeed[];
}

/**
 * The outlets that a list names. Feeds of one site are one outlet, unless each has a place of its own there and a name of its own:
 * two words or more, and no word that all of them have, as the sections of one paper do.
 */
export function outletsOf(listed: Iterable<ListedFeed>): readonly Outlet[] {
  return [...Map.groupBy(listed, siteOf).values()].flatMap((feeds) =>
    areOutlets(feeds)
      ? feeds.map((each) => ({ homeUrl: placeOf(each), feeds: [each] }))
      : [{ homeUrl: homeOf(feeds.find((each) => each.homeUrl !== null)?.homeUrl ?? feeds[0]!.feed.url), feeds }],
  );
}

const siteOf = ({ feed, homeUrl }: ListedFeed): string => {
  const home = homeOf(homeUrl ?? feed.url);
  return hostKey(home) + new URL(home).pathname;
};

function areOutlets(feeds: readonly ListedFeed[]): boolean {
  const [first, ...others] = feeds.map(({ feed }) => wordsOf(feed.title ?? ""));
  if (!first || others.length === 0 || [first, ...others].some((words) => words.size < 2)) return false;
  if ([...first].some((word) => others.every((words) => words.has(word)))) return false;
  const places = new Set(feeds.map(placeOf));
  return places.size === feeds.length && [...places].every((place) => new URL(place).pathname !== "/");
}

const wordsOf = (title: string): ReadonlySet<string> => new Set(title.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);

/** The home page that the list names, or the folder that the feed is in. */
function placeOf({ feed, homeUrl }: ListedFeed): string {
  if (homeUrl !== null && new URL(homeUrl).pathname !== "/") return homeUrl;
  const { origin, pathname } = new URL(feed.url);
  const [folder, rest] = pathname.split("/").filter(Boolean);
  return rest === undefined ? `${origin}/` : `${origin}/${folder}/`;
}
