import type { ArticleId } from "#model/id";
import type { Running } from "#model/running";
import type { Db } from "#store/schema";

/** The runs of live versions of some articles, from the rows of their changes: one statement, however often they changed. */
export async function runsOf(db: Db, ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, readonly Running[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("change")
    .innerJoin("version", (join) =>
      join.onRef("version.article_id", "=", "change.article_id").onRef("version.number", "=", "change.running_from"),
    )
    .select(({ fn }) => [
      "change.article_id as article",
      "version.number as from",
      "version.first_seen_at as since",
      fn.max("change.to_number").as("last"),
    ])
    .where("change.article_id", "in", [...new Set(ids)])
    .groupBy(["change.article_id", "version.number", "version.first_seen_at"])
    .execute();
  const runs = Map.groupBy(rows, ({ article }) => article);
  return new Map(
    [...runs].map(([id, own]) => [
      id,
      own.map(({ from, since, last }) => ({ from, since, versions: Number(last) - from + 1 })),
    ]),
  );
}

/** The run that a version belongs to; null when it is the version of no live page, or alone. */
export const runWith = (runs: readonly Running[] | undefined, number: number): Running | null =>
  runs?.find(({ from, versions }) => number >= from && number < from + versions) ?? null;
