import type { Apparatus } from "#collate/apparatus";
import type { Change } from "#model/change";
import type { RaisedDate } from "#model/claimed-date";
import type { ArticleId } from "#model/id";
import { type Answer, found, missing } from "./answer.ts";
import { changesByVersion, raisedDatesOf } from "./article.ts";
import { type ArticleHead, articleHead } from "./article-head.ts";
import type { ViewContext } from "./context.ts";

/** Versions that can be read instead while there is no room to make the whole. */
const MOST_INSTEAD = 10;

/** All versions of an article in one text. */
export interface EvolutionView extends ArticleHead {
  readonly whole: Apparatus;
  /** By the place of the version that each opened. */
  readonly changes: ReadonlyMap<number, Change>;
  readonly raised: readonly RaisedDate[];
}

export async function evolutionView(context: ViewContext, id: ArticleId | null): Promise<Answer<EvolutionView>> {
  const head = await articleHead(context, id);
  if (head.kind !== "found") return head;
  const { article, versions } = head.value;
  if (versions.length === 0) return missing("text");
  const made = await context.evolver.evolution(article.id, versions, context.signal);
  if (!made) return missing("article");
  if (!made.ok)
    return { kind: "busy", failure: made.failure, articleId: article.id, instead: versions.slice(-MOST_INSTEAD) };
  const [changes, raised] = await Promise.all([
    changesByVersion(context, head.value),
    raisedDatesOf(context, head.value),
  ]);
  return found({ ...head.value, whole: made.value, changes, raised });
}
