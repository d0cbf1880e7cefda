import { PLACES, putInto } from "#newsroom/clutter/place";
import { streamLook, teaserStream } from "#newsroom/clutter/teaser-stream";
import { tongue } from "#newsroom/clutter/tongue";
import { mix, pick, random } from "#newsroom/random";

/** A page, what of it is text and what is not. */
export interface DrawnPage {
  readonly html: string;
  readonly text: readonly string[];
  readonly others: readonly string[];
}

const HOUR = 3_600_000;

/** Article of two to nine paragraphs in a template of the house. */
function article(seed: number, paragraphs: readonly string[], title: string): string {
  const css = pick(["story", "x1", "c-art", ""], seed);
  const open = css === "" ? "<article>" : `<article class="${css}">`;
  return `<!doctype html><html><head><title>${title} | The House</title><meta property="og:title" content="${title}"></head>
<body><header><a href="/">The House</a></header><main>${open}<h1>${title}</h1><div class="by">A. Writer</div><div>
${paragraphs.map((line) => `<p>${line}</p>`).join("\n")}
</div></article></main><footer><p>The House</p></footer></body></html>`;
}

export function paragraphsOf(seed: number, count: number): readonly string[] {
  const own = tongue(mix(seed, 3));
  return Array.from({ length: count }, (_, i) =>
    [own.sentence(mix(seed, i, 1), 14 + (i % 7)), own.sentence(mix(seed, i, 2), 12)].join(" "),
  );
}

/** A page of the newsroom's make with a stream of teasers somewhere. */
export function streamPage(seed: number): DrawnPage {
  const next = random(mix(seed, 5));
  const text = paragraphsOf(seed, 2 + Math.floor(next() * 8));
  const page = article(seed, text, tongue(mix(seed, 3)).title(mix(seed, 9), 7));
  const stream = teaserStream(streamLook(seed), seed, Math.floor(next() * 1e6) * HOUR);
  const html = putInto(page, stream, pick(PLACES, seed));
  return { html, text, others: linesOf(stream) };
}

const linesOf = (html: string): readonly string[] =>
  html
    .split(/<[^>]*>/)
    .map((line) => line.trim())
    .filter((line) => line.length > 30);
