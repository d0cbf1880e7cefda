/** Where a house puts what is no part of its texts. */
export type Place = "before" | "inside" | "after";

export const PLACES: readonly Place[] = ["before", "inside", "after"];

/** A page with something put above the article, between two of its paragraphs or below it. */
export function putInto(page: string, html: string, place: Place): string {
  const at = { before: afterOpening(page), inside: afterParagraph(page), after: page.lastIndexOf("</main>") }[place];
  return at < 0 ? page : `${page.slice(0, at)}\n${html}\n${page.slice(at)}`;
}

function afterOpening(page: string): number {
  const found = /<main[^>]*>/.exec(page);
  return found ? found.index + found[0].length : -1;
}

/** After the second long paragraph below the headline. */
function afterParagraph(page: string): number {
  const below = page.indexOf("</h1>");
  const paragraphs = [...page.matchAll(/<p(?: [^>]*)?>[^<]{80,}<\/p>/g)].filter(({ index }) => index > below);
  const second = paragraphs[1];
  return second ? second.index + second[0].length : -1;
}
