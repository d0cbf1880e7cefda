import { type Maker, numbers, p, page } from "./drawing.ts";

type Makers = Readonly<Record<string, readonly Maker[]>>;

const items = (count: number, make: (i: number) => string): string => numbers(1, count).map(make).join("\n");

/** Pages that were made when the rules had been changed by those of the second half, of each class that changed them. */
export const THIRD: Makers = {
  "slides and ranked lists": [
    ({ title, paragraph, name }) => ({
      text: [paragraph(90), ...numbers(1, 12).flatMap((i) => [`${name(i, 2)} (${i})`, paragraph(i)])],
      html: page(
        title,
        `<article><h1>${title}</h1><p>${paragraph(90)}</p><ol class="swiper">${items(12, (i) => `<li class="swiper-slide"><img src="${i}.avif" alt=""><div class="img-caption"><h3>${name(i, 2)} (${i})</h3><p>${paragraph(i)}</p></div></li>`)}</ol></article>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: [paragraph(90), paragraph(91), ...numbers(1, 5).flatMap((i) => [name(i, 3), paragraph(i)])],
      html: page(
        title,
        `<div class="layout"><div class="hd"><h1>${title}</h1></div><div class="bd">${p([paragraph(90), paragraph(91)])}</div>${items(5, (i) => `<div class="unit"><figure><img src="${i}.jpg"><figcaption><h2>${name(i, 3)}</h2><p>${paragraph(i)}</p></figcaption></figure></div>`)}</div>`,
      ),
    }),
  ],
  "a lead before numbered boxes": [
    ({ title, paragraph, name }) => ({
      text: [paragraph(90), ...numbers(1, 7).flatMap((i) => [`${i}`, name(i, 4), paragraph(i)])],
      html: page(
        title,
        `<main><h1>${title}</h1><section class="lede-box"><p>${paragraph(90)}</p></section><section class="steps">${items(7, (i) => `<section class="one"><div class="no">${i}</div><h4>${name(i, 4)}</h4><p>${paragraph(i)}</p></section>`)}</section></main>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: [paragraph(90), ...numbers(1, 4).flatMap((i) => [`${i}) ${name(i, 3)}`, paragraph(i), paragraph(i + 40)])],
      html: page(
        title,
        `<article><h1>${title}</h1><div class="pre">${paragraph(90)}</div><ul class="panels">${items(4, (i) => `<li><article><h3>${i}) ${name(i, 3)}</h3>${p([paragraph(i), paragraph(i + 40)])}</article></li>`)}</ul></article>`,
      ),
    }),
  ],
  "lists after the last sentence": [
    ({ title, paragraph, name }) => ({
      text: [...numbers(1, 5).map(paragraph), ...numbers(20, 14).map((i) => `${name(i)}, ${name(i + 50, 1)}`)],
      html: page(
        title,
        `<main><h1>${title}</h1><section class="a">${p(numbers(1, 5).map(paragraph))}</section><section class="b">${p(numbers(20, 14).map((i) => `${name(i)}, ${name(i + 50, 1)}`))}</section></main>`,
      ),
    }),
  ],
  "a paragraph between advertisements": [
    ({ title, paragraph }) => ({
      text: numbers(1, 7).map(paragraph),
      html: page(
        title,
        `<article><h1>${title}</h1><div class="copy">${p([paragraph(1), paragraph(2)])}<div class="inline-ads"><div class="slot"></div></div><div class="publicidad"><p>${paragraph(3)}</p><p>${paragraph(4)}</p></div><div class="inline-ads"></div>${p([paragraph(5), paragraph(6), paragraph(7)])}</div></article>`,
      ),
    }),
    ({ title, paragraph }) => ({
      text: numbers(1, 6).map(paragraph),
      html: page(
        title,
        `<main><h1>${title}</h1><div class="rows">${numbers(1, 6)
          .map((i) => `<section class="row-${i === 3 ? "sponsor" : "text"}"><p>${paragraph(i)}</p></section>`)
          .join("<div class='gpt'></div>")}</div></main>`,
      ),
    }),
  ],
  "a text before a recipe or a table": [
    ({ title, paragraph, sentence, name }) => ({
      text: [
        ...numbers(1, 4).map(paragraph),
        ...numbers(20, 7).map((i) => `${name(i, 3)}`),
        ...numbers(40, 6).map((i) => `${sentence(i)} ${sentence(i + 30)}`),
      ],
      html: page(
        title,
        `<main><h1>${title}</h1><section>${p(numbers(1, 4).map(paragraph))}</section><section class="box-r"><p class="r-in">${numbers(
          20,
          7,
        )
          .map((i) => name(i, 3))
          .join(
            "<br>",
          )}</p><ol>${items(6, (i) => `<li>${sentence(i + 39)} ${sentence(i + 69)}</li>`)}</ol></section></main>`,
      ),
    }),
    ({ title, paragraph, name }) => ({
      text: [
        ...numbers(1, 4).map(paragraph),
        name(90, 4),
        ...numbers(20, 15).map((i) => `${name(i)} | ${i * 5} | ${name(i + 40, 1)}`),
      ],
      html: page(
        title,
        `<article><h1>${title}</h1><div class="p1">${p(numbers(1, 4).map(paragraph))}</div><div class="p2"><h3>${name(90, 4)}</h3><figure class="tbl"><table>${items(15, (i) => `<tr><td>${name(i + 19)}</td><td>${(i + 19) * 5}</td><td>${name(i + 59, 1)}</td></tr>`)}</table></figure></div></article>`,
      ),
    }),
  ],
};
