import { sameSite } from "#lib/url";
import type { FoundArticle, FoundFeed } from "#model/found";
import { isFurniture } from "./article-url.ts";
import {
  type FeedContent,
  type FeedInput,
  MAX_ARTICLES,
  MAX_BACKLIST,
  MAX_BACKLIST_SITEMAPS,
  MAX_ENTRIES,
} from "./content.ts";
import { readDate } from "./date.ts";
import { noLinks } from "./hub.ts";
import { readLink } from "./link.ts";
import { Newest } from "./newest.ts";
import { likeliestToGrow } from "./numbered-sitemaps.ts";
import { plainTitle } from "./plain.ts";
import { walkXml, type XmlHandler } from "./xml.ts";

/** Children of an index that are handed on; the rest is older. */
const MAX_CHILDREN = 50;
/** Children looked at: the protocol allows 50,000, the newest of them may stand last. */
const MAX_CHILDREN_READ = 50_000;
/** Characters of one field; a URL is at most 2,048 long. */
const MAX_FIELD_CHARS = 4096;

/**
 * Reads a sitemap, a Google news sitemap, an index of sitemaps, or a list of URLs as plain text. Of an index only what lies
 * at its own site counts, as the protocol has it: else one index could have anybody's sitemaps asked for.
 */
export function readSitemap(text: string, input: Pick<FeedInput, "url" | "now" | "isWhole">): FeedContent {
  const reader = new Reader(input.now, input.isWhole ? MAX_BACKLIST : MAX_ARTICLES);
  if (text.includes("<")) walkXml(text, input.url, reader, () => reader.entries > MAX_ENTRIES);
  else for (const line of lines(text)) reader.addLine(line, input.url);
  const kind = reader.children.length > 0 ? "sitemap-index" : reader.isNews ? "news-sitemap" : "sitemap";
  return {
    kind,
    title: reader.outlet,
    homeUrl: null,
    articles: reader.articles.list(),
    links: noLinks(input.url),
    ...(kind === "sitemap" && !reader.isDated && { undated: reader.undated }),
    more: bestChildren(
      reader.children.filter((child) => sameSite(child.url, input.url)),
      input.isWhole ? MAX_BACKLIST_SITEMAPS : MAX_CHILDREN,
    ),
  };
}

/** Entries without dates, as written, to articles; what is certainly none is left out. */
export const articlesAt = (entries: readonly string[], base: string): readonly FoundArticle[] =>
  entries.flatMap((entry) => {
    const url = readLink(entry, base);
    return url === null || isFurniture(url) ? [] : [{ url, title: null, publishedAt: null, updatedAt: null }];
  });

function* lines(text: string): Iterable<string> {
  let start = 0;
  for (let count = 0; start < text.length && count < MAX_ENTRIES; count += 1) {
    const end = text.indexOf("\n", start);
    yield text.slice(start, end < 0 ? text.length : end);
    start = end < 0 ? text.length : end + 1;
  }
}

interface Child {
  readonly url: string;
  readonly changedAt: number;
}

class Reader implements XmlHandler {
  readonly articles: Newest;
  readonly children: Child[] = [];
  /** As a news sitemap names it. */
  outlet: string | null = null;
  isNews = false;
  /** Some entry has a date. */
  isDated = false;
  /** Entries as written, while none has a date. */
  undated: string[] = [];
  entries = 0;
  readonly #now: number | undefined;
  #entry: "url" | "sitemap" | null = null;
  #field = "";
  #fields = new Map<string, string>();
  #base = "";

  constructor(now: number | undefined, limit: number) {
    this.#now = now;
    this.articles = new Newest(limit);
  }

  open(name: string, _attributes: Readonly<Record<string, string>>, base: string): void {
    if (name === "url" || name === "sitemap") {
      this.#finish();
      this.#entry = name;
      this.#base = base;
      this.entries += 1;
    } else if (FIELDS.has(name)) {
      this.#field = name;
    }
    if (name === "news:news") this.isNews = true;
  }

  text(data: string): void {
    if (this.#field === "") return;
    const known = this.#fields.get(this.#field) ?? "";
    if (known.length < MAX_FIELD_CHARS) this.#fields.set(this.#field, known + data.slice(0, MAX_FIELD_CHARS));
  }

  close(name: string): void {
    if (name === this.#field) this.#field = "";
    if (name === this.#entry || name === "urlset" || name === "sitemapindex") this.#finish();
  }

  addLine(line: string, base: string): void {
    const written = line.trim();
    if (written !== "") this.undated.push(written);
    const url = readLink(written, base);
    if (url !== null && !isFurniture(url)) {
      this.articles.add({ url, title: null, publishedAt: null, updatedAt: null });
    }
  }

  #finish(): void {
    if (this.#entry === "url") this.#finishUrl();
    else if (this.#entry === "sitemap") this.#finishChild();
    this.#entry = null;
    this.#field = "";
    this.#fields = new Map();
  }

  #finishUrl(): void {
    this.outlet ??= plainTitle(this.#text("news:name"), "text");
    const updatedAt = readDate(this.#text("lastmod"), this.#now);
    const publishedAt = readDate(this.#text("news:publication_date"), this.#now);
    if (publishedAt !== null || updatedAt !== null) [this.isDated, this.undated] = [true, []];
    else if (!this.isDated) this.undated.push(this.#text("loc").trim());
    // Most entries of a large sitemap are too old to be kept: dates are cheaper to read than URLs.
    if (!this.articles.wants(publishedAt ?? updatedAt ?? 0)) return;
    const url = readLink(this.#text("loc"), this.#base);
    if (url === null || (!this.#fields.has("news:title") && isFurniture(url))) return;
    this.articles.add({ url, title: plainTitle(this.#text("news:title"), "guess"), publishedAt, updatedAt });
  }

  #finishChild(): void {
    const url = readLink(this.#text("loc"), this.#base);
    if (url === null || this.children.length >= MAX_CHILDREN_READ) return;
    this.children.push({ url, changedAt: readDate(this.#text("lastmod"), this.#now) ?? 0 });
  }

  #text(field: string): string {
    return this.#fields.get(field) ?? "";
  }
}

const FIELDS: ReadonlySet<string> = new Set(["loc", "lastmod", "news:title", "news:name", "news:publication_date"]);

/** Sitemaps of pictures, films, tags, writers: no articles in them. */
const NOT_ARTICLES =
  /(?:^|[^a-z])(?:images?|videos?|photos?|galler(?:y|ies)|tags?|post_tag|categor(?:y|ies)|authors?|users?|pages?|sections?|topics?|products?|people|events?)(?:[^a-z]|$)/i;

function bestChildren(children: readonly Child[], limit: number): readonly FoundFeed[] {
  const named = children.map((child) => ({ ...child, name: fileName(child.url) }));
  const promising = named.filter((child) => !NOT_ARTICLES.test(child.name));
  const chosen = promising.length > 0 ? promising : named;
  return (chosen.some(({ changedAt }) => changedAt > 0) ? chosen : likeliestToGrow(chosen))
    .toSorted((a, b) => Number(isNewsName(b.name)) - Number(isNewsName(a.name)) || b.changedAt - a.changedAt)
    .slice(0, limit)
    .map(({ url, name }) => ({ url, kind: isNewsName(name) ? "news-sitemap" : "sitemap", title: null }));
}

/** "news-sitemap.xml", "sitemap_news_1.xml.gz", "/sitemaps/news/2024", but not "newsletters.xml". */
export const isNewsName = (text: string): boolean =>
  /(?:^|[^a-z])(?:google)?news(?![a-z])|newssitemap|sitemapnews/i.test(text);

const fileName = (url: string): string => {
  const { pathname, search } = new URL(url);
  return pathname + search;
};
