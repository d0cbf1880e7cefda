import type { ArticlePage, Face, FrontPage, Template } from "#newsroom/site";
import { iso } from "#newsroom/times";
import { alternates, blocksHtml, esc, jsonScript, links, nonce } from "./markup.ts";

/** A wire agency: sober, JSON-LD with the whole articleBody, dateline, one column; corrections stand on top. */
export const wireTemplate: Template = { article, front };

function article(page: ArticlePage): string {
  const { text } = page;
  const shown = page.walled ? text.blocks.slice(0, 3) : text.blocks;
  return shell(
    page,
    `${text.headline} | ${page.site.name}`,
    page.language,
    `<link rel="canonical" href="${page.url}">
<meta name="description" content="${esc(text.standfirst ?? text.headline)}">
<meta property="og:title" content="${esc(text.headline)}">
<meta property="og:type" content="article">
<meta name="news_keywords" content="${esc(page.section)}">
${ld(page)}`,
    `<div class="wrap-${nonce(page.salt)}">
<article data-id="MW${page.number}">
<div class="slug">${esc(page.section.toUpperCase())} · MW${page.number}</div>
<h1>${esc(text.headline)}</h1>
${text.standfirst ? `<p class="summary">${esc(text.standfirst)}</p>` : ""}
<div class="meta"><span class="author">${esc(page.byline.join(", "))}</span> <time datetime="${iso(page.publishedAt)}">${stamp(page.publishedAt)}</time></div>
${text.corrections.map((c) => `<div class="editors-note" role="note"><p>${esc(c)}</p></div>`).join("\n")}
<div class="article-body">
${blocksHtml(shown)}
</div>
${page.walled ? '<div class="subscriber-wall"><p>The full text is available to subscribers. Log in to continue reading.</p></div>' : ""}
</article>
<aside class="latest"><h2>Latest from the wire</h2>
<ol>${links(page.related, (t) => `<li><time>${stamp(t.publishedAt)}</time> <a href="${t.url}">${esc(t.headline)}</a></li>`)}</ol></aside>
</div>`,
  );
}

function front(page: FrontPage): string {
  return shell(
    page,
    `${page.site.name}: the file`,
    "en",
    "",
    `<h1>The file</h1>
<ul class="file">
${links(page.teasers, (t) => `<li><time datetime="${iso(t.publishedAt)}">${stamp(t.publishedAt)}</time> <b>${esc(t.section)}</b> <a href="${t.url}">${esc(t.headline)}</a></li>`)}
</ul>`,
  );
}

function shell(face: Face, title: string, language: string, head: string, main: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="UTF-8"/>
<title>${esc(title)}</title>
${head}
${alternates(face)}
<style>body{font:16px/1.5 "Helvetica Neue",Arial,sans-serif;margin:0}header,main,footer{max-width:46rem;margin:0 auto;padding:1rem}header{border-top:8px solid #d35400}a{color:#8a3700}.summary{font-size:1.15rem;color:#444}.meta,time{color:#777;font-size:.85rem}.file{list-style:none;padding:0}.file li{padding:.4rem 0;border-bottom:1px solid #eee}.slug{color:#d35400;font-size:.8rem}.editors-note{background:#fff4e5;padding:.5rem 1rem}.latest{border-top:1px solid #ccc;font-size:.9rem}</style>
</head>
<body>
<header><a href="/"><strong>MERIDIAN</strong> WIRE</a> <nav><a href="/file/">File</a> <a href="/desks">Desks</a> <a href="/clients">Clients</a></nav></header>
<main>${main}</main>
<footer><small>Meridian Wire Service, Corrow. Written by reporters, checked by editors. <a href="/terms">Terms</a></small></footer>
</body></html>
`;
}

function ld(page: ArticlePage): string {
  const walled = page.walled ? { isAccessibleForFree: false } : {};
  return jsonScript({
    "@context": "http://schema.org",
    "@graph": [
      { "@type": "Organization", "@id": `${page.base}/#org`, name: page.site.name },
      {
        "@type": "NewsArticle",
        url: page.url,
        headline: page.text.headline,
        datePublished: iso(page.publishedAt),
        dateModified: iso(page.modifiedAt),
        author: { "@type": "Organization", name: page.byline.join(", ") },
        publisher: { "@id": `${page.base}/#org` },
        ...walled,
        ...(page.walled ? {} : { articleBody: page.text.blocks.map((b) => b.text).join("\n\n") }),
      },
    ],
  });
}

const stamp = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} GMT`;
