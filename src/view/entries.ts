import type { Article } from "#model/article";
import type { Change } from "#model/change";
import type { Failure, Result } from "#model/failure";
import type { ArticleId } from "#model/id";
import type { VersionKey } from "#model/join";
import type { Running } from "#model/running";
import type { ChangedByline } from "#model/shown-byline";
import type { Source } from "#model/source";
import type { ChangeListItem, Difference, SearchHit } from "#store/public-reader";
import { articlePath, bylineId, headPath, pairPath } from "./addresses.ts";
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
  readonly pair: { readonly from: VersionKey; readonly to: VersionKey } | null;
  /** The place of the version that the entry is about. */
  readonly place: number;
  /** Fingerprints of the two texts; null where they are not known without reading. */
  readonly readings: readonly string[] | null;
  /** Null for what a search found. */
  readonly change: Change | null;
  readonly running: Running | null;
  /** What a search found: the text around the words, and where they are in it. */
  readonly excerpt: { readonly text: string; readonly marks: SearchHit["marks"] } | null;
  readonly byline: ChangedByline | null;
}

/** The two versions of a change. */
export const pairOf = (change: Change): { readonly from: VersionKey; readonly to: VersionKey } => ({
  from: { articleId: change.fromArticle, number: change.from },
  to: { articleId: change.articleId, number: change.to },
});

/** A change: its id is that of the change. */
export function changeEntry({ change, places, article, source, headline, readings }: ChangeListItem): EntryView {
  const pair = pairOf(change);
  const path = pairPath(pair.from, pair.to);
  return {
    kind: "change",
    article,
    source,
    headline,
    path,
    idPath: path,
    at: change.seenAt,
    pair,
    place: places.to,
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
    idPath: `${articlePath(byline.articleId)}/bylines/${byline.seenAt}`,
    at: byline.seenAt,
    pair: null,
    place: byline.versionNumber,
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
  const { article, change, running } = item;
  if (!running) return entry;
  const idPath = livePath(change.articleId, running);
  return { ...entry, kind: "live", running, path: articlePath(article.id), idPath };
}

/** What a search found: the change that brought the words, or version 1; a live page as a whole. */
export function hitEntry({ article, source, version, excerpt, marks, running }: SearchHit): EntryView {
  const { articleId, number } = version;
  const pair = number > 1 ? { from: { articleId, number: number - 1 }, to: version } : null;
  const path = pair ? pairPath(pair.from, pair.to) : headPath(version);
  return {
    kind: "hit",
    article,
    source,
    headline: version.headline,
    path,
    idPath: running ? livePath(articleId, running) : path,
    at: version.firstSeenAt,
    pair,
    place: version.place,
    readings: null,
    change: null,
    running,
    excerpt: { text: excerpt, marks },
    byline: null,
  };
}

const livePath = (id: ArticleId, { from }: Running): string => `${articlePath(id)}/live/${from}`;

/** What is kept of the differences between these entries' versions; entries without one have to be compared. */
export async function keptDifferences(
  { reader }: ViewContext,
  entries: readonly EntryView[],
): Promise<ReadonlyMap<EntryView, Difference>> {
  const paired = entries.filter(({ pair }) => pair !== null);
  const found = await reader.differences(paired.map(({ pair }) => pair!));
  return new Map(paired.flatMap((entry, at) => (found[at] ? [[entry, found[at]] as const] : [])));
}

/** In place of a comparison that is not asked for. */
const NOT_NOW: Failure = { advice: "later", code: "not-asked", message: "There was no room to compare before." };

/** The difference that an entry is about; null for a first version. */
export async function comparedEntry(
  { collator, signal }: ViewContext,
  { pair }: EntryView,
  ask: boolean,
): Promise<Result<Comparison> | null> {
  if (!pair) return null;
  return ask ? collator.compare(pair.from, pair.to, signal) : { ok: false, failure: NOT_NOW };
}
