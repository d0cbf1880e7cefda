import { type WalkEnd, walk } from "./markup.ts";

/**
 * Names come as `title`, `dc:date`, `atom:link`: local names in lower case behind the customary prefix of their namespace,
 * whatever prefix the document chose; none for the vocabularies of RSS and sitemaps. `base` is the xml:base in force.
 */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>, base: string): void;
  text(data: string): void;
  close(name: string): void;
}

/** Longest xml:base that is followed: as long as the longest URL. */
const MAX_BASE_CHARS = 2048;

/** Walks XML as feeds in the wild have it: undeclared prefixes, missing end tags, wrong case, stray "&" and "<". */
export function walkXml(text: string, baseUrl: string, handler: XmlHandler, isDone?: () => boolean): WalkEnd {
  const prefixes = new Map<string, string>();
  const frames: Frame[] = [{ name: "", defaultPrefix: "", base: baseUrl }];
  return walk(
    text,
    "xml",
    {
      open(rawName, attributes) {
        const parent = frames.at(-1)!;
        const { defaultPrefix, base } = scope(parent, attributes, prefixes);
        const name = customaryName(rawName, defaultPrefix, prefixes);
        frames.push({ name, defaultPrefix, base });
        handler.open(name, attributes, base);
      },
      text: (data) => handler.text(data),
      close() {
        handler.close(frames.pop()!.name);
      },
    },
    isDone,
  );
}

interface Frame {
  readonly name: string;
  /** Customary prefix of names without one. */
  readonly defaultPrefix: string;
  readonly base: string;
}

function scope(parent: Frame, attributes: Readonly<Record<string, string>>, prefixes: Map<string, string>) {
  let { defaultPrefix, base } = parent;
  for (const key in attributes) {
    if (key === "xmlns") defaultPrefix = PREFIX_OF_NAMESPACE.get(namespaceKey(attributes[key]!)) ?? "";
    else if (key.startsWith("xmlns:")) {
      const known = PREFIX_OF_NAMESPACE.get(namespaceKey(attributes[key]!));
      if (known !== undefined) prefixes.set(key.slice(6), known);
    } else if (key === "xml:base" && attributes[key]!.length <= MAX_BASE_CHARS) {
      base = URL.parse(attributes[key]!, base)?.href ?? base;
    }
  }
  return { defaultPrefix, base };
}

function customaryName(rawName: string, defaultPrefix: string, prefixes: ReadonlyMap<string, string>): string {
  const name = rawName.toLowerCase();
  const colon = name.indexOf(":");
  if (colon < 0) return defaultPrefix === "" ? name : `${defaultPrefix}:${name}`;
  const prefix = name.slice(0, colon);
  const customary = prefixes.get(prefix) ?? prefix;
  return customary === "" ? name.slice(colon + 1) : `${customary}:${name.slice(colon + 1)}`;
}

const namespaceKey = (uri: string): string =>
  uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, "")
    .replace(/[/#]+$/, "");

/** Namespace (without scheme, "www." and trailing "/" or "#") to customary prefix. */
const PREFIX_OF_NAMESPACE: ReadonlyMap<string, string> = new Map([
  ["my.netscape.com/rdf/simple/0.9", ""],
  ["channel.netscape.com/rdf/simple/0.9", ""],
  ["purl.org/rss/1.0", ""],
  ["purl.org/net/rss1.1", ""],
  ["backend.userland.com/rss", ""],
  ["backend.userland.com/rss2", ""],
  ["blogs.law.harvard.edu/tech/rss", ""],
  ["cyber.law.harvard.edu/rss/rss.html", ""],
  ["sitemaps.org/schemas/sitemap/0.9", ""],
  ["google.com/schemas/sitemap/0.84", ""],
  ["google.com/schemas/sitemap/0.9", ""],
  ["w3.org/2005/atom", "atom"],
  ["purl.org/atom/ns", "atom"],
  ["purl.org/dc/elements/1.1", "dc"],
  ["purl.org/dc/elements/1.0", "dc"],
  ["purl.org/dc/terms", "dcterms"],
  ["w3.org/1999/02/22-rdf-syntax-ns", "rdf"],
  ["w3.org/1999/xhtml", "xhtml"],
  ["google.com/schemas/sitemap-news/0.9", "news"],
  ["google.com/schemas/sitemap-image/1.1", "image"],
  ["google.com/schemas/sitemap-video/1.1", "video"],
  ["search.yahoo.com/mrss", "media"],
  ["itunes.com/dtds/podcast-1.0.dtd", "itunes"],
  ["purl.org/rss/1.0/modules/content", "content"],
  ["rssnamespace.org/feedburner/ext/1.0", "feedburner"],
  ["pheedo.com/namespace/pheedo", "pheedo"],
]);
