import type { Article } from "#model/article";
import type { ArticleId } from "#model/id";
import type { Source } from "#model/source";
import type { VersionHead } from "#model/version";
import { type Answer, found, missing } from "./answer.ts";
import type { ViewContext } from "./context.ts";

/** What every view of an article begins with. */
export interface ArticleHead {
  readonly article: Article;
  readonly source: Source;
  /** All, oldest first. */
  readonly versions: readonly VersionHead[];
}

/** @param id null when what was asked for is no number */
export async function articleHead({ reader }: ViewContext, id: ArticleId | null): Promise<Answer<ArticleHead>> {
  const article = id === null ? null : await reader.article(id);
  if (!article) return missing("article");
  if (article.hidden) return { kind: "hidden", articleId: article.id };
  const [source, versions] = await Promise.all([reader.source(article.sourceId), reader.versions(article.id)]);
  return source ? found({ article, source, versions }) : missing("source");
}
