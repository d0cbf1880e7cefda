import type { ArticleId } from "#model/id";
import type { FoundArticle } from "#store/public-reader";
import { type Answer, found, missing } from "./answer.ts";
import type { ViewContext } from "./context.ts";

/** What every view of an article begins with. */
export type ArticleHead = FoundArticle;

/** @param id null when what was asked for is no number */
export async function articleHead({ reader }: ViewContext, id: ArticleId | null): Promise<Answer<ArticleHead>> {
  const seen = id === null ? null : await reader.article(id);
  if (!seen) return missing("article");
  if (seen.kind === "hidden") return seen;
  const { article, source, versions } = seen;
  return found({ article, source, versions });
}
