import type { Article } from "#model/article";
import type { Reader } from "#store/reader";
import type { Observation } from "./observation.ts";

/** More looks in a row than count before a page is taken for gone. */
const LOOKS_READ = 8;

/**
 * The article as the schedule has to see it after this observation. Only looks in a row that found the page gone count towards its
 * being gone: one 404 after a night of other faults has yet to be confirmed.
 */
export async function standingAfter(
  reader: Pick<Reader, "captures">,
  article: Article,
  observation: Observation,
): Promise<Article> {
  if (observation.kind !== "nothing" || observation.verdict.met !== "gone" || article.failures === 0) return article;
  const { items } = await reader.captures(article.id, { limit: LOOKS_READ });
  const other = items.findIndex(({ outcome }) => outcome !== "gone");
  return other < 0 ? article : { ...article, failures: Math.min(article.failures, other) };
}
