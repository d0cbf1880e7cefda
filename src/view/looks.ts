import type { Capture } from "#model/capture";
import type { ArticleId } from "#model/id";
import type { Page, PageQuery } from "#store/public-reader";
import { type Answer, found } from "./answer.ts";
import { type ArticleHead, articleHead } from "./article-head.ts";
import type { ViewContext } from "./context.ts";

/** The log of looks at an article, newest first. */
export interface LooksView extends ArticleHead {
  readonly looks: Page<Capture>;
}

export async function looksView(
  context: ViewContext,
  id: ArticleId | null,
  query: PageQuery,
): Promise<Answer<LooksView>> {
  const head = await articleHead(context, id);
  if (head.kind !== "found") return head;
  return found({ ...head.value, looks: await context.reader.captures(head.value.article.id, query) });
}
