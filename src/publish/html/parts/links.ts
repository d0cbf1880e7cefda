import { html } from "hono/html";
import type { Html } from "#publish/markup";
import { FEED_FORMATS, type FeedFormat, feedPath } from "#view/addresses";
import { safeHref } from "#words/safe";

/** A link to a fetched address; plain text when it is none that may be followed. */
export function outLink(url: string, label: string): Html {
  const href = safeHref(url);
  if (!href) return html`<span dir="auto">${label}</span>`;
  return html`<a class="out" href="${href}" rel="noopener nofollow" dir="auto">${label}</a>`;
}

/** What a reader recognises of an address: host and path, cut in the middle of nowhere rather than wrapping for lines. */
export function shortUrl(url: string): string {
  const MAX = 70;
  const bare = url.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/\/$/, "");
  return bare.length <= MAX ? bare : `${bare.slice(0, MAX - 1)}…`;
}

/** The operator's own contact: trusted, yet a mail address or a web address and nothing else becomes a link. */
export function contactLink(contact: string): Html {
  const href = /^[^\s@:/]+@[^\s@:/]+$/.test(contact) ? `mailto:${contact}` : safeHref(contact);
  return href ? html`<a href="${href}">${contact}</a>` : html`${contact}`;
}

const FORMAT_NAMES = { atom: "Atom", rss: "RSS", json: "JSON Feed" } as const;

export interface FeedLink {
  readonly title: string;
  readonly format: FeedFormat;
  readonly href: string;
}

/** The feeds of a page, for its head. */
export const feedLinks = (of: string, title: string, q?: string): readonly FeedLink[] =>
  FEED_FORMATS.map((format) => ({
    format,
    title: `${title} (${FORMAT_NAMES[format]})`,
    href: feedPath(of, format, q),
  }));

/** The same feeds, for the reader to see. */
export const feedLine = (feeds: readonly FeedLink[]): Html =>
  html`<span class="feeds">${feeds.map((feed, i) => html`${i > 0 ? " · " : ""}<a href="${feed.href}">${FORMAT_NAMES[feed.format]}</a>`)}</span>`;
