import { iso } from "#newsroom/times";
import { type FeedPage, xml } from "./feed.ts";

export function atom(page: FeedPage): string {
  const entries = page.teasers.map(
    (t) => `<entry>
<title type="html">${xml(xml(t.headline))}</title>
<link rel="alternate" type="text/html" href="${xml(t.url)}"/>
<id>${xml(t.url)}</id>
<published>${iso(t.publishedAt)}</published>
<updated>${iso(t.modifiedAt)}</updated>
<summary>${xml(t.standfirst ?? t.headline)}</summary>
</entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${page.site.language}">
<title>${xml(page.feed.title)}</title>
<id>${page.base}${page.feed.path}</id>
<link rel="self" href="${page.base}${page.feed.path}"/>
${page.hub === null ? "" : `<link rel="hub" href="${xml(page.hub)}"/>\n`}<link rel="alternate" type="text/html" href="${page.base}/"/>
<updated>${iso(page.updatedAt)}</updated>
<author><name>${xml(page.site.name)}</name></author>
${entries.join("\n")}
</feed>
`;
}
