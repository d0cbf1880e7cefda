import type { Article } from "#model/article";
import type { Capture } from "#model/capture";
import type { Change } from "#model/change";
import type { RaisedDate } from "#model/claimed-date";
import type { GoneStretch } from "#model/gone";
import type { HiddenBecause } from "#model/hidden";
import type { ArticleId } from "#model/id";
import type { Join } from "#model/join";
import type { VersionProof } from "#model/ledger";
import type { Memory } from "#model/memory";
import type { ChangedByline } from "#model/shown-byline";
import type { Source } from "#model/source";
import type { Variant } from "#model/variant";
import type { Version, VersionHead } from "#model/version";
import type { EarlierReading } from "#store/sites/site";
import type { ArchivedBody, ArticleListItem, Page, PageQuery, Reader } from "./reader.ts";

export type { EarlierReading } from "#store/sites/site";
export type {
  ArchivedBody,
  ArticleListItem,
  ChangeListItem,
  Counts,
  Difference,
  HostOfSource,
  Page,
  PageQuery,
  SearchHit,
  SourceHealth,
  SourceName,
  SourceState,
  SourceWaiting,
  TallyHour,
  TokenState,
} from "./reader.ts";

/** For whom something is read: anyone, or the operator, who also learns what is hidden and why. */
export type Audience = "public" | "operator";

export interface FoundArticle {
  /** Of articles that were joined the elder, which stands for all of them. */
  readonly article: Article;
  readonly source: Source;
  /** All, oldest first; of articles that were joined each text once, in the order of first sight. */
  readonly versions: readonly VersionHead[];
  /** Versions whose text another of the joined articles had before; they still have their addresses. */
  readonly repeated: readonly VersionHead[];
  /** The article whose number was asked for: one that was joined to another is not `article`. */
  readonly asked: ArticleId;
  /** The numbers of all that were joined, the elder's first; else that of the article alone. */
  readonly strands: readonly ArticleId[];
  /** Which of them is looked at. */
  readonly living: ArticleId;
  /** The joins that hold, oldest first. */
  readonly joins: readonly Join[];
}

export type Seen =
  | ({ readonly kind: "found" } & FoundArticle)
  | { readonly kind: "hidden"; readonly notice: HiddenNotice };

/** Stands in place of a hidden article. */
export interface HiddenNotice {
  readonly id: ArticleId;
  /** For the operator; null for everyone else. */
  readonly details: HiddenArticle | null;
}

export interface HiddenArticle {
  readonly id: ArticleId;
  /** The headline, else the address. */
  readonly title: string;
  readonly url: string;
  readonly source: Pick<Source, "id" | "name">;
  /** As the operator gave it; null for one that started hidden, and about which the operator has yet to say. */
  readonly reason: string | null;
  /** Why it started hidden; null for one that the operator hid. */
  readonly because: HiddenBecause | null;
}

/** What the gate lets through as it is: no list, count or hit of these is about a hidden article. */
type Open =
  | "revision"
  | "counts"
  | "sources"
  | "source"
  | "feeds"
  | "hubs"
  | "siteMoves"
  | "sourceNames"
  | "sourceCount"
  | "sourceStates"
  | "health"
  | "hostsOfSource"
  | "tally"
  | "gaps"
  | "articles"
  | "waitingBySource"
  | "changes"
  | "search"
  | "ledger"
  | "isShown"
  | "readingHashes"
  | "differences";

/**
 * The gate: all that pages, feeds, JSON and commands for readers may read. Of a hidden article nothing comes out: asked by its
 * number there is a notice in its place, everything that belongs to it is empty or null, and it is absent from all else. For the
 * operator the notice has details and there is a list of what is hidden; what readers get to see is the same for both.
 */
export interface PublicReader extends Pick<Reader, Open> {
  /** Null when there is no such article. */
  article(id: ArticleId): Promise<Seen | null>;
  /** Newest first; none but for the operator. */
  hiddenArticles(): Promise<readonly HiddenArticle[]>;
  /** All addresses under which it is known. */
  articleUrls(id: ArticleId): Promise<readonly string[]>;
  /** Newest first; `before` is a `capturedAt`. */
  captures(id: ArticleId, query: PageQuery): Promise<Page<Capture>>;
  /** The latest time when looks saw it gone; null if none did. */
  goneStretch(id: ArticleId): Promise<GoneStretch | null>;
  /** Of one article, newest first, at most `limit`. */
  changesOf(id: ArticleId, limit: number): Promise<readonly Change[]>;
  /** All, oldest first. */
  versions(id: ArticleId): Promise<readonly VersionHead[]>;
  version(id: ArticleId, number: number): Promise<Version | null>;
  /** Texts that stood on the page and are no versions; last seen first. */
  variants(id: ArticleId): Promise<readonly Variant[]>;
  /** What deciding remembers of the texts that the page showed in turn; null before the first version. */
  memory(id: ArticleId): Promise<Memory | null>;
  /** Oldest first. */
  raisedDates(id: ArticleId): Promise<readonly RaisedDate[]>;
  /** Oldest first. */
  changedBylines(id: ArticleId): Promise<readonly ChangedByline[]>;
  /** Oldest first; empty for nearly every article. */
  earlierReadings(id: ArticleId): Promise<readonly EarlierReading[]>;
  /** Where the page of a version stands in the archive; null when it does not. */
  archivedBody(id: ArticleId, number: number): Promise<ArchivedBody | null>;
  /** Null when there is no such version, or when the day it was recorded in is not closed yet. */
  versionProof(id: ArticleId, number: number): Promise<VersionProof | null>;
  /** Whether there is a proof. */
  isSealed(id: ArticleId, number: number): Promise<boolean>;
}

type Gated =
  | "articleUrls"
  | "captures"
  | "goneStretch"
  | "changesOf"
  | "versions"
  | "version"
  | "variants"
  | "memory"
  | "raisedDates"
  | "changedBylines"
  | "earlierReadings"
  | "archivedBody"
  | "versionProof"
  | "isSealed";

/** What the gate reads from: a store's reader. */
export type GatedReader = Pick<
  Reader,
  Open | Gated | "article" | "wholeArticle" | "history" | "strands" | "joins" | "hiddenArticles"
>;

export function createPublicReader(reader: GatedReader, audience: Audience): PublicReader {
  const isShown = askedOnce((id) => reader.isShown(id));
  const gated = async <T>(id: ArticleId, hidden: T, read: () => Promise<T>): Promise<T> =>
    (await isShown(id)) ? read() : hidden;
  return {
    ...openTo(reader),
    isShown,
    article: async (id) => seen(reader, audience, await reader.article(id)),
    hiddenArticles: async () => (audience === "operator" ? (await reader.hiddenArticles()).map(hiddenArticle) : []),
    articleUrls: (id) => gated(id, [], () => reader.articleUrls(id)),
    captures: (id, query) => gated(id, NO_PAGE, () => reader.captures(id, query)),
    goneStretch: (id) => gated(id, null, () => reader.goneStretch(id)),
    changesOf: (id, limit) => gated(id, [], () => reader.changesOf(id, limit)),
    versions: (id) => gated(id, [], () => reader.versions(id)),
    version: (id, number) => gated(id, null, () => reader.version(id, number)),
    variants: (id) => gated(id, [], () => reader.variants(id)),
    memory: (id) => gated(id, null, () => reader.memory(id)),
    raisedDates: (id) => gated(id, [], () => reader.raisedDates(id)),
    changedBylines: (id) => gated(id, [], () => reader.changedBylines(id)),
    earlierReadings: (id) => gated(id, [], () => reader.earlierReadings(id)),
    archivedBody: (id, number) => gated(id, null, () => reader.archivedBody(id, number)),
    versionProof: (id, number) => gated(id, null, () => reader.versionProof(id, number)),
    isSealed: (id, number) => gated(id, false, () => reader.isSealed(id, number)),
  };
}

const NO_PAGE = { items: [], next: null } as const;

/** A page asks for much of one article at a time, which is one question at the gate. An answer is not kept: hiding counts at once. */
function askedOnce(ask: (id: ArticleId) => Promise<boolean>): (id: ArticleId) => Promise<boolean> {
  const underWay = new Map<ArticleId, Promise<boolean>>();
  return (id) => {
    const asked = underWay.get(id) ?? ask(id).finally(() => underWay.delete(id));
    underWay.set(id, asked);
    return asked;
  };
}

const openTo = (reader: GatedReader): Pick<Reader, Exclude<Open, "isShown">> => ({
  revision: () => reader.revision(),
  counts: () => reader.counts(),
  sources: () => reader.sources(),
  source: (id) => reader.source(id),
  feeds: (id) => reader.feeds(id),
  hubs: (id) => reader.hubs(id),
  siteMoves: (id) => reader.siteMoves(id),
  sourceNames: () => reader.sourceNames(),
  sourceCount: () => reader.sourceCount(),
  sourceStates: (now) => reader.sourceStates(now),
  health: (now, of) => reader.health(now, of),
  hostsOfSource: (id) => reader.hostsOfSource(id),
  tally: (id, fromAt, untilAt) => reader.tally(id, fromAt, untilAt),
  gaps: (query) => reader.gaps(query),
  articles: (query) => reader.articles(query),
  waitingBySource: () => reader.waitingBySource(),
  changes: (query) => reader.changes(query),
  search: (text, query) => reader.search(text, query),
  ledger: (query) => reader.ledger(query),
  readingHashes: (versions) => reader.readingHashes(versions),
  differences: (pairs) => reader.differences(pairs),
});

async function seen(reader: GatedReader, audience: Audience, asked: Article | null): Promise<Seen | null> {
  const article = asked && (await reader.wholeArticle(asked.joinedTo ?? asked.id));
  if (!asked || !article) return null;
  const { id } = article;
  const isHidden = article.hidden || asked.hidden;
  if (isHidden && audience === "public") return { kind: "hidden", notice: { id: asked.id, details: null } };
  const source = await reader.source(article.sourceId);
  // A source stays as long as its articles do.
  if (!source) throw new Error(`Article ${id} has no source.`);
  if (isHidden) return { kind: "hidden", notice: { id: asked.id, details: hiddenArticle({ article: asked, source }) } };
  const [{ versions, repeated }, strands, joins] = await Promise.all([
    reader.history(id),
    reader.strands(id),
    reader.joins(id),
  ]);
  const holding = joins.filter(({ undoneAt, younger }) => undoneAt === null && strands.includes(younger));
  const living = holding.at(-1)?.living ?? id;
  return { kind: "found", article, source, versions, repeated, asked: asked.id, strands, living, joins: holding };
}

const hiddenArticle = ({ article, source }: ArticleListItem): HiddenArticle => ({
  id: article.id,
  title: article.headline ?? article.url,
  url: article.url,
  source: { id: source.id, name: source.name },
  reason: article.hiddenReason,
  because: article.hiddenBecause,
});
