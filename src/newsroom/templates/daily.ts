import type { ArticlePage, Face, FrontPage, Link, Template } from "#newsroom/site";
import { iso } from "#newsroom/times";
import { ad, ago, alternates, attrs, blocksHtml, counter, esc, jsonScript, links, nonce } from "./markup.ts";

/** A big daily: JSON-LD, social meta tags, a semantic article, boxes inside the text, everything busy. */
export const dailyTemplate: Template = { article, front };

function article(page: ArticlePage): string {
  const { text, salt } = page;
  const css = page.redesigned ? "hc" : "c-story";
  const shown = page.walled ? text.blocks.slice(0, 2) : text.blocks;
  const half = Math.ceil(shown.length / 2);
  const inset = related(page.related, page.redesigned ? "READ NEXT" : "More on this");
  const body = `${blocksHtml(shown.slice(0, half), `${css}__par`)}
<div${attrs(salt, ["class", `ad ad--inline r-${nonce(salt)}`], ["data-slot", String(salt % 9)], ["id", `slot-${salt % 97}`])}><span>Advertisement</span> ${esc(ad(salt))}</div>
${page.redesigned ? "" : inset}
${blocksHtml(shown.slice(half), `${css}__par`)}
${page.walled ? wall : ""}`;
  return shell(
    page,
    `${text.headline} | ${page.site.name}`,
    `${meta(page)}
${jsonLd(page)}`,
    `<article${attrs(salt, ["class", `${css} ${css}--${nonce(salt)}`], ["id", `story-${page.number}`], ["data-section", page.section])}>
<header class="${css}__head">
<p class="${css}__kicker"><a href="/${page.section}/">${esc(page.section)}</a></p>
<h1 class="${css}__title">${esc(text.headline)}</h1>
${text.standfirst ? `<p class="${css}__standfirst">${esc(text.standfirst)}</p>` : ""}
<p class="${css}__byline">By <a rel="author" href="/by/${slugOf(page.byline[0])}">${esc(page.byline.join(" and "))}</a></p>
<p class="${css}__dates"><time datetime="${iso(page.publishedAt)}">Published ${clock(page.publishedAt)}</time>${page.modifiedAt > page.publishedAt ? ` <time datetime="${iso(page.modifiedAt)}">Updated ${ago(page.now, page.modifiedAt)}</time>` : ""}</p>
<ul class="share"><li><a href="#share-mail">Mail</a></li><li><a href="#share-link">Copy link</a></li><li>${counter(salt, 120, 4000)} shares</li></ul>
</header>
<div class="${css}__body">
${body}
</div>
${text.corrections.map((c) => `<aside class="correction"><p>${esc(c)}</p></aside>`).join("\n")}
<div class="newsletter"><h3>The Morning Tide</h3><p>Our free newsletter, every weekday at seven. Join ${counter(salt, 40000, 900)} readers.</p><form action="/newsletter"><input name="mail"><button>Sign up</button></form></div>
<section class="comments"><h3>${counter(salt, 3, 400)} comments</h3><p>The conversation is moderated. Be kind.</p></section>
</article>
${page.redesigned ? inset : ""}`,
  );
}

function front(page: FrontPage): string {
  const [lead, ...rest] = page.teasers;
  return shell(
    page,
    page.section ? `${page.section} | ${page.site.name}` : `${page.site.name} – news from the capital and the islands`,
    "",
    `<section class="front">
${lead ? `<div class="lead"><h1><a href="${lead.url}">${esc(lead.headline)}</a></h1><p>${esc(lead.standfirst ?? "")}</p></div>` : ""}
${links(rest, (t) => `<div class="teaser"><h2><a href="${t.url}">${esc(t.headline)}</a></h2><p>${esc(t.standfirst ?? "")}</p><span class="when">${ago(page.now, t.publishedAt)}</span></div>`)}
<div class="teaser sponsored"><h2><a href="/sponsored/boots-for-every-tide">Boots for every tide</a></h2><p>Paid content</p></div>
</section>`,
  );
}

function shell(face: Face, title: string, head: string, main: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${esc(title)}</title>
${head}
${alternates(face)}
<link rel="icon" href="data:,">
<style nonce="${nonce(face.salt)}">${CSS}</style>
</head>
<body class="b-${nonce(face.salt + 1)}">
<header class="masthead"><a class="logo" href="/">${esc(face.site.name)}</a>
<nav><a href="/politics/">Politics</a> <a href="/city/">City</a> <a href="/business/">Business</a> <a href="/science/">Science</a> <a href="/sport/">Sport</a> <a href="/about">About</a></nav>
<p class="weather">Halvern ${counter(face.salt, 6, 9)}°, wind force ${counter(face.salt + 2, 2, 6)}</p></header>
<main>
${main}
</main>
<footer><p>© The Halvern Courier Company. Printed on Ropewalk Lane since 1871.</p>
<p><a href="/about">About us</a> · <a href="/contact">Contact</a> · <a href="/privacy">Privacy</a> · <a href="/corrections">Corrections policy</a></p></footer>
<script nonce="${nonce(face.salt)}">window.__page={"t":${face.salt},"v":"${nonce(face.salt + 3)}"}</script>
</body>
</html>
`;
}

function meta(page: ArticlePage): string {
  const { text } = page;
  return `<link rel="canonical" href="${page.url}">
<meta name="description" content="${esc(text.standfirst ?? text.headline)}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${esc(page.site.name)}">
<meta property="og:title" content="${esc(text.headline)}">
<meta property="og:url" content="${page.url}">
<meta property="article:published_time" content="${iso(page.publishedAt)}">
<meta property="article:modified_time" content="${iso(page.modifiedAt)}">
<meta name="author" content="${esc(page.byline.join(", "))}">`;
}

function jsonLd(page: ArticlePage): string {
  return jsonScript({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    mainEntityOfPage: page.url,
    headline: page.text.headline,
    description: page.text.standfirst,
    datePublished: iso(page.publishedAt),
    dateModified: iso(page.modifiedAt),
    articleSection: page.section,
    inLanguage: page.language,
    isAccessibleForFree: !page.walled,
    author: page.byline.map((name) => ({ "@type": "Person", name })),
    publisher: { "@type": "NewsMediaOrganization", name: page.site.name, url: `${page.base}/` },
  });
}

const related = (teasers: readonly Link[], title: string): string =>
  `<aside class="related"><h3>${title}</h3><ul>${links(teasers, (t) => `<li><a href="${t.url}">${esc(t.headline)}</a></li>`)}</ul></aside>`;

const wall = `<div class="paywall" id="subscribe"><h2>Subscribe to continue reading</h2><p>You have read your three free articles this month. Get unlimited access for 2 crowns a week.</p><a href="/subscribe">See all offers</a></div>`;

const slugOf = (name = "staff"): string => name.toLowerCase().replace(/\W+/g, "-");
const clock = (at: number): string => new Date(at).toISOString().slice(11, 16);

const CSS =
  "body{margin:0;font:18px/1.55 Georgia,serif;color:#1b1b1b}a{color:inherit}h1 a,h2 a{text-decoration:none}.c-story__kicker,.hc__kicker,nav a{text-transform:capitalize}figure{margin:1rem 0}img{max-width:100%;height:auto}figcaption,.when,[class*=__dates],[class*=__byline]{font-size:.85rem;color:#666}[class*=__standfirst]{font-size:1.2rem;color:#444}.share{list-style:none;padding:0;display:flex;gap:1rem;font-size:.8rem}.teaser{border-top:1px solid #ddd}main{max-width:44rem;margin:0 auto;padding:1rem}.masthead{border-bottom:3px double #222;padding:1rem;text-align:center}.logo{font-size:2.2rem;color:#111;text-decoration:none}nav a{margin:0 .5rem;color:#444}h1{line-height:1.15}.ad,.newsletter,.related{background:#f3f0e8;padding:.8rem;margin:1rem 0;font-size:.9rem}.correction{border-left:4px solid #a33;padding-left:1rem;font-style:italic}footer{border-top:1px solid #ccc;padding:1rem;font-size:.8rem}";
