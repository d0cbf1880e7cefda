import type { FeedKind } from "#model/source";
import type { AmbientKind, Noise } from "./noise.ts";
import type { SiteKey, StoryText } from "./story.ts";

export type SourceKind = "daily" | "wire" | "regional" | "archive" | "national" | "desk" | "generated";

/**
 * How the site answers conditional requests:
 * - `honest`: an ETag and Last-Modified that change with the text.
 * - `stale`: the same, but behind by `STALE_304_MS`: says 304 although the text has changed.
 * - `restless`: another ETag on every request, never a 304.
 * - `frozen`: made once for each page, and 304 ever after, whatever became of the text; an ETag, a Last-Modified, or both.
 * - `none`: no validators.
 */
export type Validators = "honest" | "stale" | "restless" | "frozen" | "none";

export interface Site {
  readonly key: SiteKey | "generated";
  /** First label of the host name: `daily` is served at `daily.localhost`. */
  readonly host: string;
  readonly name: string;
  readonly language: string;
  readonly kind: SourceKind;
  readonly validators: Validators;
  /** After an edit some of its edges serve the old page for a while. */
  readonly laggingEdge?: boolean;
  /** `windows-1252` is declared by the page alone, as such pages do. */
  readonly charset: "utf-8" | "windows-1252";
  readonly feeds: readonly SiteFeed[];
  /** Path prefixes that robots.txt forbids to everybody. */
  readonly disallowed: readonly string[];
  readonly crawlDelayS: number | null;
  readonly ambient: readonly AmbientKind[];
  /** Whole-site noise (`redesign`, `notice`). */
  readonly noise: readonly Noise[];
  /** Forbidden paths that front page and feeds point at all the same, as sites do. */
  readonly lures: readonly string[];
  /** Serves gzip to those who accept it. */
  readonly compress: boolean;
  /** Path of an article; `number` is unique within the site. */
  readonly articlePath: (place: ArticlePlace) => string;
  readonly template: Template;
}

export interface SiteFeed {
  readonly path: string;
  readonly kind: FeedKind;
  readonly title: string;
  /** Only articles of this section. */
  readonly section?: string;
  /** Announced in pages by `link rel=alternate`. */
  readonly linked?: boolean;
  /** Of a sitemap: it dates nothing, and lists in an order of its own. */
  readonly undated?: boolean;
  /** Announced in robots.txt. */
  readonly inRobots?: boolean;
  /** Names the press's hub, in itself or in the headers it is sent with. */
  readonly hub?: "document" | "header";
}

export interface ArticlePlace {
  readonly slug: string;
  readonly section: string;
  readonly number: number;
  readonly publishedAt: number;
}

export interface Template {
  readonly article: (page: ArticlePage) => string;
  readonly front: (page: FrontPage) => string;
}

/** What every page of a site shows. */
export interface Face {
  readonly site: Site;
  /** `http://daily.localhost:PORT`, without a slash at the end. */
  readonly base: string;
  readonly now: number;
  /** Changes every minute: drives everything on the page that is not the article. */
  readonly salt: number;
}

export interface Link {
  readonly url: string;
  readonly headline: string;
  readonly publishedAt: number;
}

export interface Teaser extends Link {
  /** Absent: its address. */
  readonly guid?: string;
  readonly standfirst: string | null;
  readonly section: string;
  readonly modifiedAt: number;
  readonly language: string;
}

export interface ArticlePage extends Face {
  readonly url: string;
  /** What the page says its address is, where that is not `url`. */
  readonly canonical?: string;
  readonly number: number;
  readonly section: string;
  readonly language: string;
  readonly byline: readonly string[];
  readonly publishedAt: number;
  readonly modifiedAt: number;
  readonly text: StoryText;
  /** What the house says above it. */
  readonly above?: string;
  readonly related: readonly Link[];
  /** Cut off behind a pay wall. */
  readonly walled: boolean;
  readonly redesigned: boolean;
  /** Of a live page: when its entries were made, the newest first; each begins with a heading. */
  readonly entriesAt: readonly number[] | null;
}

export interface FrontPage extends Face {
  readonly teasers: readonly Teaser[];
  /** Null on the home page. */
  readonly section: string | null;
  readonly sections: readonly string[];
}
