import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { extractBy } from "#extract/extract";
import { type Document, extract } from "#extract/index";
import { MODELS } from "#extract/models";

/** Blocks in order, one a line. Captions do not count: neither gold has them in its body. */
export const bodyText = ({ blocks }: Document): string =>
  blocks
    .filter(({ kind }) => kind !== "caption")
    .map(({ text }) => text)
    .join("\n");

/** A page's HTML to its body as plain text. */
export type BodyOf = (html: string, url: string) => string;

/** The extractors that are measured; the peer gets the same decoded HTML and the same clock. */
export const EXTRACTORS: Readonly<Record<string, BodyOf>> = {
  /** As it is shipped: its model has learned from these very pages. */
  "variorum, in sample": (html, url) => bodyText(extract(html, { url })),
  /** By rules alone; their lists of phrases and names were written with these pages in view. */
  "its rules alone, in sample": (html, url) =>
    bodyText(extractBy({ ...MODELS, trust: Number.POSITIVE_INFINITY }, html, { url })),
  "readability+linkedom": (html) => {
    try {
      return new Readability(parseHTML(html).document).parse()?.textContent ?? "";
    } catch {
      return ""; // Some pages have no documentElement for linkedom; an empty text is what a user would get.
    }
  },
};
