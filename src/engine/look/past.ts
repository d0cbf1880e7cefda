import type { Article } from "#model/article";
import type { Memory } from "#model/memory";
import type { Reader } from "#store/reader";
import { isCurrent, RECALLED, recall } from "#version/recall";

/** What is known of an article's texts before a look decides about another one. */
export type Past =
  /** It has no version yet. */
  { readonly kind: "first" } | Later;

export interface Later {
  readonly kind: "later";
  /** Number of the latest version. */
  readonly latest: number;
  readonly memory: Memory;
  /** False when the store has no such memory yet. */
  readonly isStored: boolean;
  /** When a look last saw the latest version. */
  readonly latestSeenAt: number;
}

/** What deciding remembers of an article; made from its versions where another program, or another formula, left none. */
export async function recollect(reader: Pick<Reader, "remembered" | "version">, article: Article): Promise<Past> {
  const latest = article.versionCount;
  const remembered = latest === 0 ? null : await reader.remembered(article.id);
  if (!remembered) return { kind: "first" };
  const { memory: stored, latestSeenAt } = remembered;
  if (isCurrent(stored, latest)) return { kind: "later", latest, memory: stored, isStored: true, latestSeenAt };
  const numbers = Array.from({ length: Math.min(latest, RECALLED) }, (_, back) => latest - back);
  const versions = await Promise.all(numbers.map((number) => reader.version(article.id, number)));
  const memory = recall(versions.filter((version) => version !== null));
  return memory ? { kind: "later", latest, memory, isStored: false, latestSeenAt } : { kind: "first" };
}
