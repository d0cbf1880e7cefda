import { generateAtomFeed, generateJsonFeed, generateRssFeed } from "feedsmith";
import type { Label, LabelKind } from "#model/change";
import type { FeedFormat } from "#view/addresses";
import type { Running } from "#view/running";
import { LABEL_NAMES, SILENT_NAME } from "#words/labels";
import { cleanText } from "#words/safe";

/** What a feed says, whatever the format. All texts are plain; only `html` is markup. */
export interface FeedData {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The page this feed belongs to, and the feed itself. */
  readonly pageUrl: string;
  readonly feedUrl: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** Never changes and is never used again for another change. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly html: string;
  readonly at: number;
  readonly source: string;
  readonly language: string | undefined;
  /** What a change touched and how much it matters; null for what a search found. */
  readonly weighed: Weighed | null;
  /** Of a live page that is one entry. */
  readonly running?: Running;
  /** False where the difference could not be made just now: another time the same entry has it. */
  readonly complete: boolean;
}

export interface Weighed {
  /** Each once, most telling first. */
  readonly kinds: readonly LabelKind[];
  readonly labels: readonly Label[];
  /** 0-1. */
  readonly rank: number;
  readonly silent: boolean;
}

export const CONTENT_TYPES: Readonly<Record<FeedFormat, string>> = {
  atom: "application/atom+xml; charset=utf-8",
  rss: "application/rss+xml; charset=utf-8",
  json: "application/feed+json; charset=utf-8",
};

const GENERATOR = "Variorum";

/** Kinds of labels as categories; a silent edit is one more, so that a reader can filter for it. */
const categoriesOf = ({ weighed }: FeedEntry): readonly { readonly term: string; readonly label: string }[] => {
  if (!weighed) return [];
  const kinds = weighed.kinds.map((kind) => ({ term: kind as string, label: LABEL_NAMES[kind] }));
  return weighed.silent ? [...kinds, { term: "silent", label: SILENT_NAME }] : kinds;
};

/** When the feed last had news; the epoch for an empty one, so that the same content is the same bytes. */
export const updatedAt = (feed: FeedData): number => Math.max(0, ...feed.entries.map((entry) => entry.at));

export function writeFeed(format: FeedFormat, data: FeedData): string {
  const feed = clean(data);
  if (format === "atom") return atom(feed);
  if (format === "rss") return rss(feed);
  return `${JSON.stringify(jsonFeed(feed), null, 1)}\n`;
}

/** One character that XML forbids would make the whole feed unreadable. */
const clean = (data: FeedData): FeedData => ({
  ...data,
  title: cleanText(data.title),
  description: cleanText(data.description),
  entries: data.entries.map((entry) => ({
    ...entry,
    title: cleanText(entry.title),
    summary: cleanText(entry.summary),
    html: cleanText(entry.html),
    source: cleanText(entry.source),
  })),
});

/** The plain text of titles goes out as `type="text"`, so that a "<" in a headline is a "<" for every reader. */
const atom = (feed: FeedData): string =>
  generateAtomFeed({
    id: feed.id,
    title: { value: feed.title, type: "text" },
    subtitle: { value: feed.description, type: "text" },
    updated: new Date(updatedAt(feed)),
    generator: { text: GENERATOR },
    links: [
      { href: feed.feedUrl, rel: "self", type: "application/atom+xml" },
      { href: feed.pageUrl, rel: "alternate", type: "text/html" },
    ],
    entries: feed.entries.map((entry) => ({
      id: entry.id,
      title: { value: entry.title, type: "text" },
      published: new Date(entry.at),
      updated: new Date(entry.at),
      authors: [{ name: entry.source }],
      links: [{ href: entry.url, rel: "alternate", type: "text/html" }],
      categories: categoriesOf(entry).map(({ term, label }) => ({ term, label })),
      summary: { value: entry.summary, type: "text" },
      content: { value: entry.html, type: "html" },
    })),
  });

/**
 * A plain text for a place where readers of RSS take HTML, which is every place. Only what would begin an element or a character
 * is escaped: the readers that take it as text show the usual "&" as it is.
 */
const asHtml = (text: string): string => text.replace(/&(?=#?\w+;)/g, "&amp;").replaceAll("<", "&lt;");

const rss = (feed: FeedData): string =>
  generateRssFeed({
    title: asHtml(feed.title),
    link: feed.pageUrl,
    description: asHtml(feed.description),
    language: "en",
    lastBuildDate: new Date(updatedAt(feed)),
    generator: GENERATOR,
    atom: { links: [{ href: feed.feedUrl, rel: "self", type: "application/rss+xml" }] },
    items: feed.entries.map((entry) => ({
      title: asHtml(entry.title),
      link: entry.url,
      guid: { value: entry.id, isPermaLink: false },
      pubDate: new Date(entry.at),
      dc: { creators: [asHtml(entry.source)] },
      categories: categoriesOf(entry).map(({ label }) => ({ name: label })),
      description: entry.html,
    })),
  });

/** JSON Feed lets an item carry members of one's own whose name begins with an underscore: here the labels with their places. */
const jsonFeed = (feed: FeedData): unknown => {
  const written = plainJsonFeed(feed) as { readonly items?: readonly object[] };
  const items = (written.items ?? []).map((item, k) => {
    const { weighed, running } = feed.entries[k]!;
    if (!weighed) return item;
    const { rank, silent, labels } = weighed;
    const live = running && { ...running, since: new Date(running.since).toISOString() };
    return { ...item, _variorum: { rank, silent, labels, ...(live && { running: live }) } };
  });
  return { ...written, items };
};

const plainJsonFeed = (feed: FeedData): unknown =>
  generateJsonFeed({
    title: feed.title,
    description: feed.description,
    home_page_url: feed.pageUrl,
    feed_url: feed.feedUrl,
    language: "en",
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      summary: entry.summary,
      content_html: entry.html,
      date_published: new Date(entry.at),
      authors: [{ name: entry.source }],
      tags: categoriesOf(entry).map(({ label }) => label),
      ...(entry.language ? { language: entry.language } : {}),
    })),
  });
