/** The long paragraphs of a page below its headline, each given another form. What else the page has stays as it is. */
export function inParagraphs(page: string, change: (words: string, at: number) => string): string {
  const below = page.indexOf("</h1>");
  let at = 0;
  return page.replace(
    /(<p(?: [^>]*)?>)([^<]{80,})(<\/p>)/g,
    (whole, open: string, words: string, close: string, offset: number) =>
      offset < below ? whole : open + change(words, at++) + close,
  );
}
