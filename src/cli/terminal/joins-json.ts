import type { Join } from "#model/join";

/** Joins, undone ones too, as the command reports them. */
export const joinsJson = (joins: readonly Join[]): readonly object[] =>
  joins.map(({ younger, elder, living, at, why, evidence, undoneAt }) => ({
    younger,
    elder,
    lookedAt: living,
    joinedAt: at,
    why,
    share: evidence.share,
    youngerUrl: evidence.youngerUrl,
    elderUrl: evidence.elderUrl,
    undoneAt,
  }));
