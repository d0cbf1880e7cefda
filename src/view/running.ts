import type { ArticleId, ChangeId } from "#model/id";
import type { VersionHead } from "#model/version";
import type { ChangeListItem, PublicReader, SearchHit } from "#store/public-reader";

/** The versions of a live page in a row: one entry in every list, because such a page changes for hours. */
export interface Running {
  /** Number of the first. */
  readonly from: number;
  /** How many there are. */
  readonly versions: number;
  /** First sight of the first. */
  readonly since: number;
}

/** The live versions in a row among which `number` is; null when it is the version of no live page, or stands alone. */
export function runningOf(versions: readonly VersionHead[], number: number): Running | null {
  const at = versions.findIndex((version) => version.number === number);
  if (!versions[at]?.live) return null;
  const before = versions.findLastIndex((version, i) => i < at && !version.live);
  const after = versions.findIndex((version, i) => i > at && !version.live);
  const run = versions.slice(before + 1, after < 0 ? versions.length : after);
  return run.length < 2 ? null : { from: run[0]!.number, versions: run.length, since: run[0]!.firstSeenAt };
}

/** The running entries among changes of a list, by change. */
export async function runningAmong(
  reader: PublicReader,
  items: readonly ChangeListItem[],
): Promise<ReadonlyMap<ChangeId, Running>> {
  const found = new Map<ChangeId, Running>();
  for (const { change } of items) {
    const running = change.runningFrom === null ? null : await runningAt(reader, change.articleId, change.to);
    if (running) found.set(change.id, running);
  }
  return found;
}

/** The running entries among hits of a search, by article: each article is found once. */
export async function runningHits(
  reader: PublicReader,
  hits: readonly SearchHit[],
): Promise<ReadonlyMap<ArticleId, Running>> {
  const found = new Map<ArticleId, Running>();
  for (const { article, version } of hits) {
    const running = version.live ? await runningAt(reader, article.id, version.number) : null;
    if (running) found.set(article.id, running);
  }
  return found;
}

export const runningAt = async (reader: PublicReader, id: ArticleId, number: number): Promise<Running | null> =>
  runningOf(await reader.versions(id), number);
