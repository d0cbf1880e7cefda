import { escaped, headOf, partsOf, type Template } from "./design.ts";

const oldBreaks: Template = (
  shown,
) => `<html><head>${headOf(shown)}</head><body>${shown.above}<center><table class="page"><tr>
<td class="main"><h1>${escaped(shown.headline)}</h1>${shown.standfirst ? `<p class="vorspann">${escaped(shown.standfirst)}</p>` : ""}
<p class="meta">${escaped(shown.byline)} - 3.5.2008</p><div class="artikel">
${partsOf(shown.body, (text) => `${text}<br><br>`)}</div>${shown.below}</td><td class="right"><a href="/x">Archive</a></td></tr></table></center></body></html>`;

const oldPortal: Template = (
  shown,
) => `<!DOCTYPE html><html lang="${shown.language}"><head>${headOf(shown)}</head><body id="portal"><div class="top"><a href="/">Portal</a></div>
${shown.above}<div class="grid_8"><div class="story-header"><h1 id="story-title">${escaped(shown.headline)}</h1>
<div class="story-meta">${escaped(shown.byline)} | <span>Monday</span></div></div>
<div class="story-image"><img src="/a.jpg" alt=""></div>
<div id="story-body">${shown.standfirst ? `<p class="first">${escaped(shown.standfirst)}</p>` : ""}
${partsOf(shown.body, (text) => `<p>${text}</p>`)}</div>${shown.below}</div>
<div class="grid_4"><div class="box"><h4>Weather</h4><p>Rain</p></div></div></body></html>`;

const oldMicrodata: Template = (
  shown,
) => `<!DOCTYPE html><html lang="${shown.language}"><head>${headOf(shown)}</head><body>${shown.above}
<div itemscope itemtype="https://schema.org/NewsArticle" class="node node-article"><h1 itemprop="headline" class="page-title">${escaped(shown.headline)}</h1>
<div class="submitted">By <span itemprop="author">${escaped(shown.byline)}</span></div>
${shown.standfirst ? `<div class="field-name-field-intro"><p>${escaped(shown.standfirst)}</p></div>` : ""}
<div class="field field-name-body" itemprop="articleBody"><div class="field-item">${partsOf(shown.body, (text) => `<p>${text}</p>`)}</div></div></div>
${shown.below}<div class="block-views"><ul><li><a href="/n1">Cows on the road</a></li><li><a href="/n2">Cold spring</a></li></ul></div></body></html>`;

const newModules: Template = (
  shown,
) => `<!DOCTYPE html><html lang="${shown.language}"><head>${headOf(shown)}</head><body>${shown.above}<div class="Page-content">
<div class="Page-headline"><h1 class="Hl">${escaped(shown.headline)}</h1></div>
${shown.standfirst ? `<div class="Page-sub"><h2>${escaped(shown.standfirst)}</h2></div>` : ""}<div class="Page-byline">${escaped(shown.byline)}</div>
<div class="Page-story"><div class="RichTextStoryBody">${partsOf(shown.body, (text) => `<p>${text}</p>`)}</div></div>
${shown.below}<div class="Page-footer"><a href="/c">Contact</a></div></div></body></html>`;

const newCut: Template = (shown) => {
  const middle = Math.ceil(shown.body.length / 2);
  const half = (from: number, to?: number) =>
    partsOf(shown.body.slice(from, to), (text) => `<p data-el="text">${text}</p>`);
  return `<!DOCTYPE html><html lang="${shown.language}"><head>${headOf(shown)}</head><body><div class="app"><div class="_1a">${shown.above}
<article class="_2b"><div class="_3c"><h1 class="_4d">${escaped(shown.headline)}</h1><p class="_5e">${escaped(shown.byline)}</p></div>
${shown.standfirst ? `<div class="_6f">${escaped(shown.standfirst)}</div>` : ""}
<div class="_7g">${half(0, middle)}</div><div class="_ad" data-slot="mid"></div><div class="_7g">${half(middle)}</div></article>
${shown.below}</div></div></body></html>`;
};

const newAccessible: Template = (
  shown,
) => `<!DOCTYPE html><html lang="${shown.language}"><head>${headOf(shown)}</head><body><a class="skip" href="#m">Skip</a>${shown.above}
<main id="m" role="main"><header><h1>${escaped(shown.headline)}</h1>${shown.standfirst ? `<p role="doc-subtitle">${escaped(shown.standfirst)}</p>` : ""}
<address>${escaped(shown.byline)}</address></header>${partsOf(shown.body, (text) => `<p>${text}</p>`)}</main>${shown.below}
<footer role="contentinfo"><p>Ems Press</p></footer></body></html>`;

/** The text's own boxes are those of `oldPortal`; all that is around them is new. */
const newSurroundings: Template = (
  shown,
) => `<!DOCTYPE html><html lang="${shown.language}"><head>${headOf(shown)}</head><body id="portal"><div class="sticky"><button>Menu</button><a class="logo" href="/">P</a></div>
${shown.above}<div class="grid_8"><div class="hero"><h1 class="hero__title">${escaped(shown.headline)}</h1></div>
<div class="people"><a class="person" href="/p">${escaped(shown.byline)}</a></div><div class="tools-row"><span class="tool">Aa</span></div>
<div id="story-body">${shown.standfirst ? `<p class="first">${escaped(shown.standfirst)}</p>` : ""}
${partsOf(shown.body, (text) => `<p>${text}</p>`)}</div>${shown.below}<div class="rating"><span class="star">5</span></div></div>
<aside class="rail"><div class="promo-tile"><a href="/q1">A quiz about boats</a></div><div class="promo-tile"><a href="/q2">The crossword</a></div></aside>
<div class="baseline"><span class="copy">Ems</span></div></body></html>`;

/** Designs made after the rules, to hold them to. */
export const KEPT_TEMPLATES = {
  old: [oldBreaks, oldPortal, oldMicrodata],
  new: [newModules, newCut, newAccessible, newSurroundings],
} as const;
