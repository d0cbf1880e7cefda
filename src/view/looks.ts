import type { Capture } from "#model/capture";
import type { ArticleId } from "#model/id";
import type { Page, PageQuery } from "#store/public-reader";
import { type Answer, found } from "./answer.ts";
import { type ArticleHead, articleHead, placedReason, placeIn } from "./article-head.ts";
import type { ViewContext } from "./context.ts";

/** The log of looks at an article, newest first. */
export interface LooksView extends ArticleHead {
  readonly looks: Page<PlacedLook>;
}

/** A look, with the place of the version whose text it saw. */
export interface PlacedLook extends Capture {
  readonly place: number | null;
}

export const placedLooks = (head: ArticleHead, { items, next }: Page<Capture>): Page<PlacedLook> => ({
  items: items.map((look) => ({
    ...look,
    reason: placedReason(head, look),
    place: look.versionNumber && placeIn(head, { articleId: look.articleId, number: look.versionNumber }),
  })),
  next,
});

export async function looksView(
  context: ViewContext,
  id: ArticleId | null,
  query: PageQuery,
): Promise<Answer<LooksView>> {
  const head = await articleHead(context, id);
  if (head.kind !== "found") return head;
  const looks = await context.reader.captures(head.value.article.id, query);
  return found({ ...head.value, looks: placedLooks(head.value, looks) });
}
