import { DAY_MS } from "#lib/clock";
import { iso } from "#newsroom/times";
import { type FeedPage, xml } from "./feed.ts";

const OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

export function sitemap(page: FeedPage): string {
  const urls = page.teasers.map(
    (t) => `<url><loc>${xml(t.url)}</loc><lastmod>${iso(t.modifiedAt)}</lastmod><changefreq>hourly</changefreq></url>`,
  );
  return `${OPEN}<urlset ${NAMESPACE}>\n${urls.join("\n")}\n</urlset>\n`;
}

/** The news extension wants only the last two days. */
export function newsSitemap(page: FeedPage): string {
  const recent = page.teasers.filter((t) => t.publishedAt > page.updatedAt - 2 * DAY_MS);
  const urls = recent.map(
    (t) => `<url><loc>${xml(t.url)}</loc><news:news><news:publication><news:name>${xml(page.site.name)}</news:name>
<news:language>${t.language.slice(0, 2)}</news:language></news:publication><news:publication_date>${iso(t.publishedAt)}</news:publication_date>
<news:title>${xml(t.headline)}</news:title></news:news></url>`,
  );
  return `${OPEN}<urlset ${NAMESPACE} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n${urls.join("\n")}\n</urlset>\n`;
}

/** Points at the site's other sitemaps. */
export function sitemapIndex(page: FeedPage): string {
  const maps = page.site.feeds.filter((f) => f.kind === "sitemap" || f.kind === "news-sitemap");
  const entries = maps.map(
    (f) => `<sitemap><loc>${page.base}${f.path}</loc><lastmod>${iso(page.updatedAt)}</lastmod></sitemap>`,
  );
  return `${OPEN}<sitemapindex ${NAMESPACE}>\n${entries.join("\n")}\n</sitemapindex>\n`;
}
