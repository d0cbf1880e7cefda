import { httpDate } from "#newsroom/times";
import { type FeedPage, xml } from "./feed.ts";

export function rss(page: FeedPage): string {
  const items = page.teasers.map(
    (t) => `<item>
<title>${xml(t.headline)}</title>
<link>${xml(t.url)}</link>
${t.guid === undefined ? `<guid isPermaLink="true">${xml(t.url)}</guid>` : `<guid isPermaLink="false">${xml(t.guid)}</guid>`}
<pubDate>${httpDate(t.publishedAt)}</pubDate>
<category>${xml(t.section)}</category>
<description><![CDATA[<p>${xml(t.standfirst ?? t.headline)}</p>]]></description>
</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${xml(page.feed.title)}</title>
<link>${page.base}/</link>
<description>${xml(page.site.name)}</description>
<language>${page.site.language}</language>
<lastBuildDate>${httpDate(page.updatedAt)}</lastBuildDate>
<ttl>15</ttl>
<atom:link rel="self" type="application/rss+xml" href="${page.base}${page.feed.path}"/>${page.hub === null ? "" : `\n<atom:link rel="hub" href="${xml(page.hub)}"/>`}
${items.join("\n")}
</channel>
</rss>
`;
}
