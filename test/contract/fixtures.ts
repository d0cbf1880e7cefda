import { canonical } from "#lib/canonical";
import { HOUR_MS } from "#lib/clock";
import { sha256 } from "#lib/hash";
import type { ChangeSummary } from "#model/change";
import type { Block } from "#model/document";
import type { FoundArticle } from "#model/found";
import type { ArticleId, SourceId } from "#model/id";
import { NO_PATTERNS } from "#model/source";
import type { VersionText } from "#model/version";
import type { Store } from "#store/store";
import type { ArticleState, LookRecord, NewVersion } from "#store/writer";

/** Opens a fresh, empty store; the contract is tested over every database that can. */
export type OpenStore = () => Promise<Store>;

export const T0 = 1_700_000_000_000;

export const SUMMARY: ChangeSummary = {
  headlineChanged: false,
  standfirstChanged: false,
  correctionAdded: false,
  paragraphsEdited: 1,
  paragraphsAdded: 0,
  paragraphsRemoved: 0,
  paragraphsSplit: 0,
  paragraphsMerged: 0,
  paragraphsMoved: 0,
  wordsAdded: 2,
  wordsRemoved: 1,
  sample: { old: "twelve", new: "fifteen" },
  labels: [{ kind: "number", reason: "twelve became fifteen", place: { field: "body", old: 0, new: 0 } }],
  rank: 0.5,
  silent: true,
};

/** Runs a test against a fresh store and closes it whatever happens. */
export const withStore = (open: OpenStore, test: (store: Store) => Promise<void>) => async (): Promise<void> => {
  const store = await open();
  try {
    await test(store);
  } finally {
    await store.close();
  }
};

export async function addSource(store: Store, homeUrl = "https://daily.example/"): Promise<SourceId> {
  return (await store.writer.addSource({ name: new URL(homeUrl).host, homeUrl, patterns: NO_PATTERNS }, T0)).id;
}

export const found = (url: string, title: string | null = null): FoundArticle => ({
  url,
  title,
  publishedAt: null,
  updatedAt: null,
});

export async function addArticle(
  store: Store,
  url = "https://daily.example/a",
  sourceId?: SourceId,
): Promise<ArticleId> {
  const source = sourceId ?? (await addSource(store, new URL("/", url).href));
  const [id] = await store.writer.addArticles(source, [found(url)], T0);
  if (id === undefined) throw new Error(`${url} is known already`);
  return id;
}

export const paragraphs = (...texts: readonly string[]): readonly Block[] =>
  texts.map((text) => ({ kind: "paragraph", text }));

export const textOf = (headline: string | null, ...body: readonly string[]): VersionText => ({
  headline,
  standfirst: null,
  corrections: [],
  blocks: paragraphs(...body),
});

export const hashOf = (text: VersionText): string => sha256(canonical(JSON.stringify(text)));

export function versionOf(after: number, text: VersionText, more: Partial<NewVersion> = {}): NewVersion {
  return {
    after,
    text,
    textHash: hashOf(text),
    byline: ["A. Writer"],
    publishedAt: null,
    modifiedAt: null,
    language: "en",
    extractor: "test/1",
    ...(after > 0 && { summary: SUMMARY }),
    ...more,
  };
}

export const stateOf = (more: Partial<ArticleState> = {}): ArticleState => ({
  status: "watched",
  statusReason: null,
  nextLookAt: T0 + 24 * HOUR_MS,
  periodMs: HOUR_MS,
  failures: 0,
  etag: null,
  lastModified: null,
  bodyDigest: null,
  ...more,
});

export function lookOf(articleId: ArticleId, capturedAt: number, more: Partial<LookRecord> = {}): LookRecord {
  return {
    articleId,
    capturedAt,
    tookMs: 12,
    outcome: "unchanged",
    status: 200,
    finalUrl: "https://daily.example/a",
    decision: "same",
    reason: { code: "same-text" },
    bodyDigest: null,
    bodyBytes: 0,
    state: stateOf(),
    ...more,
  };
}

/** Records a version and returns its number; fails when it was not recorded. */
export async function openVersion(
  store: Store,
  id: ArticleId,
  after: number,
  text: VersionText,
  capturedAt = T0 + (after + 1) * HOUR_MS,
  more: Partial<LookRecord> = {},
): Promise<number> {
  const recorded = await store.writer.recordLook(
    lookOf(id, capturedAt, {
      outcome: "changed",
      decision: after === 0 ? "first" : "new",
      version: versionOf(after, text),
      ...more,
    }),
  );
  if (recorded.kind !== "recorded") throw new Error(`not recorded but ${recorded.kind}`);
  return recorded.versionNumber!;
}
