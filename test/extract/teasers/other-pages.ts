import { tongue } from "#newsroom/clutter/tongue";
import { mix, pick, random } from "#newsroom/random";
import { type DrawnPage, paragraphsOf } from "./pages.ts";

interface Other {
  readonly href: string;
  readonly title: string;
  readonly summary: string;
  readonly i: number;
}

interface Drawn {
  readonly others: readonly Other[];
  readonly text: readonly string[];
  readonly title: string;
}

const p = (lines: readonly string[], css = ""): string => lines.map((line) => `<p${css}>${line}</p>`).join("\n");
const page = (title: string, body: string): string =>
  `<html><head><title>${title}</title></head><body><div id=top><a href="/">Home</a></div>${body}<div class=foot>Imprint</div></body></html>`;

/** Streams of other articles in markup that the newsroom does not know. */
export const STREAMS: Readonly<Record<string, (drawn: Drawn) => string>> = {
  "a table of cards below the text": ({ others, text, title }) =>
    page(
      title,
      `<div id=c><h1>${title}</h1>${p(text)}</div><table><tbody>${others.map((o) => `<tr><td><img src=a.png></td><td><a href="${o.href}"><b>${o.title}</b></a><p>${o.summary}</p></td></tr>`).join("")}</tbody></table>`,
    ),
  "definitions above the text": ({ others, text, title }) =>
    page(
      title,
      `<dl>${others.map((o) => `<dt><a href="https://www.house.example${o.href}">${o.title}</a></dt><dd>${o.summary}</dd>`).join("")}</dl><section><h1>${title}</h1>${p(text)}</section>`,
    ),
  "cards with a button, in rows of two": ({ others, text, title }) =>
    page(
      title,
      `<main><div class=t><h1>${title}</h1><div class=w>${p(text)}</div></div><div class=g>${pairs(others)
        .map(
          (row) =>
            `<div class=r>${row.map((o) => `<div class=k><h5>${o.title}</h5><div>${o.summary}</div><div><a href="${o.href}">Vidare</a></div></div>`).join("")}</div>`,
        )
        .join("")}</div></main>`,
    ),
  "titles and summaries in turn in one box": ({ others, text, title }) =>
    page(
      title,
      `<article><header><h1>${title}</h1></header><div>${p(text)}</div><footer></footer></article><div class=zz><div>${others.map((o) => `<p><a href="${o.href}">${o.title}</a></p><p>${o.summary}</p>`).join("")}</div></div>`,
    ),
  "articles among the paragraphs": ({ others, text, title }) =>
    page(
      title,
      `<article><h1>${title}</h1>${p(text.slice(0, 2))}${others.map((o) => `<article><h4><a href="${o.href}">${o.title}</a></h4>${o.summary}</article>`).join("")}${p(text.slice(2))}</article>`,
    ),
  "linked cards with a kicker and a time": ({ others, text, title }) =>
    page(
      title,
      `<div class=lead><h1>${title}</h1></div><div class=txt>${p(text, " class=y")}</div><div class=more>${others.map((o) => `<div><a href="${o.href}"><div>Ort</div><div>${o.title}</div><div>${o.summary}</div><time>${o.i + 2} h</time></a></div>`).join("\n")}</div>`,
    ),
  "a column in front, with sponsors between": ({ others, text, title }) =>
    page(
      title,
      `<div class=cols><div class=l>${others.map((o) => `<div class=i${o.i}><a href="//house.example${o.href}?ref=col">${o.title}</a><div class=s>${o.summary}</div></div>${o.i % 3 === 1 ? "<div class=sp>Boots</div>" : ""}`).join("")}</div><div class=r><h1>${title}</h1>${p(text)}</div></div>`,
    ),
};

const pairs = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  items.flatMap((_, i) => (i % 2 === 0 ? [items.slice(i, i + 2)] : []));

/** Texts that are made of parts with titles, or of links. All of it has to stay. */
export const TEXTS: Readonly<Record<string, (drawn: Drawn) => string>> = {
  "numbered places, each with its page": ({ others, text, title }) =>
    page(
      title,
      `<article><h1>${title}</h1>${p(text.slice(0, 1))}<div class=list>${others.map((o) => `<div class=e><h3>${o.i + 1}. <a href="${o.href}">${o.title}</a></h3><p>${o.summary}</p></div>`).join("")}</div></article>`,
    ),
  "as many as the headline promises": ({ others, text, title }) =>
    page(
      `${others.length} ${title}`,
      `<article><h1>${others.length} ${title}</h1>${p(text.slice(0, 2))}<ul>${others.map((o) => `<li><h3><a href="${o.href}">${o.title}</a></h3><p>${o.summary}</p></li>`).join("")}</ul></article>`,
    ),
  "parts without links": ({ others, text, title }) =>
    page(
      title,
      `<main><h1>${title}</h1>${p(text)}${others.map((o) => `<section><h3>${o.title}</h3><p>${o.summary}</p></section>`).join("")}</main>`,
    ),
  "a round-up of what others wrote": ({ others, text, title }) =>
    page(
      title,
      `<article><h1>${title}</h1><div class=b>${p(text.slice(0, 1))}${others.map((o) => `<h3><a href="https://w${o.i}.other${o.i}.example${o.href}">${o.title}</a></h3><p>${o.summary}</p>`).join("")}</div></article>`,
    ),
  "a round-up of the house's own week": ({ others, text, title }) =>
    page(
      title,
      `<article><h1>${title}</h1><div class=b>${p(text.slice(0, 1))}${others.map((o) => `<h2><a href="${o.href}">${o.title}</a></h2><p>${o.summary}</p>`).join("")}<p>${text[0]!.slice(0, 70)}.</p></div></article>`,
    ),
  "entries with addresses of their own": ({ others, text, title }) =>
    page(
      title,
      `<article><h1>${title}</h1>${p(text.slice(0, 1))}${others.map((o) => `<div class=entry><h3><a href="/2026/11/story-77/${o.i}">${o.title}</a></h3><p>${o.summary}</p></div>`).join("")}</article>`,
    ),
  "items that go on": ({ others, text, title }) =>
    page(
      title,
      `<article><h1>${title}</h1>${p(text.slice(0, 1))}${others.map((o) => `<h3><a href="${o.href}">${o.title}</a></h3><p>${o.summary}</p><p>${text[o.i % text.length]!} ${o.i}</p><p>${o.summary} ${o.i} ${o.i}</p>`).join("")}</article>`,
    ),
};

export function otherPage(seed: number, make: (drawn: Drawn) => string, isStream: boolean): DrawnPage {
  const next = random(mix(seed, 15));
  const own = tongue(mix(seed, 3));
  const text = paragraphsOf(seed, 3 + Math.floor(next() * 7));
  const others = Array.from({ length: 4 + Math.floor(next() * 9) }, (_, i) => ({
    i,
    href: `/${pick(["a", "w/2026", "stories", "ort"], seed)}/${mix(seed, i).toString(36)}-${i}`,
    title: own.title(mix(seed, i, 7), 6 + (i % 4)),
    summary: own.sentence(mix(seed, i, 8), 13 + (mix(seed, i) % 20)),
  }));
  const html = make({ others, text, title: own.title(mix(seed, 9), 7) });
  const lines = others.map(({ summary }) => summary);
  const shown = text.filter((line) => html.includes(line));
  return { html, text: isStream ? shown : [...shown, ...lines], others: isStream ? lines : [] };
}
