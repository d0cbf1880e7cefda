import type { ArticleId } from "#model/id";
import type { VersionKey } from "#model/join";
import type { Running } from "#model/running";
import type { Db } from "#store/schema";

/**
 * The runs that some versions of live pages belong to. A run is named by the change that led to the version, or, for its first, by
 * the one that led away; its end is looked for from the article's latest change, which is mostly in it.
 */
export async function runsOf(
  db: Db,
  versions: readonly VersionKey[],
): Promise<ReadonlyMap<ArticleId, readonly Running[]>> {
  if (versions.length === 0) return new Map();
  const rows = await db
    .selectFrom("change")
    .innerJoin("version", (join) =>
      join.onRef("version.article_id", "=", "change.article_id").onRef("version.number", "=", "change.running_from"),
    )
    .select((select) => [
      "change.article_id as article",
      "version.number as from",
      "version.first_seen_at as since",
      select
        .selectFrom("change as later")
        .select("later.to_number")
        .whereRef("later.article_id", "=", "change.article_id")
        .whereRef("later.running_from", "=", "change.running_from")
        .orderBy("later.to_number", "desc")
        .limit(1)
        .as("last"),
    ])
    .where((where) =>
      where.or(
        versions.map(({ articleId, number }) =>
          where.and([
            where("change.article_id", "=", articleId),
            where("change.to_number", "in", [number, number + 1]),
          ]),
        ),
      ),
    )
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ article }) => article)].map(([id, own]) => [
      id,
      own.map(({ from, since, last }) => ({ from, since, versions: Number(last) - from + 1 })),
    ]),
  );
}

/** The run that a version belongs to; null when it is the version of no live page, or alone. */
export const runWith = (runs: readonly Running[] | undefined, number: number): Running | null =>
  runs?.find(({ from, versions }) => number >= from && number < from + versions) ?? null;
