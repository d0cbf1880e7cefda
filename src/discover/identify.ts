import type { FeedInput } from "./content.ts";
import { unpack } from "./content.ts";

export type ContentKind = "feed" | "sitemap" | "opml" | "html" | "unknown";

/** Characters in which the root element has to appear: real files put notices, warnings of PHP and whole style sheets first. */
const HEAD_CHARS = 64 * 1024;

/**
 * What stands at an address: by its content first, since servers send feeds as text/html and pages as text/xml; by its
 * declared type only when the content does not tell.
 */
export function identify(input: FeedInput): ContentKind {
  const text = unpack(input);
  return text.ok ? identifyText(text.value, input.contentType) : "unknown";
}

export function identifyText(text: string, contentType: string | null): ContentKind {
  const head = text.slice(0, HEAD_CHARS);
  const root = rootElement(head);
  if (root !== null) return KIND_OF_ROOT[root] ?? "unknown";
  if (looksLikeJsonFeed(head)) return "feed";
  if (isUrlList(head)) return "sitemap";
  return contentType !== null && /\bhtml\b/i.test(contentType) && head.trim() !== "" ? "html" : "unknown";
}

type Root = "rss" | "rdf" | "feed" | "channel" | "urlset" | "sitemapindex" | "opml" | "html";

const KIND_OF_ROOT: Readonly<Record<Root, ContentKind>> = {
  rss: "feed",
  rdf: "feed",
  feed: "feed",
  channel: "feed",
  urlset: "sitemap",
  sitemapindex: "sitemap",
  opml: "opml",
  html: "html",
};

const FEED_ROOT = "(?:[a-z][\\w.-]*:)?(rss|rdf|feed|channel|urlset|sitemapindex|opml)(?=[\\s>/])";
const ROOT = new RegExp(`<${FEED_ROOT}|<(?:html|head|body|title|meta|div|script)(?=[\\s>/])`, "i");
/** Broken templates put a doctype of HTML before a feed; then the feed follows at once. */
const HTML_DOCTYPE = new RegExp(`<!doctype\\s+html[^>]*>\\s*(?:<${FEED_ROOT})?`, "i");

/** The first element that tells what the document is; null when none does. */
export function rootElement(text: string): Root | null {
  const head = text.slice(0, HEAD_CHARS).replace(/<!--[\s\S]*?(?:-->|$)/g, "");
  const doctype = HTML_DOCTYPE.exec(head);
  const root = ROOT.exec(head);
  const first = doctype && (!root || doctype.index < root.index) ? doctype : root;
  return first ? ((first[1]?.toLowerCase() as Root | undefined) ?? "html") : null;
}

/** By the version that the format demands, or by the fields every item has when it was left out. */
const looksLikeJsonFeed = (head: string): boolean =>
  /^\uFEFF?\s*\{/.test(head) &&
  (/"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\/version/.test(head) ||
    (/"items"\s*:\s*\[/.test(head) && /"(?:url|external_url|content_html|content_text)"\s*:/.test(head)));

/** A sitemap as plain text: one URL a line, nothing else. */
function isUrlList(head: string): boolean {
  const lines = head.split(/\r?\n/, 20).filter((line) => line.trim() !== "");
  return lines.length > 0 && lines.every((line) => /^\uFEFF?\s*https?:\/\/\S+\s*$/.test(line));
}
