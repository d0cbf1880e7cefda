import type { ArticlePage, FrontPage, Template } from "#newsroom/site";
import { iso } from "#newsroom/times";
import { ad, ago, attrs, blocksHtml, counter, esc, jsonScript, links, nonce } from "./markup.ts";

/** For the generated hosts: three looks by host, cheap to render, with the usual clutter around the text. */
export const generatedTemplate: Template = { article, front };

function article(page: ArticlePage): string {
  const own = page.site.host.charCodeAt(page.site.host.length - 1) % 3;
  const look = LOOKS[page.redesigned ? (own + 1) % 3 : own]!;
  const css = page.redesigned ? "n-" : "";
  const { text, salt } = page;
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${esc(text.headline)} | ${esc(page.site.name)}</title>
<link rel="canonical" href="${page.canonical ?? page.url}"><link rel="alternate" type="application/rss+xml" href="/feed.xml">
<meta name="description" content="${esc(text.standfirst ?? "")}">
${look.jsonLd ? jsonLd(page) : ""}
</head><body class="t-${nonce(salt)}"><header><a href="/">${esc(page.site.name)}</a><nav><a href="/">Home</a><a href="/about">About</a><a href="/contact">Contact</a></nav></header>
<main>${look.open}<h1>${esc(text.headline)}</h1>
${text.standfirst ? `<p class="${css}standfirst">${esc(text.standfirst)}</p>` : ""}
<div class="${css}byline">By ${esc(page.byline.join(", "))} <time datetime="${iso(page.publishedAt)}">${ago(page.now, page.publishedAt)}</time></div>
<div class="${css}tools"><a href="#share">Share</a> <span>${counter(salt, 0, 90)} comments</span> <span>${counter(salt + 1, 2, 5)} min read</span></div>
<div class="${css}body">${page.above ? `\n<p>${esc(page.above)}</p>` : ""}
${page.entriesAt && !page.walled ? entries(page, page.entriesAt) : body(page)}
${page.walled ? '<div class="paywall">Subscribe to continue reading. Already a member? Log in.</div>' : ""}
</div>
${text.corrections.map((c) => `<p class="correction">${esc(c)}</p>`).join("\n")}
${page.redesigned ? `<div class="n-tags"><a href="/tag/${page.section}">${esc(page.section)}</a> <a href="/tag/region">The region</a></div>` : ""}
${look.close}
<aside${attrs(salt, ["class", "side"], ["data-r", String(salt % 1000)])}><h2>Most read</h2><ul>${links(page.related, (t) => `<li><a href="${t.url}">${esc(t.headline)}</a></li>`)}</ul>
<p>${esc(ad(salt))}</p><p>${counter(salt, 5, 900)} readers online</p></aside></main>
<footer>© ${esc(page.site.name)}</footer></body></html>
`;
}

/** With another article and, on some sites, with the prices of the minute between its paragraphs. */
function body(page: ArticlePage): string {
  const blocks = page.walled ? page.text.blocks.slice(0, 2) : page.text.blocks;
  const ticker = page.site.ambient.includes("ticker") && blocks.length > 1 ? tickerLine(page.salt) : "";
  return [
    blocksHtml(blocks.slice(0, 1)),
    ticker,
    blocksHtml(blocks.slice(1, 3)),
    inlineRelated(page),
    blocksHtml(blocks.slice(3)),
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function inlineRelated({ related, salt }: ArticlePage): string {
  const other = related[0];
  if (!other) return "";
  return `<p class="more-${salt % 5}">Read also: <a href="${other.url}">${esc(other.headline)}</a></p>`;
}

/** Wool and timber go up and down by the minute. */
function tickerLine(salt: number): string {
  const price = (of: number, floor: number) => (floor + counter(salt + of, 0, 400) / 100).toFixed(2);
  return `<div class="strip"><p>Wool ${price(1, 31)} ▲ ${price(2, 0)} % · Timber ${price(3, 118)} ▼ ${price(4, 0)} % · Crown ${price(5, 9)}</p></div>`;
}

/** Of a live page: each entry begins with its heading; what was there before the first one has no stamp. */
function entries(page: ArticlePage, times: readonly number[]): string {
  const { blocks } = page.text;
  const starts = times.slice(0, -1).map((_, i) => i * ENTRY_BLOCKS);
  const made = starts.map((start, i) => {
    const stamp = `<time datetime="${iso(times[i]!)}">${ago(page.now, times[i]!)}</time>`;
    return `<div class="entry" id="entry-${times.length - 1 - i}">${stamp}\n${blocksHtml(blocks.slice(start, start + ENTRY_BLOCKS))}</div>`;
  });
  return [...made, blocksHtml(blocks.slice(starts.length * ENTRY_BLOCKS))].join("\n");
}

/** A heading and a paragraph. */
const ENTRY_BLOCKS = 2;

function jsonLd(page: ArticlePage): string {
  const { headline } = page.text;
  return jsonScript({
    "@context": "https://schema.org",
    "@type": page.entriesAt ? "LiveBlogPosting" : "NewsArticle",
    headline,
    datePublished: iso(page.publishedAt),
    dateModified: iso(page.modifiedAt),
    author: { "@type": "Person", name: page.byline[0] },
    isAccessibleForFree: !page.walled,
  });
}

function front(page: FrontPage): string {
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${esc(page.site.name)}</title><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head>
<body><h1>${esc(page.site.name)}</h1><ul>
${links(page.teasers, (t) => `<li><a href="${t.url}">${esc(t.headline)}</a></li>`)}
</ul></body></html>
`;
}

interface Look {
  readonly open: string;
  readonly close: string;
  readonly jsonLd: boolean;
}

const LOOKS: readonly Look[] = [
  { open: '<div class="post"><div class="inner">', close: "</div></div>", jsonLd: false },
  { open: "<article>", close: "</article>", jsonLd: true },
  {
    open: '<div itemscope itemtype="https://schema.org/NewsArticle"><article class="entry">',
    close: "</article></div>",
    jsonLd: true,
  },
];
