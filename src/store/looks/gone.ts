import type { GoneStretch } from "#model/gone";
import type { ArticleId } from "#model/id";
import { strandsOf } from "#store/joins/read";
import type { Db } from "#store/schema";

/**
 * The latest stretch of looks that saw an article gone, those of all that it was joined with among them; null if none did. Looks that
 * saw neither a text nor that it is gone (a fault, a wall) end no stretch.
 */
export async function goneStretch(db: Db, id: ArticleId): Promise<GoneStretch | null> {
  const strands = await strandsOf(db, id);
  const looks = db.selectFrom("capture").where("article_id", "in", strands);
  const gone = looks.where("outcome", "=", "gone");
  const read = looks.where("decision", "<>", "none");
  const last = await gone.select("captured_at as at").orderBy("captured_at", "desc").limit(1).executeTakeFirst();
  if (!last) return null;
  const latestFirst = read.where("captured_at", "<", last.at).orderBy("captured_at", "desc");
  const before = await latestFirst.select("captured_at as at").limit(1).executeTakeFirst();
  const stretch = await gone
    .where("captured_at", ">", before?.at ?? 0)
    .select(({ fn }) => [fn.countAll<number>().as("looks"), fn.min("captured_at").as("firstAt")])
    .executeTakeFirstOrThrow();
  const since = read.where("captured_at", ">", last.at).orderBy("captured_at");
  const back = await since.select("captured_at as at").limit(1).executeTakeFirst();
  const decided = back && since.where("decision", "<>", "held").select("decision").limit(1).executeTakeFirst();
  const decision = (await decided)?.decision;
  return {
    firstAt: stretch.firstAt ?? last.at,
    lastAt: last.at,
    looks: Number(stretch.looks),
    backAt: back?.at ?? null,
    isSame: decision === undefined ? null : decision === "same",
  };
}
