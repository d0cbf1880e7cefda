import type { ArticleId } from "#model/id";
import type { Join, JoinEvidence } from "#model/join";
import { digestHex } from "#store/bytes";
import type { Db } from "#store/schema";
import {
  type Clue,
  type Crossing,
  crossingsOf,
  historyOf,
  repeatsIn,
  type StoredStrandVersion,
  type Strand,
} from "./history.ts";

/** Articles that one text was ever found under; a longer list comes from a fault and is not followed further. */
const MAX_STRANDS = 100;

/** All joins that touch one of the articles, undone ones too, oldest first. */
export async function joinsOf(db: Db, ids: readonly ArticleId[]): Promise<readonly Join[]> {
  const rows = await db
    .selectFrom("article_join")
    .selectAll()
    .where((is) => is.or([is("younger_id", "in", ids), is("elder_id", "in", ids)]))
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    younger: row.younger_id,
    elder: row.elder_id,
    living: row.living_id,
    at: row.joined_at,
    why: row.why,
    evidence: JSON.parse(row.evidence) as JoinEvidence,
    undoneAt: row.undone_at,
  }));
}

/** All joins that touch one of the articles or what these were ever joined with, oldest first. */
export async function connectedJoins(db: Db, ids: readonly ArticleId[]): Promise<readonly Join[]> {
  const known = new Set(ids);
  for (;;) {
    const joins = await joinsOf(db, [...known]);
    const before = known.size;
    for (const { younger, elder } of joins) known.add(younger).add(elder);
    if (known.size === before || known.size > MAX_STRANDS) return joins;
  }
}

/** The elder of all that an article was joined with, which may be itself, and all of these; the elder is the first. */
export async function strandsOf(db: Db, id: ArticleId): Promise<readonly ArticleId[]> {
  const own = await db.selectFrom("article").select("joined_to").where("id", "=", id).executeTakeFirst();
  const elder = own?.joined_to ?? id;
  const younger = db.selectFrom("article").select("id").where("joined_to", "=", elder).orderBy("id");
  return [elder, ...(await younger.execute()).map((row) => row.id)];
}

/** What the joins that hold make of the articles they touch: groups that are one, each with its elder first. */
export function groupsOf(ids: readonly ArticleId[], joins: readonly Join[]): readonly (readonly ArticleId[])[] {
  const all = new Set([...ids, ...joins.flatMap(({ younger, elder }) => [younger, elder])]);
  const elderOf = new Map([...all].map((id) => [id, id]));
  const find = (id: ArticleId): ArticleId => {
    const next = elderOf.get(id)!;
    return next === id ? id : find(next);
  };
  for (const { younger, elder, undoneAt } of joins) {
    if (undoneAt !== null) continue;
    const [first, second] = [find(younger), find(elder)].toSorted((a, b) => a - b);
    elderOf.set(second!, first!);
  }
  const groups = Map.groupBy([...all], find);
  return [...groups.values()].map((group) => group.toSorted((a, b) => a - b)).toSorted((a, b) => a[0]! - b[0]!);
}

/** When each article of a group was joined. */
export const strandsIn = (group: readonly ArticleId[], joins: readonly Join[]): readonly Strand[] =>
  group.map((articleId) => {
    const own = joins.filter((join) => join.undoneAt === null && [join.younger, join.elder].includes(articleId));
    return { articleId, joinedAt: Math.min(...own.map(({ at }) => at)) };
  });

export async function versionsOf(db: Db, ids: readonly ArticleId[]): Promise<readonly StoredStrandVersion[]> {
  const rows = await db
    .selectFrom("version")
    .select(["id", "article_id", "number", "first_seen_at", "repeats"])
    .select(({ fn }) => fn.coalesce("reading_hash", "text_hash").as("hash"))
    .where("article_id", "in", ids)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    articleId: row.article_id,
    number: row.number,
    firstSeenAt: row.first_seen_at,
    hash: digestHex(row.hash),
    repeats: row.repeats === 1,
  }));
}

/** The steps from one strand to another that joining two articles at `at` would make. */
export async function crossings(
  db: Db,
  pair: readonly [ArticleId, ArticleId],
  at: number,
): Promise<readonly Crossing[]> {
  const joins = await connectedJoins(db, pair);
  const [younger, elder] = pair;
  const made: Join[] = [...joins, { ...NOT_YET, younger, elder, living: elder, at }];
  const group = groupsOf(pair, made).find((ids) => ids.includes(pair[0]))!;
  const versions = await versionsOf(db, group);
  return crossingsOf(historyOf(versions, repeatsIn(strandsIn(group, made), versions)));
}

const NOT_YET: Omit<Join, "younger" | "elder" | "living" | "at"> = {
  id: 0,
  why: "redirect",
  evidence: { youngerUrl: "", elderUrl: "", share: 1, addresses: [] },
  undoneAt: null,
};

/** More come only from a list that calls all its entries alike. */
const MAX_CLUES = 5;

/** Articles that may be the same as this one, and were not compared with it yet; oldest first. */
export async function cluesOf(db: Db, id: ArticleId): Promise<readonly Clue[]> {
  const rows = await db
    .selectFrom("clue")
    .select(["article_id", "other_id", "kind"])
    .where((is) => is.or([is("article_id", "=", id), is("other_id", "=", id)]))
    .where("asked_at", "is", null)
    .orderBy("article_id")
    .orderBy("other_id")
    .limit(MAX_CLUES)
    .execute();
  return rows.map((row) => ({ other: row.article_id === id ? row.other_id : row.article_id, kind: row.kind }));
}
