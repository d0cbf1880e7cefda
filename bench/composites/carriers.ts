import { DomUtils, parseDocument } from "htmlparser2";

/** A `<p>` of a page's source. */
export interface Carrier {
  /** Offsets of the whole element in the source. */
  readonly from: number;
  readonly to: number;
  readonly openTag: string;
  /** Visible text, spaces collapsed. */
  readonly raw: string;
  /** The same as `squeezed`. */
  readonly text: string;
}

/** Without tags, white space and case: the same words, however they are marked up. */
export const squeezed = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

/** Text of a piece of HTML. */
export const visible = (html: string): string =>
  /[<&]/.test(html) ? DomUtils.textContent(parseDocument(html).children) : html;

const PARAGRAPH = /(<p(?:\s[^>]*)?>)((?:(?!<\/?p[\s>])[\s\S])*?)<\/p\s*>/gi;
/** In them a paragraph is not on the page. */
const UNSEEN = /<!--[\s\S]*?-->|<(script|style|noscript|template|textarea)\b[\s\S]*?<\/\1\s*>/gi;
/** Shorter paragraphs may well be something else. */
const SHORTEST = 60;

/**
 * Paragraphs of prose that stand exactly once in the source and of which `isBody` says that they belong to the article.
 * `isBody` gets squeezed text.
 */
export function carriersOf(html: string, isBody: (text: string) => boolean): readonly Carrier[] {
  // Blanks keep the offsets.
  const seen = html.replace(UNSEEN, (part) => " ".repeat(part.length));
  const found: Carrier[] = [];
  for (const match of seen.matchAll(PARAGRAPH)) {
    const raw = visible(match[2]!).replace(/\s+/g, " ").trim();
    const text = squeezed(raw);
    const linked = squeezed(visible([...match[2]!.matchAll(/<a\b[\s\S]*?<\/a>/gi)].join(" "))).length;
    // An edit of a caption makes no version: galleries rotate.
    if (/caption/i.test(match[1]!) || isIn("figure", seen, match.index)) continue;
    if (text.length < SHORTEST || linked > text.length / 2 || !isBody(text)) continue;
    found.push({ from: match.index, to: match.index + match[0].length, openTag: match[1]!, raw, text });
  }
  return found.filter(({ text }) => found.filter((other) => other.text === text).length === 1);
}

const isIn = (tag: string, html: string, at: number): boolean =>
  html.lastIndexOf(`<${tag}`, at) > html.lastIndexOf(`</${tag}`, at);

/** The source with paragraphs of ours in the place of a carrier. */
export function planted(html: string, carrier: Carrier, paragraphs: readonly string[]): string {
  const made = paragraphs.map((text) => `${carrier.openTag}${escaped(text)}</p>`).join("\n");
  return html.slice(0, carrier.from) + made + html.slice(carrier.to);
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
