import type { Article } from "#model/article";
import type { Memory } from "#model/memory";
import type { Reader } from "#store/reader";
import { isCurrent, RECALLED, recall } from "#version/recall";

export interface Recollection {
  readonly memory: Memory | null;
  /** False when the store has no such memory yet. */
  readonly stored: boolean;
  /** The page says what that of the latest version says; only their readings differ. */
  readonly otherReading?: boolean;
}

/** What deciding remembers of an article; made from its versions where another program, or another formula, left none. */
export async function recollect(reader: Reader, article: Article): Promise<Recollection> {
  const stored = await storedMemory(reader, article);
  if (stored || article.versionCount === 0) return { memory: stored, stored: true };
  const last = article.versionCount;
  const numbers = Array.from({ length: Math.min(last, RECALLED) }, (_, back) => last - back);
  const versions = await Promise.all(numbers.map((number) => reader.version(article.id, number)));
  return { memory: recall(versions.filter((version) => version !== null)), stored: false };
}

/** When a look last met the article's latest version; absent before its first. */
export async function latestSeen(reader: Reader, article: Article): Promise<{ readonly latestSeenAt?: number }> {
  const latest = (await reader.versions(article.id)).at(-1);
  return latest ? { latestSeenAt: latest.lastSeenAt } : {};
}

/** True while a text that is not the latest version's stands there and has to prove itself, as far as is known. */
export async function isProving(reader: Reader, article: Article): Promise<boolean> {
  const memory = await storedMemory(reader, article);
  return memory !== null && memory.away !== null;
}

async function storedMemory(reader: Reader, article: Article): Promise<Memory | null> {
  if (article.versionCount === 0) return null;
  const stored = await reader.memory(article.id);
  return isCurrent(stored, article.versionCount) ? stored : null;
}
