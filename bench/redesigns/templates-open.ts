import { escaped, headOf, partsOf, type Template } from "./design.ts";

const oldTables: Template = (shown) => `<html><head>${headOf(shown)}</head><body bgcolor="#ffffff">${shown.above}
<table width="760"><tr><td width="160" valign="top"><a href="/">Home</a><br><a href="/world">World</a><br><a href="/sport">Sport</a></td>
<td valign="top"><span class="hl"><h1>${escaped(shown.headline)}</h1></span>
${shown.standfirst ? `<b class="summary">${escaped(shown.standfirst)}</b><br><br>` : ""}
<font size="1">By ${escaped(shown.byline)}</font><br><br>
<div id="storytext">${partsOf(shown.body, (text) => `<p>${text}</p>`)}</div>
${shown.below}</td></tr></table><div class="foot">Copyright 2009. <a href="/terms">Terms</a></div></body></html>`;

const oldColumns: Template = (
  shown,
) => `<!DOCTYPE html><html lang="${shown.language}"><head>${headOf(shown)}</head><body>${shown.above}
<div id="header"><ul class="menu"><li><a href="/a">News</a></li><li><a href="/b">Money</a></li></ul></div>
<div id="content"><div id="article"><h1 class="title">${escaped(shown.headline)}</h1>
${shown.standfirst ? `<h2 class="subtitle">${escaped(shown.standfirst)}</h2>` : ""}
<div class="byline">${escaped(shown.byline)} <span class="date">3 May 2013, 14:05</span></div>
<div class="article-body">${partsOf(shown.body, (text) => `<p>${text}</p>`)}</div></div>${shown.below}
<div id="sidebar"><h3>Most read</h3><ol><li><a href="/1">The bridge is open</a></li><li><a href="/2">A long summer</a></li></ol></div></div></body></html>`;

const oldPost: Template = (
  shown,
) => `<!DOCTYPE html><html lang="${shown.language}"><head>${headOf(shown)}</head><body class="single">
${shown.above}<article class="post-812 post hentry"><header class="entry-header"><h1 class="entry-title">${escaped(shown.headline)}</h1>
<p class="entry-meta">${escaped(shown.byline)}, May 3, 2015</p></header>
<div class="entry-content">${shown.standfirst ? `<p class="lead"><strong>${escaped(shown.standfirst)}</strong></p>` : ""}
${partsOf(shown.body, (text) => `<p>${text}</p>`)}</div>
<footer class="entry-footer"><a href="/tag/x" rel="tag">x</a></footer></article>${shown.below}</body></html>`;

const oldSections: Template = (
  shown,
) => `<!DOCTYPE html><html lang="${shown.language}"><head>${headOf(shown)}</head><body>${shown.above}
<div class="wrapper"><div class="col-main"><div class="headline"><h1>${escaped(shown.headline)}</h1></div>
${shown.standfirst ? `<div class="intro">${escaped(shown.standfirst)}</div>` : ""}<div class="info">${escaped(shown.byline)}</div>
<div class="text">${partsOf(shown.body, (text) => `<div class="par">${text}</div>`)}</div></div>
<div class="col-side">${shown.below}</div></div></body></html>`;

const newHashed: Template = (
  shown,
) => `<!DOCTYPE html><html lang="${shown.language}"><head>${headOf(shown)}</head><body><div id="root">${shown.above}
<main class="css-1x2y3z"><article class="css-9f8e7d"><header class="css-h1h1"><h1 class="css-t1t2">${escaped(shown.headline)}</h1>
${shown.standfirst ? `<p class="css-s1s2">${escaped(shown.standfirst)}</p>` : ""}
<div class="css-b1b2"><span>By ${escaped(shown.byline)}</span><time datetime="2021-05-03T14:05:00Z">3 May 2021</time></div></header>
${partsOf(shown.body, (text) => `<section class="css-w0w1"><div class="css-w2"><p class="css-p0p1">${text}</p></div></section>`)}
</article></main>${shown.below}<footer class="css-f0"><a href="/about">About</a></footer></div></body></html>`;

const newBlocks: Template = (
  shown,
) => `<!DOCTYPE html><html lang="${shown.language}"><head>${headOf(shown)}</head><body>${shown.above}
<main id="main-content"><article><div data-component="headline-block"><h1>${escaped(shown.headline)}</h1></div>
<div data-component="byline-block"><span>${escaped(shown.byline)}</span></div>
${shown.standfirst ? `<div data-component="text-block" class="Summary"><p><b>${escaped(shown.standfirst)}</b></p></div>` : ""}
${partsOf(shown.body, (text) => `<div data-component="text-block"><p>${text}</p></div>`)}</article>${shown.below}</main></body></html>`;

const newUtilities: Template = (
  shown,
) => `<!DOCTYPE html><html lang="${shown.language}"><head>${headOf(shown)}</head><body class="bg-white text-gray-900">${shown.above}
<div class="max-w-3xl mx-auto px-4"><h1 class="text-4xl font-bold mt-8">${escaped(shown.headline)}</h1>
${shown.standfirst ? `<p class="text-xl text-gray-600 mt-2">${escaped(shown.standfirst)}</p>` : ""}
<div class="flex items-center text-sm mt-4"><a href="/people/a">${escaped(shown.byline)}</a></div>
<div class="prose mt-6">${partsOf(shown.body, (text) => `<p class="mb-4">${text}</p>`)}</div>${shown.below}</div></body></html>`;

const newElements: Template = (
  shown,
) => `<!DOCTYPE html><html lang="${shown.language}"><head>${headOf(shown)}</head><body><site-shell>${shown.above}
<article-page><div class="story__header"><h1 class="story__title">${escaped(shown.headline)}</h1>
${shown.standfirst ? `<div class="story__standfirst">${escaped(shown.standfirst)}</div>` : ""}<div class="story__author">${escaped(shown.byline)}</div></div>
<div class="story__content">${partsOf(shown.body, (text) => `<p class="story__paragraph">${text}</p>`)}</div></article-page>
${shown.below}</site-shell></body></html>`;

/** The text's own boxes are those of `oldColumns`; all that is around them is new. */
const newAround: Template = (
  shown,
) => `<!DOCTYPE html><html lang="${shown.language}"><head>${headOf(shown)}</head><body class="theme-2">${shown.above}
<header class="masthead"><nav class="primary"><a class="brand" href="/">Ems</a><a href="/live">Live</a></nav></header>
<div class="ticker"><span>Latest</span><a href="/t1">Ferries run again on the northern line</a></div>
<div id="content"><div id="article"><h1 class="title">${escaped(shown.headline)}</h1>
${shown.standfirst ? `<h2 class="subtitle">${escaped(shown.standfirst)}</h2>` : ""}
<div class="author-row"><span class="author-name">${escaped(shown.byline)}</span><span class="stamp">Updated 14:05</span></div>
<div class="article-body">${partsOf(shown.body, (text) => `<p>${text}</p>`)}</div></div>${shown.below}
<section class="more-cards"><div class="card"><a href="/c1">A card about the bridge</a></div><div class="card"><a href="/c2">A card about the summer</a></div></section></div>
<footer class="site-footer"><p class="legal">All of Ems</p></footer></body></html>`;

/** The designs that the rules were written beside. */
export const OPEN_TEMPLATES = {
  old: [oldTables, oldColumns, oldPost, oldSections],
  new: [newHashed, newBlocks, newUtilities, newElements, newAround],
} as const;
