import { HOUR_MS } from "#lib/clock";
import type { ArticlePage, Face, FrontPage, Template } from "#newsroom/site";
import { iso } from "#newsroom/times";
import { alternates, blocksHtml, counter, esc, jsonScript, links, nonce } from "./markup.ts";

/** A Japanese paper: its own words for everything that English rules look for. */
export const shiomiTemplate: Template = { article, front };

function article(page: ArticlePage): string {
  const { text, salt } = page;
  const shown = page.walled ? text.blocks.slice(0, 1) : text.blocks;
  return shell(
    page,
    `${text.headline}：潮見新報デジタル`,
    `<link rel="canonical" href="${page.url}">
<meta name="description" content="${esc(text.standfirst ?? text.headline)}">
<meta property="og:type" content="article"><meta property="og:title" content="${esc(text.headline)}">
${jsonScript({
  "@context": "https://schema.org",
  "@type": "NewsArticle",
  headline: text.headline,
  datePublished: iso(page.publishedAt),
  dateModified: iso(page.modifiedAt),
  author: page.byline.map((name) => ({ "@type": "Person", name })),
  inLanguage: "ja",
})}`,
    `<article class="kiji kiji-${nonce(salt)}">
<div class="bunya">${esc(page.section)}</div>
<h1>${esc(text.headline)}</h1>
<p class="kisha">${esc(page.byline.join("　"))}　<time datetime="${iso(page.publishedAt)}">${japanTime(page.publishedAt)}</time></p>
${text.standfirst ? `<p class="lead">${esc(text.standfirst)}</p>` : ""}
<div class="honbun">
${blocksHtml(shown)}
${page.walled ? '<div class="kaiin"><p>この記事は有料記事です。続きを読むには会員登録が必要です。</p></div>' : ""}
</div>
${text.corrections.map((c) => `<div class="teisei"><p>${esc(c)}</p></div>`).join("\n")}
<p class="share">この記事をシェア ${counter(salt, 5, 800)}</p>
</article>
<section class="kanren"><h2>関連記事</h2><ul>${links(page.related, (t) => `<li><a href="${t.url}">${esc(t.headline)}</a></li>`)}</ul></section>
<section class="ranking"><h2>アクセスランキング</h2><p>${counter(salt, 1000, 9000)}人が閲覧中</p></section>`,
  );
}

function front(page: FrontPage): string {
  return shell(
    page,
    "潮見新報デジタル",
    "",
    `<h1>新着ニュース</h1><ul>
${links(page.teasers, (t) => `<li><time>${japanTime(t.publishedAt)}</time> <a href="${t.url}">${esc(t.headline)}</a></li>`)}
</ul>`,
  );
}

function shell(face: Face, title: string, head: string, main: string): string {
  return `<!DOCTYPE html>
<html lang="ja">
<head><meta charset="UTF-8"><title>${esc(title)}</title>
${head}
${alternates(face)}
<style>body{font:16px/1.9 "Noto Sans CJK JP",sans-serif;margin:0}header,main,footer{max-width:44rem;margin:0 auto;padding:1rem}header{background:#0b3d5c;color:#fff}header a{color:#fff}h1{line-height:1.4}</style></head>
<body>
<header><a href="/">潮見新報</a> <nav><a href="/shakai/">社会</a> <a href="/keizai/">経済</a> <a href="/kagaku/">科学</a></nav></header>
<main>${main}</main>
<footer><p>潮見新報社　記事・写真の無断転載を禁じます。</p><p><a href="/kaisha">会社概要</a></p></footer>
</body></html>
`;
}

function japanTime(at: number): string {
  const local = new Date(at + 9 * HOUR_MS);
  const minutes = String(local.getUTCMinutes()).padStart(2, "0");
  return `${local.getUTCFullYear()}年${local.getUTCMonth() + 1}月${local.getUTCDate()}日 ${local.getUTCHours()}時${minutes}分`;
}
