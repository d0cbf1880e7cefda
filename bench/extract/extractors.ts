import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { extract } from "#extract/index";

/** A page's HTML to its body as plain text. */
export type BodyOf = (html: string, url: string) => string;

/** The extractors that are measured; the peer gets the same decoded HTML and the same clock. */
export const EXTRACTORS: Readonly<Record<string, BodyOf>> = {
  /** Blocks in order, one a line. Captions do not count: neither gold has them in its body. */
  variorum: (html, url) =>
    extract(html, { url })
      .blocks.filter(({ kind }) => kind !== "caption")
      .map(({ text }) => text)
      .join("\n"),
  "readability+linkedom": (html) => {
    try {
      return new Readability(parseHTML(html).document).parse()?.textContent ?? "";
    } catch {
      return ""; // Some pages have no documentElement for linkedom; an empty text is what a user would get.
    }
  },
};
