import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { extractBy } from "#extract/extract";
import { type Document, extract } from "#extract/index";
import { MODELS } from "#extract/model/models";
import { type DomNode, textOf } from "./dom-text.ts";
import { loadPeer } from "./peers.ts";

/** Blocks in order, one a line. Captions do not count: neither gold has them in its body. */
export const bodyText = ({ blocks }: Document): string =>
  blocks
    .filter(({ kind }) => kind !== "caption")
    .map(({ text }) => text)
    .join("\n");

/** A page's HTML to its body as plain text. */
export type BodyOf = (html: string, url: string) => string | Promise<string>;

export interface Extractor {
  readonly open: () => BodyOf;
  /** Takes a tenth of a second a page and more: measured in one pass, on a sample of the pages when one is asked for. */
  readonly isSlow?: true;
}

/** The extractors that are measured; the peers get the same decoded HTML and the same clock. */
export const EXTRACTORS: Readonly<Record<string, Extractor>> = {
  /** As it is shipped: its model has learned from these very pages. */
  "variorum, in sample": { open: () => (html, url) => bodyText(extract(html, { url })) },
  /** By rules alone; their lists of phrases and names were written with these pages in view. */
  "its rules alone, in sample": {
    open: () => (html, url) => bodyText(extractBy({ ...MODELS, trust: Number.POSITIVE_INFINITY }, html, { url })),
  },
  "readability+linkedom": { open: () => (html) => readable(() => parseHTML(html).document) },
  "readability+jsdom": { open: openJsdom, isSlow: true },
  postlight: { open: openPostlight, isSlow: true },
};

/** Some pages have no documentElement for linkedom, and Readability finds nothing on others; an empty text is what a user would get. */
function readable(documentOf: () => unknown): string {
  try {
    const reader = new Readability<DomNode>(documentOf() as never, { serializer: (node) => node as never });
    const content = reader.parse()?.content;
    return content ? textOf(content) : "";
  } catch {
    return "";
  }
}

interface Jsdom {
  readonly JSDOM: new (
    html: string,
    options: { readonly url: string; readonly virtualConsole: unknown },
  ) => { readonly window: { readonly document: unknown; close(): void } };
  readonly VirtualConsole: new () => unknown;
}

function openJsdom(): BodyOf {
  const { JSDOM, VirtualConsole } = loadPeer<Jsdom>("jsdom");
  return (html, url) => {
    // A console without listeners: what jsdom says of style sheets is of no interest here.
    const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
    const text = readable(() => window.document);
    window.close();
    return text;
  };
}

interface Postlight {
  parse(
    url: string,
    options: { readonly html: string; readonly contentType: "html"; readonly fetchAllPages: false },
  ): Promise<{ readonly content?: string | null }>;
}

/** Its own plain text joins paragraphs without a space; so its HTML is taken, which costs a hundredth of its time more. */
function openPostlight(): BodyOf {
  const { parse } = loadPeer<Postlight>("@postlight/parser");
  return async (html, url) => {
    try {
      const { content } = await parse(url, { html, contentType: "html", fetchAllPages: false });
      return content ? textOf(parseHTML(`<html><body>${content}</body></html>`).document.body as never) : "";
    } catch {
      return "";
    }
  };
}
