import type { ArticlePage, Face, FrontPage, Template } from "#newsroom/site";
import { iso } from "#newsroom/times";
import { alternates, blocksHtml, counter, esc, links } from "./markup.ts";

/** A small Arabic desk: right to left, social meta tags only, the text in a section with a generic class. */
export const marfaTemplate: Template = { article, front };

function article(page: ArticlePage): string {
  const { text } = page;
  return shell(
    page,
    `${text.headline} | المرفأ`,
    `<link rel="canonical" href="${page.url}">
<meta property="og:type" content="article"><meta property="og:title" content="${esc(text.headline)}">
<meta property="article:published_time" content="${iso(page.publishedAt)}">
<meta property="article:modified_time" content="${iso(page.modifiedAt)}">`,
    `<section class="content"><h1>${esc(text.headline)}</h1>
${text.standfirst ? `<p class="summary">${esc(text.standfirst)}</p>` : ""}
<p class="author">${esc(page.byline.join("، "))}</p>
<div class="text">
${blocksHtml(text.blocks)}
</div>
${text.corrections.map((c) => `<p class="tashih">${esc(c)}</p>`).join("\n")}
</section>
<aside><h2>اقرأ أيضا</h2><ul>${links(page.related, (t) => `<li><a href="${t.url}">${esc(t.headline)}</a></li>`)}</ul><p>${counter(page.salt, 30, 500)} قارئا الآن</p></aside>`,
  );
}

function front(page: FrontPage): string {
  return shell(
    page,
    "المرفأ",
    "",
    `<h1>آخر الأخبار</h1><ul>${links(page.teasers, (t) => `<li><a href="${t.url}">${esc(t.headline)}</a></li>`)}</ul>`,
  );
}

function shell(face: Face, title: string, head: string, main: string): string {
  return `<!DOCTYPE html>
<html lang="ar" dir="rtl">
<head><meta charset="utf-8"><title>${esc(title)}</title>
${head}
${alternates(face)}
<style>body{font:18px/1.8 "Noto Naskh Arabic",serif;max-width:44rem;margin:0 auto;padding:1rem}</style></head>
<body><header><a href="/">المرفأ</a> <nav><a href="/iqtisad/">اقتصاد</a> <a href="/man-nahnu">من نحن</a></nav></header>
<main>${main}</main>
<footer><p>المرفأ، صحيفة مستقلة تصدر في ميناء أنسل</p></footer></body></html>
`;
}
