import type { EngineContext } from "#engine/context";
import { readAlike } from "#engine/rereading/read-alike";
import type { Article } from "#model/article";
import { ok, type Result } from "#model/failure";
import type { ArticleId } from "#model/id";
import { type Crossing, crossingsOf } from "#store/joins/history";
import type { Joined, MergedLook, SummedCrossing } from "#store/writer";
import type { Joining } from "./same-article.ts";

/** Records that the article of this look and another one are one, with what changed from the one's text to the other's. */
export async function joinWith(
  context: Pick<EngineContext, "store" | "workshop" | "clock" | "archive" | "sites">,
  articleId: ArticleId,
  { with: other, why, share, living }: Joining,
  look: MergedLook,
): Promise<Result<Joined>> {
  const { reader, writer } = context.store;
  const at = context.clock.now();
  const articles = [articleId, other.id] as const;
  const crossings: SummedCrossing[] = [];
  const looked = await reader.article(living);
  const { template } = await context.sites.of(looked, looked?.url ?? other.url);
  for (const { from, to } of await reader.crossings(articles, at)) await readAlike(context, template, [from, to]);
  for (const crossing of await reader.crossings(articles, at)) {
    const summed = await summedUp(context, crossing);
    if (!summed.ok) return summed;
    if (summed.value) crossings.push(summed.value);
  }
  return ok(await writer.joinArticles({ articles, living, at, why, share, crossings, look: { ...look, articleId } }));
}

/**
 * After a look that showed what the site repeats on its pages: a step between joined articles that was nothing else is none any more.
 * A site that went to another host is learned there only after its articles were joined.
 */
export async function alignStrands(
  context: Pick<EngineContext, "store" | "workshop" | "clock" | "archive" | "sites">,
  article: Article,
): Promise<void> {
  const { reader, writer } = context.store;
  if ((await reader.strands(article.id)).length === 1) return;
  const { template } = await context.sites.of(article, article.url);
  const { versions } = await reader.history(article.id);
  for (const { from, to } of crossingsOf(versions))
    if (await readAlike(context, template, [from, to])) await writer.settleTexts(article.id);
}

async function summedUp(
  { store: { reader }, workshop }: Pick<EngineContext, "store" | "workshop">,
  { from, to }: Crossing,
): Promise<Result<SummedCrossing | null>> {
  const [old, next] = await Promise.all([from, to].map((key) => reader.version(key.articleId, key.number)));
  if (!old || !next) return ok(null);
  const opened = await workshop.open({ old: old.text, new: next.text, language: next.language, bytes: null });
  if (!opened.ok) return opened;
  const { summary, collation } = opened.value;
  return ok(summary && { from, to, summary, collation });
}
