import type { Article } from "#model/article";
import type { Change } from "#model/change";
import type { Failure, Result } from "#model/failure";
import type { Running } from "#model/running";
import type { ChangedByline } from "#model/shown-byline";
import type { Source } from "#model/source";
import type { ChangeListItem, SearchHit } from "#store/public-reader";
import { articlePath, bylineId, changePath, versionPath } from "./addresses.ts";
import type { ArticleHead } from "./article-head.ts";
import type { Comparison } from "./compare/collator.ts";
import type { ViewContext } from "./context.ts";

/** One item of a feed, as data: a change, a live page with all its changes, names changed over one text, or what a search found. */
export interface EntryView {
  readonly kind: "change" | "live" | "hit" | "byline";
  readonly article: Article;
  readonly source: Source;
  /** Of the version that the entry is about. */
  readonly headline: string | null;
  /** The page about it. */
  readonly path: string;
  /** What its id is made from: never changes, and is never used for another entry. */
  readonly idPath: string;
  readonly at: number;
  /** The pair that is compared; null for the first version. */
  readonly pair: { readonly from: number; readonly to: number } | null;
  /** Fingerprints of the two texts; null where they are not known without reading. */
  readonly readings: readonly string[] | null;
  /** Null for what a search found. */
  readonly change: Change | null;
  readonly running: Running | null;
  /** What a search found: the text around the words, and where they are in it. */
  readonly excerpt: { readonly text: string; readonly marks: SearchHit["marks"] } | null;
  readonly byline: ChangedByline | null;
}

/** A change: its id is that of the change. */
export function changeEntry({ change, article, source, headline, readings }: ChangeListItem): EntryView {
  const path = changePath(article.id, change.from, change.to);
  return {
    kind: "change",
    article,
    source,
    headline,
    path,
    idPath: path,
    at: change.seenAt,
    pair: { from: change.from, to: change.to },
    readings,
    change,
    running: null,
    excerpt: null,
    byline: null,
  };
}

/** Names that were changed over the text of a version. */
export function bylineEntry({ article, source }: ArticleHead, byline: ChangedByline): EntryView {
  return {
    kind: "byline",
    article,
    source,
    headline: null,
    path: `${articlePath(article.id)}#${bylineId(byline.seenAt)}`,
    idPath: `${articlePath(article.id)}/bylines/${byline.seenAt}`,
    at: byline.seenAt,
    pair: null,
    readings: null,
    change: null,
    running: null,
    excerpt: null,
    byline,
  };
}

/**
 * A live page as one entry, however often it changes: the id stays, the text is the latest difference. Readers that take a
 * new date for news show it again.
 */
export function latestEntry(item: ChangeListItem): EntryView {
  const entry = changeEntry(item);
  const { article, running } = item;
  if (!running) return entry;
  return { ...entry, kind: "live", running, path: articlePath(article.id), idPath: livePath(article, running) };
}

/** What a search found: the change that brought the words, or version 1; a live page as a whole. */
export function hitEntry({ article, source, version, excerpt, marks, running }: SearchHit): EntryView {
  const { number } = version;
  const path = number > 1 ? changePath(article.id, number - 1, number) : versionPath(article.id, number);
  return {
    kind: "hit",
    article,
    source,
    headline: version.headline,
    path,
    idPath: running ? livePath(article, running) : path,
    at: version.firstSeenAt,
    pair: number > 1 ? { from: number - 1, to: number } : null,
    readings: null,
    change: null,
    running,
    excerpt: { text: excerpt, marks },
    byline: null,
  };
}

const livePath = ({ id }: Article, { from }: Running): string => `${articlePath(id)}/live/${from}`;

/** In place of a comparison that is not asked for. */
const NOT_NOW: Failure = { advice: "later", code: "not-asked", message: "There was no room to compare before." };

/** The difference that an entry is about; null for a first version. */
export async function comparedEntry(
  { collator, signal }: ViewContext,
  { article, pair }: EntryView,
  ask: boolean,
): Promise<Result<Comparison> | null> {
  if (!pair) return null;
  return ask ? collator.compare(article.id, pair.from, pair.to, signal) : { ok: false, failure: NOT_NOW };
}
