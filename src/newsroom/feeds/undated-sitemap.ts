import { hashText, mix } from "#newsroom/random";
import type { Teaser } from "#newsroom/site";
import { type FeedPage, xml } from "./feed.ts";

type Order = (teasers: readonly Teaser[]) => readonly Teaser[];

/** In which order sites list what they ever published: a watcher that reads one end misses the news of most of them. */
const ORDERS: readonly Order[] = [
  (newestFirst) => newestFirst.toReversed(),
  (newestFirst) => newestFirst.toSorted((a, b) => hashText(a.url) - hashText(b.url)),
  (newestFirst) => newestFirst.toSorted((a, b) => (a.headline < b.headline ? -1 : 1)),
  (newestFirst) => newestFirst,
];

/** All articles without a date, in an order of the site's own. */
export function undatedSitemap({ site, teasers }: FeedPage): string {
  const order = ORDERS[mix(hashText(site.host)) % ORDERS.length]!;
  const urls = order(teasers).map(({ url }) => `<url><loc>${xml(url)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`;
}
