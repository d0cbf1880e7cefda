import type { Article } from "#model/article";
import type { Memory } from "#model/memory";
import type { Reader } from "#store/reader";
import { isCurrent, RECALLED, recall } from "#version/recall";

export interface Recollection {
  readonly memory: Memory | null;
  /** False when the store has no such memory yet. */
  readonly stored: boolean;
  /** When a look last met the article's latest version; absent before its first. */
  readonly latestSeenAt?: number;
  /** The page says what that of the latest version says; only their readings differ. */
  readonly otherReading?: boolean;
}

/** What deciding remembers of an article; made from its versions where another program, or another formula, left none. */
export async function recollect(reader: Reader, article: Article): Promise<Recollection> {
  const remembered = article.versionCount === 0 ? null : await reader.remembered(article.id);
  if (!remembered) return { memory: null, stored: true };
  const { memory: stored, latestSeenAt } = remembered;
  if (isCurrent(stored, article.versionCount)) return { memory: stored, stored: true, latestSeenAt };
  const last = article.versionCount;
  const numbers = Array.from({ length: Math.min(last, RECALLED) }, (_, back) => last - back);
  const versions = await Promise.all(numbers.map((number) => reader.version(article.id, number)));
  return { memory: recall(versions.filter((version) => version !== null)), stored: false, latestSeenAt };
}

/** True while a text that is not the latest version's stands there and has to prove itself, as far as is known. */
export async function isProving(reader: Reader, article: Article): Promise<boolean> {
  const memory = article.versionCount === 0 ? null : await reader.memory(article.id);
  return isCurrent(memory, article.versionCount) && memory.away !== null;
}
