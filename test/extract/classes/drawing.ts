import { tongue } from "#newsroom/clutter/tongue";
import { mix } from "#newsroom/random";

/** A page, and the lines of its text in their order. */
export interface ClassPage {
  readonly html: string;
  readonly text: readonly string[];
}

/** What a page is drawn from; everything hangs on the seed and the number that is given. */
export interface Drawing {
  readonly title: string;
  /** A paragraph of two or three sentences, and a short one of about 90 letters. */
  readonly paragraph: (number: number) => string;
  readonly sentence: (number: number) => string;
  /** A heading or a name of a few words, without a full stop. */
  readonly name: (number: number, words?: number) => string;
}

export type Maker = (drawing: Drawing) => ClassPage;

export function drawingOf(seed: number): Drawing {
  const own = tongue(mix(seed, 3));
  return {
    title: own.title(mix(seed, 9), 7),
    paragraph: (number) =>
      [1, 2, 3].map((part) => own.sentence(mix(seed, number, part), 11 + ((number + part) % 6))).join(" "),
    sentence: (number) => own.sentence(mix(seed, number, 7), 13),
    name: (number, words = 2) => own.title(mix(seed, number, 11), words),
  };
}

export const numbers = (from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => from + i);

export const p = (lines: readonly string[], css = ""): string =>
  lines.map((line) => `<p${css === "" ? "" : ` class="${css}"`}>${line}</p>`).join("\n");

/** Head, menu and foot of a house around a page. */
export const page = (title: string, body: string, head = ""): string =>
  `<!doctype html><html><head><title>${title} | House</title><meta property="og:title" content="${title}"><meta property="og:type" content="article">${head}</head>
<body><header class="site"><a href="/">House</a><nav><a href="/a">One</a><a href="/b">Two</a></nav></header>${body}<footer class="foot"><a href="/imprint">Imprint</a></footer></body></html>`;
