import { type Maker, numbers, p, page } from "./drawing.ts";

type Makers = Readonly<Record<string, readonly Maker[]>>;

const items = (count: number, make: (i: number) => string): string => numbers(1, count).map(make).join("\n");

/** Pages that were made after the rules of their classes, three templates of each. */
export const SECOND: Makers = {
  "slides and ranked lists": [
    ({ title, paragraph, name }) => ({
      text: [paragraph(90), ...numbers(1, 10).flatMap((i) => [`#${i} ${name(i, 3)}`, paragraph(i)])],
      html: page(
        title,
        `<div class="shell"><h1>${title}</h1><div class="start"><p>${paragraph(90)}</p></div><div class="carousel">${items(10, (i) => `<div class="carousel-cell" data-i="${i}"><picture><img src="${i}.webp"></picture><div class="photo-caption"><h3>#${i} ${name(i, 3)}</h3><div><p>${paragraph(i)}</p></div></div></div>`)}</div></div>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: [
        paragraph(90),
        paragraph(91),
        ...numbers(1, 6).flatMap((i) => [name(i, 3), paragraph(i), paragraph(i + 20)]),
      ],
      html: page(
        title,
        `<main><article><h1>${title}</h1>${p([paragraph(90), paragraph(91)])}</article><div class="ranking">${items(6, (i) => `<section class="rank" id="r${i}"><div class="rank-title"><h2>${name(i, 3)}</h2></div><img src="${i}.jpg"><div class="rank-words"><p>${paragraph(i)}</p><p>${paragraph(i + 20)}</p></div></section>`)}</div></main>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: [paragraph(90), paragraph(91), ...numbers(1, 8).flatMap((i) => [name(i, 4), paragraph(i)])],
      html: page(
        title,
        `<article><header><h1>${title}</h1></header><div class="lead-in">${p([paragraph(90), paragraph(91)])}</div>${items(8, (i) => `<figure class="entry"><img src="${i}.jpg"><div class="legend"><h4>${name(i, 4)}</h4><p>${paragraph(i)}</p></div></figure>`)}</article>`,
      ),
    }),
  ],
  "a lead before numbered boxes": [
    ({ title, paragraph, name }) => ({
      text: [paragraph(90), ...numbers(1, 8).flatMap((i) => [`${i}. ${name(i, 3)}`, paragraph(i)])],
      html: page(
        title,
        `<main><div class="head"><h1>${title}</h1></div><div class="opening"><p>${paragraph(90)}</p></div><div class="stack">${items(8, (i) => `<div class="tile tile-${i}"><h3>${i}. ${name(i, 3)}</h3><div>${paragraph(i)}</div></div>`)}</div></main>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: [paragraph(90), ...numbers(1, 5).flatMap((i) => [name(i, 3), paragraph(i), paragraph(i + 30)])],
      html: page(
        title,
        `<article itemscope><h1>${title}</h1><div><p>${paragraph(90)}</p></div>${items(5, (i) => `<div class="card-block"><div class="n" aria-hidden="true">${i}</div><div class="k"><h2>${name(i, 3)}</h2>${p([paragraph(i), paragraph(i + 30)])}</div></div>`)}</article>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: [paragraph(90), ...numbers(1, 9).flatMap((i) => [name(i, 5), paragraph(i)])],
      html: page(
        title,
        `<div class="main"><h1>${title}</h1><div class="story-intro">${paragraph(90)}</div><dl>${items(9, (i) => `<dt>${name(i, 5)}</dt><dd>${paragraph(i)}</dd>`)}</dl></div>`,
      ),
    }),
  ],
  "a text in a data script": [
    ({ title, paragraph }) => ({
      text: numbers(1, 8).map(paragraph),
      html: page(
        title,
        `<div id="fusion-app"></div><script id="fusion-metadata">window.Fusion=window.Fusion||{};Fusion.arcSite="ems";Fusion.globalContent=${JSON.stringify(
          {
            _id: "A1",
            headlines: { basic: title },
            content_elements: numbers(1, 8).flatMap((i) => [
              { type: "text", content: paragraph(i) },
              ...(i === 4
                ? [
                    { type: "image", caption: paragraph(60) },
                    { type: "interstitial_link", content: "See also" },
                  ]
                : []),
            ]),
          },
        )};Fusion.lastModified=1;</script>`,
      ),
    }),
    ({ title, paragraph }) => ({
      text: numbers(1, 7).map(paragraph),
      html: page(
        title,
        `<div id="app"><noscript>Turn scripts on</noscript></div><script>(function(){var a=1;window.__PRELOADED__ = JSON.parse(${JSON.stringify(JSON.stringify({ entities: { posts: { 77: { title: { rendered: title }, content: { rendered: p(numbers(1, 7).map(paragraph)) } } } } }))});})();</script>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: [...numbers(1, 3).map(paragraph), name(70, 4), ...numbers(4, 4).map(paragraph)],
      html: page(
        title,
        `<div id="svelte"><h1>${title}</h1></div><script type="application/json" data-sveltekit-fetched data-url="/api/x">${JSON.stringify({ status: 200, data: { doc: { headline: title, children: [...numbers(1, 3).map((i) => ({ type: "p", children: [{ text: `${paragraph(i).slice(0, 30)}` }, { text: paragraph(i).slice(30) }] })), { type: "h2", children: [{ text: name(70, 4) }] }, ...numbers(4, 4).map((i) => ({ type: "p", children: [{ text: paragraph(i) }] }))] }, more: numbers(80, 4).map((i) => ({ headline: name(i, 6), url: `/s/${i}`, text: paragraph(i) })) } })}</script>`,
      ),
    }),
  ],
  "lists after the last sentence": [
    ({ title, paragraph, name }) => ({
      text: [...numbers(1, 4).map(paragraph), ...numbers(20, 22).map((i) => `${name(i)} (${i})`)],
      html: page(
        title,
        `<article><h1>${title}</h1><div class="c">${p(numbers(1, 4).map(paragraph))}</div><div class="names">${items(22, (i) => `<div>${name(i + 19)} (${i + 19})</div>`)}</div></article>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: [
        ...numbers(1, 5).map(paragraph),
        name(80, 3),
        ...numbers(20, 16).map((i) => `${name(i)}: ${name(i + 40, 3)}`),
      ],
      html: page(
        title,
        `<main><h1>${title}</h1><section>${p(numbers(1, 5).map(paragraph))}<h3>${name(80, 3)}</h3><ul class="places">${items(16, (i) => `<li><b>${name(i + 19)}</b>: ${name(i + 59, 3)}</li>`)}</ul></section></main>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: [...numbers(1, 4).map(paragraph), ...numbers(20, 12).flatMap((i) => [name(i), name(i + 40, 4)])],
      html: page(
        title,
        `<div class="art"><h1>${title}</h1><div class="txt">${p(numbers(1, 4).map(paragraph))}<dl>${items(12, (i) => `<dt>${name(i + 19)}</dt><dd>${name(i + 59, 4)}</dd>`)}</dl></div></div>`,
      ),
    }),
  ],
  "a paragraph between advertisements": [
    ({ title, paragraph }) => ({
      text: numbers(1, 7).map(paragraph),
      html: page(
        title,
        `<article><h1>${title}</h1><section class="txt">${p([paragraph(1), paragraph(2), paragraph(3)])}<div class="adunit" id="a1"><div id="gpt-1"></div><p>${paragraph(4)}</p><div id="gpt-2"></div></div>${p([paragraph(5), paragraph(6), paragraph(7)])}</section></article>`,
      ),
    }),
    ({ title, paragraph }) => ({
      text: numbers(1, 6).map(paragraph),
      html: page(
        title,
        `<main><h1>${title}</h1><div id="t"><div class="par"><p>${paragraph(1)}</p></div><div class="par"><p>${paragraph(2)}</p></div><div class="par ad-mid"><p>${paragraph(3)}</p></div><div class="par"><p>${paragraph(4)}</p></div><div class="par"><p>${paragraph(5)}</p></div><div class="par"><p>${paragraph(6)}</p></div></div></main>`,
      ),
    }),
    ({ title, paragraph }) => ({
      text: numbers(1, 8).map(paragraph),
      html: page(
        title,
        `<article><h1>${title}</h1><div class="b">${p([paragraph(1), paragraph(2)])}<aside class="werbung">Anzeige</aside><p>${paragraph(3)}</p><aside class="werbung">Anzeige</aside><p>${paragraph(4)}</p><div class="anzeige"><p>Anzeige</p><p>${paragraph(5)}</p></div>${p([paragraph(6), paragraph(7), paragraph(8)])}</div></article>`,
      ),
    }),
  ],
  "first paragraphs before a picture": [
    ({ title, paragraph }) => ({
      text: numbers(1, 6).map(paragraph),
      html: page(
        title,
        `<article><div class="top"><h1>${title}</h1><div class="txt-a">${p([paragraph(1), paragraph(2), paragraph(3)])}</div></div><div class="img"><img src="a.jpg"></div><div itemprop="articleBody">${p(numbers(4, 3).map(paragraph))}</div></article>`,
      ),
    }),
    ({ title, paragraph }) => ({
      text: numbers(1, 12).map(paragraph),
      html: page(
        title,
        `<main><h1>${title}</h1><p>${paragraph(1)}</p><p>${paragraph(2)}</p><figure><img src="a.jpg"></figure><div class="post-content">${p(numbers(3, 10).map(paragraph))}</div></main>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: numbers(1, 7).map(paragraph),
      html: page(
        title,
        `<div class="g"><div class="g1"><h1>${title}</h1><section>${p([paragraph(1), paragraph(2)])}</section></div><div class="g2"><img src="p.jpg"><p class="image-caption">${name(60, 6)}</p></div><div class="g3"><section>${p(numbers(3, 5).map(paragraph))}</section></div></div>`,
      ),
    }),
  ],
  "a text before a recipe or a table": [
    ({ title, paragraph, sentence, name }) => ({
      text: [
        ...numbers(1, 3).map(paragraph),
        ...numbers(20, 9).map((i) => name(i, 4)),
        ...numbers(40, 8).map((i) => `${sentence(i)} ${sentence(i + 30)}`),
      ],
      html: page(
        title,
        `<article><h1>${title}</h1><div class="entry-words">${p(numbers(1, 3).map(paragraph))}</div><div class="recipe" itemscope itemtype="https://schema.org/Recipe"><div class="in">${items(9, (i) => `<div>${name(i + 19, 4)}</div>`)}</div><div class="recipe-content">${p(numbers(40, 8).map((i) => `${sentence(i)} ${sentence(i + 30)}`))}</div></div></article>`,
      ),
    }),
    ({ title, paragraph, sentence, name }) => ({
      text: [
        ...numbers(1, 3).map(paragraph),
        ...numbers(20, 12).map((i) => `${name(i)} | ${sentence(i)} ${sentence(i + 30)}`),
      ],
      html: page(
        title,
        `<main><h1>${title}</h1><div class="x">${p(numbers(1, 3).map(paragraph))}</div><table class="data"><tbody>${items(12, (i) => `<tr><th>${name(i + 19)}</th><td>${sentence(i + 19)} ${sentence(i + 49)}</td></tr>`)}</tbody></table></main>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: [...numbers(1, 5).map(paragraph), ...numbers(20, 18).map((i) => `${i - 19} | ${name(i)} | ${i * 3}`)],
      html: page(
        title,
        `<div class="w"><h1>${title}</h1><div class="words">${p(numbers(1, 5).map(paragraph))}</div><div class="scroll"><div class="inner"><table>${items(18, (i) => `<tr><td>${i}</td><td>${name(i + 19)}</td><td>${(i + 19) * 3}</td></tr>`)}</table></div></div></div>`,
      ),
    }),
  ],
  "other stories under a heading": [
    ({ title, paragraph, name }) => ({
      text: numbers(1, 6).map(paragraph),
      html: page(
        title,
        `<main><h1>${title}</h1><div class="body">${p(numbers(1, 6).map(paragraph))}<p><strong>Read more</strong></p>${items(3, (i) => `<h4><a href="/story-${i}">${name(i + 50, 7)}</a></h4><p>${paragraph(i + 50)}</p>`)}</div></main>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: numbers(1, 7).map(paragraph),
      html: page(
        title,
        `<article><h1>${title}</h1><div class="q">${p(numbers(1, 7).map(paragraph))}</div><section class="zz"><h2>Sur le même sujet</h2>${items(3, (i) => `<div><h3>${name(i + 50, 8)}</h3>${p([paragraph(i + 50), paragraph(i + 60)])}</div>`)}</section></article>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: numbers(1, 8).map(paragraph),
      html: page(
        title,
        `<div class="d"><h1>${title}</h1><div class="e">${p(numbers(1, 4).map(paragraph))}<div class="f"><h4>Also on this</h4><p><a href="/news/2026/one-${name(1, 1)}">${name(90, 7)}</a></p><p>${paragraph(91)}</p></div>${p(numbers(5, 4).map(paragraph))}</div></div>`,
      ),
    }),
  ],
};
