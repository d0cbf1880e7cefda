import { type Maker, numbers, p, page } from "./drawing.ts";

type Makers = Readonly<Record<string, readonly Maker[]>>;

const items = (count: number, make: (i: number) => string): string => numbers(1, count).map(make).join("\n");

/** Pages that were made before the rules of their classes, three templates of each. */
export const FIRST: Makers = {
  "slides and ranked lists": [
    ({ title, paragraph, name }) => ({
      text: [paragraph(90), paragraph(91), ...numbers(1, 8).flatMap((i) => [`${9 - i}. ${name(i, 3)}`, paragraph(i)])],
      html: page(
        title,
        `<main><h1>${title}</h1><div class="intro">${p([paragraph(90), paragraph(91)])}</div><div class="slides">${items(8, (i) => `<div class="slide"><img src="${i}.jpg"><div class="slide-caption"><h2>${9 - i}. ${name(i, 3)}</h2><p>${paragraph(i)}</p></div></div>`)}</div></main>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: [paragraph(90), paragraph(91), ...numbers(1, 9).flatMap((i) => [name(i, 3), paragraph(i)])],
      html: page(
        title,
        `<div class="wrap"><h1>${title}</h1><div class="text">${p([paragraph(90), paragraph(91)])}</div><ul class="gallery">${items(9, (i) => `<li class="gallery-item"><figure><img src="${i}.jpg"><figcaption>Photo: ${name(i + 40)}</figcaption></figure><h3>${name(i, 3)}</h3><div class="desc"><p>${paragraph(i)}</p></div></li>`)}</ul></div>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: [paragraph(90), ...numbers(1, 7).flatMap((i) => [name(i, 4), paragraph(i), paragraph(i + 20)])],
      html: page(
        title,
        `<article class="page"><h1>${title}</h1><p class="first">${paragraph(90)}</p><section class="listicle">${items(7, (i) => `<article class="list-item"><header><span>${i}</span><h2>${name(i, 4)}</h2></header><div class="list-item__body"><p>${paragraph(i)}</p><p>${paragraph(i + 20)}</p><a class="btn" href="https://shop.example/${i}">Shop</a></div></article>`)}</section></article>`,
      ),
    }),
  ],
  "a lead before numbered boxes": [
    ({ title, paragraph, name }) => ({
      text: [paragraph(90), ...numbers(1, 6).flatMap((i) => [String(i), name(i, 4), paragraph(i)])],
      html: page(
        title,
        `<main><h1>${title}</h1><div class="article-content"><p>${paragraph(90)}</p></div><div class="boxes">${items(6, (i) => `<div class="box"><span class="num">${i}</span><h3>${name(i, 4)}</h3><p>${paragraph(i)}</p></div>`)}</div></main>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: [paragraph(90), ...numbers(1, 5).flatMap((i) => [`${i}. ${name(i, 4)}`, paragraph(i)])],
      html: page(
        title,
        `<div id="c"><h1>${title}</h1><p>${paragraph(90)}</p>${items(5, (i) => `<div class="step"><div class="step-head"><h2>${i}. ${name(i, 4)}</h2></div><div class="step-text">${paragraph(i)}</div></div>`)}</div>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: [paragraph(90), ...numbers(1, 7).flatMap((i) => [name(i, 3), paragraph(i)])],
      html: page(
        title,
        `<article><header><h1>${title}</h1></header><section class="x1"><p>${paragraph(90)}</p></section><ol class="reasons">${items(7, (i) => `<li class="reason"><div><h2>${name(i, 3)}</h2></div><div><p>${paragraph(i)}</p></div></li>`)}</ol></article>`,
      ),
    }),
  ],
  "a text in a data script": [
    ({ title, paragraph }) => ({
      text: numbers(1, 9).map(paragraph),
      html: page(
        title,
        `<div id="__next"><main><h1>${title}</h1><div class="skeleton"></div></main></div><script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: { article: { id: 77, title, body: numbers(1, 9).map((i) => ({ type: "paragraph", content: paragraph(i) })) }, related: numbers(50, 4).map((i) => ({ title: paragraph(i).slice(0, 60), url: `/r/${i}` })) } } })}</script>`,
      ),
    }),
    ({ title, paragraph }) => ({
      text: numbers(1, 8).map(paragraph),
      html: page(
        title,
        `<div id="app"></div><script>window.__INITIAL_STATE__ = ${JSON.stringify({ route: { path: "/x" }, story: { headline: title, html: p(numbers(1, 8).map(paragraph)) }, menu: numbers(60, 5).map((i) => ({ label: paragraph(i).slice(0, 20) })) })};</script>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: numbers(1, 7).map(paragraph),
      html: page(
        title,
        `<div id="root"><h1>${title}</h1></div><script type="application/json" data-state="page">${JSON.stringify({ page: { headline: title, blocks: numbers(1, 7).flatMap((i) => [{ kind: "text", data: { text: paragraph(i) } }, ...(i % 3 === 0 ? [{ kind: "image", data: { caption: name(i + 30, 6) } }] : [])]) }, also: [{ headline: name(80, 7), summary: paragraph(81) }] })}</script>`,
      ),
    }),
  ],
  "lists after the last sentence": [
    ({ title, paragraph, name }) => ({
      text: [...numbers(1, 5).map(paragraph), ...numbers(20, 24).map((i) => `${name(i)}, ${name(i + 40, 1)}`)],
      html: page(
        title,
        `<article><h1>${title}</h1><div class="body">${p(numbers(1, 5).map(paragraph))}<ul>${items(24, (i) => `<li>${name(i + 19)}, ${name(i + 59, 1)}</li>`)}</ul></div></article>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: [...numbers(1, 4).map(paragraph), ...numbers(20, 20).map((i) => `${name(i)} - ${name(i + 40)}`)],
      html: page(
        title,
        `<div class="content"><h1>${title}</h1>${p(numbers(1, 4).map(paragraph))}${p(numbers(20, 20).map((i) => `${name(i)} - ${name(i + 40)}`))}</div>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: [...numbers(1, 5).map(paragraph), ...numbers(20, 18).map((i) => name(i, 3))],
      html: page(
        title,
        `<main><h1>${title}</h1><div class="story">${p(numbers(1, 5).map(paragraph))}<p>${numbers(20, 18)
          .map((i) => name(i, 3))
          .join("<br>")}</p></div></main>`,
      ),
    }),
  ],
  "a paragraph between advertisements": [
    ({ title, paragraph }) => ({
      text: numbers(1, 6).map(paragraph),
      html: page(
        title,
        `<article><h1>${title}</h1><div class="body">${p([paragraph(1), paragraph(2)])}<div class="ad-slot"><span>Advertisement</span><p>${paragraph(3)}</p></div><div class="ad-slot"></div>${p([paragraph(4), paragraph(5), paragraph(6)])}</div></article>`,
      ),
    }),
    ({ title, paragraph }) => ({
      text: numbers(1, 7).map(paragraph),
      html: page(
        title,
        `<main><h1>${title}</h1><div class="part">${p([paragraph(1), paragraph(2), paragraph(3)])}</div><div class="advert">Advertisement</div><div class="between"><p>${paragraph(4)}</p></div><div class="advert">Advertisement</div><div class="part">${p([paragraph(5), paragraph(6), paragraph(7)])}</div></main>`,
      ),
    }),
    ({ title, paragraph }) => ({
      text: numbers(1, 6).map(paragraph),
      html: page(
        title,
        `<article><h1>${title}</h1><div class="art">${p([paragraph(1), paragraph(2)])}<div class="promo-wrap"><div class="banner"></div><p>${paragraph(3)}</p><p>${paragraph(4)}</p></div>${p([paragraph(5), paragraph(6)])}</div></article>`,
      ),
    }),
  ],
  "first paragraphs before a picture": [
    ({ title, paragraph, name }) => ({
      text: numbers(1, 8).map(paragraph),
      html: page(
        title,
        `<article><h1>${title}</h1><div class="begin">${p([paragraph(1), paragraph(2)])}</div><figure><img src="a.jpg"><figcaption>${name(50, 6)}</figcaption></figure><div class="article-body">${p(numbers(3, 6).map(paragraph))}</div></article>`,
      ),
    }),
    ({ title, paragraph }) => ({
      text: numbers(1, 9).map(paragraph),
      html: page(
        title,
        `<main><header><h1>${title}</h1>${p([paragraph(1), paragraph(2)])}</header><div class="hero"><img src="a.jpg"></div><div class="article-content">${p(numbers(3, 7).map(paragraph))}</div></main>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: numbers(1, 7).map(paragraph),
      html: page(
        title,
        `<div class="page"><h1>${title}</h1><div class="above"><div><p>${paragraph(1)}</p></div><div><p>${paragraph(2)}</p></div></div><div class="photo"><img src="b.jpg"><span class="caption">${name(60, 5)}</span></div><div class="story-text">${p(numbers(3, 5).map(paragraph))}</div></div>`,
      ),
    }),
  ],
  "a text before a recipe or a table": [
    ({ title, paragraph, sentence, name }) => ({
      text: [
        ...numbers(1, 4).map(paragraph),
        "Ingredients",
        ...numbers(20, 8).map((i) => `${i} g ${name(i, 3)}`),
        "Method",
        ...numbers(40, 7).map((i) => `${sentence(i)} ${sentence(i + 30)}`),
      ],
      html: page(
        title,
        `<main><h1>${title}</h1><div class="words">${p(numbers(1, 4).map(paragraph))}</div><div class="recipe-card"><h3>Ingredients</h3><ul>${items(8, (i) => `<li>${i + 19} g ${name(i + 19, 3)}</li>`)}</ul><h3>Method</h3><ol>${items(7, (i) => `<li>${sentence(i + 39)} ${sentence(i + 69)}</li>`)}</ol></div></main>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: [...numbers(1, 4).map(paragraph), ...numbers(20, 25).map((i) => `${name(i)} | ${i * 7} | ${i * 3}`)],
      html: page(
        title,
        `<article><h1>${title}</h1><div class="t">${p(numbers(1, 4).map(paragraph))}</div><div class="tb"><table>${items(25, (i) => `<tr><td>${name(i + 19)}</td><td>${(i + 19) * 7}</td><td>${(i + 19) * 3}</td></tr>`)}</table></div></article>`,
      ),
    }),
    ({ title, paragraph, sentence, name }) => ({
      text: [
        ...numbers(1, 3).map(paragraph),
        ...numbers(20, 6).map((i) => name(i, 4)),
        ...numbers(40, 9).map((i) => `${sentence(i)} ${sentence(i + 30)}`),
      ],
      html: page(
        title,
        `<div class="post"><h1>${title}</h1><section><div>${p(numbers(1, 3).map(paragraph))}</div></section><section class="instructions"><ul class="list">${items(6, (i) => `<li>${name(i + 19, 4)}</li>`)}</ul>${p(numbers(40, 9).map((i) => `${sentence(i)} ${sentence(i + 30)}`))}</section></div>`,
      ),
    }),
  ],
  "other stories under a heading": [
    ({ title, paragraph, name }) => ({
      text: numbers(1, 6).map(paragraph),
      html: page(
        title,
        `<article><h1>${title}</h1><div class="body">${p(numbers(1, 6).map(paragraph))}<h3>More on this</h3>${items(3, (i) => `<p><b><a href="/s/${i}">${name(i + 50, 7)}</a></b></p><p>${paragraph(i + 50)}</p>`)}</div></article>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: numbers(1, 7).map(paragraph),
      html: page(
        title,
        `<main><h1>${title}</h1><div class="t">${p(numbers(1, 7).map(paragraph))}</div><div class="m"><h2>More on this story</h2>${items(4, (i) => `<div class="o"><h4>${name(i + 50, 7)}</h4><p>${paragraph(i + 50)}</p></div>`)}</div></main>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: numbers(1, 6).map(paragraph),
      html: page(
        title,
        `<article><h1>${title}</h1><section class="tx">${p(numbers(1, 6).map(paragraph))}<h2>Mehr zum Thema</h2><h3><a href="/n/9">${name(70, 8)}</a></h3>${p([paragraph(71), paragraph(72)])}</section></article>`,
      ),
    }),
  ],
};
