import type { ArticlePage, Face, FrontPage, Template } from "#newsroom/site";
import { iso } from "#newsroom/times";
import { ad, ago, attrs, counter, esc, links, nonce } from "./markup.ts";

/** A regional paper on an old content system: microdata on nested divs, no JSON-LD, widgets between the paragraphs. */
export const regionalTemplate: Template = { article, front };

function article(page: ArticlePage): string {
  const { text, salt } = page;
  const shown = page.walled ? text.blocks.slice(0, 2) : text.blocks;
  return shell(
    page,
    `${text.headline} - Brackwater Echo`,
    `<link rel="canonical" href="${page.url}"><meta property="og:title" content="${esc(text.headline)}">`,
    `<div id="content-${nonce(salt)}" class="grid col8" itemscope itemtype="http://schema.org/NewsArticle">
<meta itemprop="mainEntityOfPage" content="${page.url}"><meta itemprop="datePublished" content="${iso(page.publishedAt)}">
<div class="crumbs"><a href="/">Home</a> &gt; <a href="/news/">News</a> &gt; <a href="/news/${page.section}/">${esc(page.section)}</a></div>
<h1 itemprop="headline" class="hl">${esc(text.headline)}</h1>
${text.standfirst ? `<div itemprop="description" class="intro">${esc(text.standfirst)}</div>` : ""}
<div class="byl">By <span itemprop="author">${esc(page.byline.join(", "))}</span> | <span class="ago">${ago(page.now, page.publishedAt)}</span> | <span class="readers">${counter(salt, 12, 300)} people are reading this now</span></div>
<div itemprop="articleBody" class="txt">
${shown.map((b, i) => bodyPart(b.kind, b.text) + widget(i, page)).join("\n")}
${text.corrections.map((c) => `<div class="correction">${esc(c)}</div>`).join("\n")}
</div>
${page.walled ? '<div class="regwall">Register free to keep reading. You have reached your limit of articles.</div>' : ""}
</div>
<div class="grid col4">
<div class="box"><h4>Most read in ${esc(page.section)}</h4><ol>${links(page.related, (t) => `<li><a href="${t.url}">${esc(t.headline)}</a></li>`)}</ol></div>
<div${attrs(salt, ["class", "box ad"], ["data-w", String(salt % 300)], ["style", "min-height:90px"])}>${esc(ad(salt))}</div>
</div>`,
  );
}

const TAGS: Readonly<Record<string, readonly [string, string]>> = {
  heading: ["<h3>", "</h3>"],
  quote: ['<blockquote class="pq">', "</blockquote>"],
  item: ["<ul><li>", "</li></ul>"],
  caption: ['<div class="pic"><img src="/img/photo.svg" alt=""><span class="caption">', "</span></div>"],
};

function bodyPart(kind: string, text: string): string {
  const [open, close] = TAGS[kind] ?? ["<p>", "</p>"];
  return `${open}${esc(text)}${close}`;
}

function widget(after: number, page: ArticlePage): string {
  if (after === 1)
    return `\n<div class="ad-${nonce(page.salt)}"><small>ADVERTISING</small> ${esc(ad(page.salt + 1))}</div>`;
  const teaser = page.related[0];
  if (after === 3 && teaser)
    return `\n<div class="readmore"><b>Read more:</b> <a href="${teaser.url}">${esc(teaser.headline)}</a></div>`;
  return "";
}

function front(page: FrontPage): string {
  return shell(
    page,
    page.section ? `${page.section} - Brackwater Echo` : "Brackwater Echo - your town, your river, your news",
    "",
    `<div class="grid col8">
${links(page.teasers, (t) => `<div class="item"><a href="${t.url}" class="t">${esc(t.headline)}</a><div class="s">${esc(t.standfirst ?? "")}</div></div>`)}
</div>
<div class="grid col4"><div class="box"><h4>Services</h4><a href="/tides">Tide tables</a> <a href="/notices/planning.pdf">Planning notices (PDF)</a> <a href="/news/archive">Older news</a> <a href="mailto:desk@brackwater.example">Send us a story</a></div></div>`,
  );
}

function shell(face: Face, title: string, head: string, main: string): string {
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html lang="en">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>${esc(title)}</title>
${head}
<style type="text/css">body{font:15px/1.5 Verdana,sans-serif;background:#eef2f4;margin:0}#page{width:960px;max-width:100%;margin:0 auto;background:#fff;padding:10px;overflow:hidden}.col8{float:left;width:64%}.col4{float:right;width:32%}.logo{font-size:2.2em;color:#0b4f6c;text-decoration:none}.pic img{width:100%}.hl{color:#0b4f6c}.intro{font-weight:bold}.box{background:#e3edf2;padding:8px;margin-bottom:10px}.readmore,.byl{font-size:.85em;color:#666}</style>
</head>
<body id="b${nonce(face.salt)}">
<div id="page">
<div id="top"><a href="/" class="logo">Brackwater <b>Echo</b></a>
<div id="menu"><a href="/news/">News</a> | <a href="/news/river/">River</a> | <a href="/news/council/">Council</a> | <a href="/news/football/">Football</a> | <a href="/jobs">Jobs</a> | <a href="/about-us.html">About us</a></div></div>
${main}
<div id="foot" style="clear:both">Brackwater Echo, 4 Weir Street. Page served in ${counter(face.salt, 20, 70)} ms.</div>
</div>
</body>
</html>
`;
}
