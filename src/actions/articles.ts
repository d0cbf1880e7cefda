import type { Clock } from "#lib/clock";
import type { Actor } from "#model/actor";
import type { Article } from "#model/article";
import { fail, ok, type Result } from "#model/failure";
import type { ArticleId } from "#model/id";
import type { Writer } from "#store/writer";
import { type ActionName, permit } from "./roles.ts";

/** Longest reason for hiding an article: it is a note, not a file. */
const MAX_REASON = 500;

export interface ArticleContext {
  readonly store: {
    readonly reader: { article(id: ArticleId): Promise<Article | null> };
    readonly writer: Pick<Writer, "hide" | "unhide" | "scheduleLook">;
  };
  readonly clock: Clock;
}

export interface HideInput {
  readonly article: ArticleId;
  readonly reason: string;
}

/** Takes an article out of public view. Resolves with it as it stands afterwards. */
export async function hide(context: ArticleContext, actor: Actor, input: HideInput): Promise<Result<Article>> {
  const found = await permitted(context, actor, "hide", input.article);
  if (!found.ok) return found;
  const reason = input.reason.trim();
  if (reason === "" || reason.length > MAX_REASON)
    return fail(
      "never",
      "bad-reason",
      `Hiding needs a reason of at most ${MAX_REASON} characters: whoever runs this after you wants to know why.`,
    );
  await context.store.writer.hide(input.article, reason, context.clock.now());
  return ok({ ...found.value, hidden: true, hiddenReason: reason });
}

export interface Unhidden {
  /** As it stands afterwards. */
  readonly article: Article;
  readonly wasHidden: boolean;
}

/** Shows a hidden article again; one that is not hidden stays as it is. */
export async function unhide(context: ArticleContext, actor: Actor, article: ArticleId): Promise<Result<Unhidden>> {
  const found = await permitted(context, actor, "unhide", article);
  if (!found.ok) return found;
  const wasHidden = found.value.hidden;
  if (wasHidden) await context.store.writer.unhide(article);
  return ok({ article: { ...found.value, hidden: false, hiddenReason: null }, wasHidden });
}

/** Has an article looked at as soon as politeness allows, by whichever worker there is. */
export async function look(context: ArticleContext, actor: Actor, article: ArticleId): Promise<Result<Article>> {
  const found = await permitted(context, actor, "look", article);
  if (found.ok) await context.store.writer.scheduleLook(article, context.clock.now());
  return found;
}

async function permitted(
  { store }: ArticleContext,
  actor: Actor,
  action: ActionName,
  id: ArticleId,
): Promise<Result<Article>> {
  const allowed = permit(actor, action);
  if (!allowed.ok) return allowed;
  const article = await store.reader.article(id);
  return article ? ok(article) : fail("never", "no-such-article", `There is no article ${id}.`);
}
