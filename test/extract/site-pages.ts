/** A small site whose articles are made up from a number, for tests of what is learned from many pages. */

const WHO = ["The council", "A committee", "The harbour board", "A court", "The fishers' union", "A group of parents"];
const DID = ["voted on", "argued about", "put off", "agreed to", "looked again at", "paid for"];
const WHAT = ["the new breakwater", "a second ferry", "the old school", "longer opening hours", "the price of water"];
const WHEN = ["on Monday night", "after a long hearing", "before the summer break", "in spite of the cost"];

/** The same numbers always give the same sentence; neighbours differ. */
export function sentence(seed: number): string {
  const pick = (list: readonly string[], salt: number) =>
    list[Math.floor((((seed * 7919 + salt * 104_729) % 9973) / 9973) * list.length)]!;
  return `${pick(WHO, 1)} ${pick(DID, 2)} ${pick(WHAT, 3)} ${pick(WHEN, 4)}, said a note of ${1900 + (seed % 97)} words with number ${seed}.`;
}

export const paragraph = (seed: number): string => [0, 1, 2].map((at) => sentence(seed * 10 + at)).join(" ");

export interface PageMade {
  readonly article: number;
  /** HTML that stands in the body, before the first paragraph. */
  readonly before?: string;
  /** HTML that stands in the body, after the second paragraph. */
  readonly inside?: string;
  /** HTML at the body's end. */
  readonly after?: string;
  readonly paragraphs?: readonly string[];
  /** Opens the box of the body. */
  readonly box?: string;
}

export const paragraphsOf = (article: number): readonly string[] =>
  [1, 2, 3, 4, 5, 6].map((at) => paragraph(article * 100 + at));

export function sitePage({
  article,
  before = "",
  inside = "",
  after = "",
  paragraphs,
  box = '<div class="body">',
}: PageMade): string {
  const [first, second, ...rest] = (paragraphs ?? paragraphsOf(article)).map((text) => `<p>${text}</p>`);
  const title = `Number ${article}: ${sentence(article).slice(0, 60)}`;
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body>
<nav><a href="/">Home</a> <a href="/town">Town</a></nav>
<main><article class="story"><h1>${title}</h1>${box}
${before}${first}${second}${inside}${rest.join("\n")}${after}
</div></article></main><footer><p>The Ems Gazette</p></footer></body></html>`;
}

export const urlOf = (article: number): string => `https://gazette.example/town/story-${article}.html`;
