import type { SourceId } from "#model/id";
import type { ArticleListItem } from "#store/public-reader";
import type { ViewContext } from "./context.ts";

export type ListedArticle = ArticleListItem;

const PER_QUESTION = 200;

/** Articles, newest first, at most `limit`. */
export async function articlesView(
  { reader }: ViewContext,
  query: { readonly sourceId?: SourceId | undefined; readonly changed: boolean; readonly limit: number },
): Promise<readonly ListedArticle[]> {
  const items: ListedArticle[] = [];
  let before: number | undefined;
  do {
    const page = await reader.articles({ sourceId: query.sourceId, before, limit: PER_QUESTION });
    items.push(...page.items.filter(({ article }) => !query.changed || article.standingCount > 1));
    before = page.next ?? undefined;
  } while (before !== undefined && items.length < query.limit);
  return items.slice(0, query.limit);
}
