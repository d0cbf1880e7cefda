import { iso } from "#newsroom/times";
import { type FeedPage, xml } from "./feed.ts";

/** RSS 1.0. */
export function rdf(page: FeedPage): string {
  const items = page.teasers.map(
    (t) => `<item rdf:about="${xml(t.url)}">
<title>${xml(t.headline)}</title>
<link>${xml(t.url)}</link>
<description>${xml(t.standfirst ?? t.headline)}</description>
<dc:date>${iso(t.publishedAt)}</dc:date>
<dc:subject>${xml(t.section)}</dc:subject>
</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${page.base}${page.feed.path}">
<title>${xml(page.feed.title)}</title>
<link>${page.base}/</link>
<description>${xml(page.site.name)}</description>
<dc:date>${iso(page.updatedAt)}</dc:date>
<items><rdf:Seq>${page.teasers.map((t) => `<rdf:li rdf:resource="${xml(t.url)}"/>`).join("")}</rdf:Seq></items>
</channel>
${items.join("\n")}
</rdf:RDF>
`;
}
