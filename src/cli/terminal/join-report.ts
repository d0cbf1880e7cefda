import type { Article } from "#model/article";
import type { Join } from "#model/join";

/** The joins of an article, undone ones too, as the command reports them. */
export const joinReport = ({ id, url }: Article, joins: readonly Join[]): object => ({
  id,
  url,
  joins: joins.map(({ younger, elder, living, at, why, evidence, undoneAt }) => ({
    younger,
    elder,
    lookedAt: living,
    joinedAt: at,
    why,
    share: evidence.share,
    youngerUrl: evidence.youngerUrl,
    elderUrl: evidence.elderUrl,
    undoneAt,
  })),
});
