import type { Article } from "#model/article";
import type { HiddenBecause } from "#model/hidden";
import type { Source } from "#model/source";

/** What the operator is shown of an article that is hidden, or was. */
export interface Hiding {
  readonly id: number;
  readonly url: string | null;
  readonly headline: string | null;
  readonly source: Pick<Source, "id" | "name"> | null;
  readonly hidden: boolean;
  /** As the operator gave it. */
  readonly reason: string | null;
  /** Why it started hidden, if the operator has not decided yet. */
  readonly because: HiddenBecause | null;
}

export const hiddenJson = ({ id, url, headline, source, hidden, reason, because }: Hiding) => ({
  id,
  url,
  headline,
  source: source && { id: source.id, name: source.name },
  hidden,
  hiddenReason: reason,
  hiddenBecause: because,
});

export const hidingOf = (article: Article, source: Hiding["source"]): Hiding => ({
  id: article.id,
  url: article.url,
  headline: article.headline,
  source,
  hidden: article.hidden,
  reason: article.hiddenReason,
  because: article.hiddenBecause,
});
