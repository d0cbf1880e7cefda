import { savedAt } from "#newsroom/article";
import type { House } from "#newsroom/house";
import type { SiteFeed } from "#newsroom/site";

/** A feed that the hub distributes. */
export interface Topic {
  readonly url: string;
  readonly base: string;
  readonly house: House;
  readonly feed: SiteFeed;
  /** When something in it is published, edited or dated anew, ascending: whenever the press saves it, it tells its hub. */
  readonly changesAt: readonly number[];
}

/** The feed behind an address, when it is one of the press that names the hub. */
export function topicAt(url: string, houseOf: (label: string) => House | null): Topic | null {
  const parsed = URL.parse(url);
  const house = parsed && houseOf(parsed.hostname.replace(/\.localhost$/, ""));
  const feed = house?.site.feeds.find((one) => one.path === parsed!.pathname && one.hub !== undefined);
  if (!house || !feed) return null;
  const changes = new Set<number>();
  for (const article of house.articles())
    if (feed.section === undefined || article.section === feed.section)
      for (const at of savedAt(article)) changes.add(at);
  return { url, base: parsed.origin, house, feed, changesAt: [...changes].sort((a, b) => a - b) };
}
