/** What one design shows of a story. Everything but paragraphs is HTML. */
export interface Shown {
  readonly language: string;
  readonly headline: string;
  /** In the head: the search title, the title for sharing, and the description. */
  readonly title: string;
  readonly sharedTitle: string;
  readonly description: string | null;
  readonly standfirst: string | null;
  readonly byline: string;
  readonly body: readonly Part[];
  /** Before everything else, and after the text. */
  readonly above: string;
  readonly below: string;
}

/** A paragraph as text, or something else as HTML. */
export type Part = string | { readonly html: string };

/** A whole page of one design. */
export type Template = (shown: Shown) => string;

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The parts of a text, each paragraph as `paragraph` makes it. */
export const partsOf = (body: readonly Part[], paragraph: (text: string) => string): string =>
  body.map((part) => (typeof part === "string" ? paragraph(escaped(part)) : part.html)).join("\n");

export const headOf = ({ title, sharedTitle, description }: Shown): string =>
  [
    `<meta charset="utf-8"><title>${escaped(title)}</title>`,
    `<meta property="og:title" content="${escaped(sharedTitle)}"><meta property="og:type" content="article">`,
    description === null ? "" : `<meta name="description" content="${escaped(description)}">`,
  ].join("\n");
