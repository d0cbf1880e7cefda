import type { Actor } from "#model/actor";
import type { Article } from "#model/article";
import type { Result } from "#model/failure";
import type { ArticleId, SourceId } from "#model/id";
import type { LabelMark, MarkedLabel } from "#model/label-mark";
import type { Source } from "#model/source";
import { type AddContext, type AddedItem, type AddInput, add } from "./add.ts";
import { type ArticleContext, type HideInput, hide, look, type Unhidden, unhide } from "./articles.ts";
import { type LabelContext, labelMarks, markLabel } from "./labels.ts";
import { allows } from "./roles.ts";
import { changeSource, type SourceChange, type SourceContext } from "./sources.ts";

/** Everything that somebody can have done, whichever way they come: command line and pages call the same. */
export interface Actions {
  readonly allows: typeof allows;
  add(actor: Actor, input: AddInput): Promise<Result<readonly AddedItem[]>>;
  hide(actor: Actor, input: HideInput): Promise<Result<Article>>;
  unhide(actor: Actor, article: ArticleId): Promise<Result<Unhidden>>;
  look(actor: Actor, article: ArticleId): Promise<Result<Article>>;
  changeSource(actor: Actor, source: SourceId, change: SourceChange): Promise<Result<Source>>;
  markLabel(actor: Actor, label: MarkedLabel, isWrong: boolean): Promise<Result<void>>;
  labelMarks(
    actor: Actor,
    change: Pick<MarkedLabel, "articleId" | "from" | "to">,
  ): Promise<Result<readonly LabelMark[]>>;
}

export const createActions = (context: AddContext & ArticleContext & LabelContext & SourceContext): Actions => ({
  allows,
  add: (actor, input) => add(context, actor, input),
  hide: (actor, input) => hide(context, actor, input),
  unhide: (actor, article) => unhide(context, actor, article),
  look: (actor, article) => look(context, actor, article),
  changeSource: (actor, source, change) => changeSource(context, actor, source, change),
  markLabel: (actor, label, isWrong) => markLabel(context, actor, label, isWrong),
  labelMarks: (actor, change) => labelMarks(context, actor, change),
});
