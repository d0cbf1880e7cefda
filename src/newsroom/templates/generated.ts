import type { ArticlePage, FrontPage, Template } from "../site.ts";
import { iso } from "../times.ts";
import { ad, ago, attrs, blocksHtml, counter, esc, jsonScript, links, nonce } from "./markup.ts";

/** For the generated hosts: three looks by host, cheap to render, with the usual clutter around the text. */
export const generatedTemplate: Template = { article, front };

function article(page: ArticlePage): string {
  const look = page.site.host.charCodeAt(page.site.host.length - 1) % 3;
  const { text, salt } = page;
  const [open, close] = WRAPS[look]!;
  const shown = page.walled ? text.blocks.slice(0, 2) : text.blocks;
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${esc(text.headline)} | ${esc(page.site.name)}</title>
<link rel="canonical" href="${page.url}"><link rel="alternate" type="application/rss+xml" href="/feed.xml">
<meta name="description" content="${esc(text.standfirst ?? "")}">
${look === 0 ? "" : jsonScript({ "@context": "https://schema.org", "@type": "NewsArticle", headline: text.headline, datePublished: iso(page.publishedAt), dateModified: iso(page.modifiedAt), author: { "@type": "Person", name: page.byline[0] }, isAccessibleForFree: !page.walled })}
</head><body class="t-${nonce(salt)}"><header><a href="/">${esc(page.site.name)}</a><nav><a href="/">Home</a><a href="/about">About</a><a href="/contact">Contact</a></nav></header>
<main>${open}<h1>${esc(text.headline)}</h1>
${text.standfirst ? `<p class="standfirst">${esc(text.standfirst)}</p>` : ""}
<div class="byline">By ${esc(page.byline.join(", "))} <time datetime="${iso(page.publishedAt)}">${ago(page.now, page.publishedAt)}</time></div>
<div class="body">
${blocksHtml(shown)}
${page.walled ? '<div class="paywall">Subscribe to continue reading. Already a member? Log in.</div>' : ""}
</div>
${text.corrections.map((c) => `<p class="correction">${esc(c)}</p>`).join("\n")}
${close}
<aside${attrs(salt, ["class", "side"], ["data-r", String(salt % 1000)])}><h2>Most read</h2><ul>${links(page.related, (t) => `<li><a href="${t.url}">${esc(t.headline)}</a></li>`)}</ul>
<p>${esc(ad(salt))}</p><p>${counter(salt, 5, 900)} readers online</p></aside></main>
<footer>© ${esc(page.site.name)}</footer></body></html>
`;
}

function front(page: FrontPage): string {
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${esc(page.site.name)}</title><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head>
<body><h1>${esc(page.site.name)}</h1><ul>
${links(page.teasers, (t) => `<li><a href="${t.url}">${esc(t.headline)}</a></li>`)}
</ul></body></html>
`;
}

const WRAPS: readonly (readonly [string, string])[] = [
  ['<div class="post"><div class="inner">', "</div></div>"],
  ["<article>", "</article>"],
  ['<div itemscope itemtype="https://schema.org/NewsArticle"><article class="entry">', "</article></div>"],
];
