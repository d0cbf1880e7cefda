import type { ArticleId } from "#model/id";
import type { Join } from "#model/join";
import type { Dialect } from "#store/dialect";
import { refreshReady } from "#store/hosts/write";
import { urlKeyHash } from "#store/keys";
import { reasonColumn } from "#store/reasons/column";
import type { ArticleRow, Trx } from "#store/schema";
import { repeatsIn, type StrandVersion } from "./history.ts";
import { connectedJoins, groupsOf, strandsIn, versionsOf } from "./read.ts";
import { soonAfter } from "./soon.ts";

/**
 * Brings everything that depends on joins to what the joins that hold say: whom each article belongs to, which of a group is
 * looked at, where their addresses lead, and which versions and changes repeat. What is sealed is not touched.
 * @param articles all that the joins touch, locked
 */
export async function settle(
  trx: Trx,
  dialect: Dialect,
  articles: readonly ArticleRow[],
  joins: readonly Join[],
  now: number,
): Promise<void> {
  const rows = new Map(articles.map((row) => [row.id, row]));
  const groups = groupsOf([...rows.keys()], joins);
  for (const group of groups) {
    const living = livingOf(group, joins);
    for (const id of group) await settleArticle(trx, rows.get(id)!, group[0]!, rows.get(living)!, now);
    await leadTo(trx, dialect, group, rows.get(living)!);
    await settleTexts(trx, group, joins);
  }
  for (const group of groups) for (const id of group) await ownAddress(trx, dialect, rows.get(id)!, livingRow(id));
  await refreshReady(trx, dialect, ...articles.map((row) => row.host_id));

  function livingRow(id: ArticleId): ArticleRow {
    return rows.get(livingOf(groups.find((group) => group.includes(id))!, joins))!;
  }
}

/** Which of a group is looked at: the latest join says. */
export function livingOf(group: readonly ArticleId[], joins: readonly Join[]): ArticleId {
  const latest = joins.findLast(({ undoneAt, living }) => undoneAt === null && group.includes(living));
  return latest?.living ?? group[0]!;
}

async function settleArticle(
  trx: Trx,
  row: ArticleRow,
  elder: ArticleId,
  living: ArticleRow,
  now: number,
): Promise<void> {
  const isLiving = row.id === living.id;
  const wakes = isLiving && row.status === "joined";
  await trx
    .updateTable("article")
    .set({
      joined_to: row.id === elder ? null : elder,
      ...(wakes && { status: "watched" as const, status_reason: "", next_look_at: soonAfter(now), failures: 0 }),
      ...(!isLiving && {
        status: "joined" as const,
        status_reason: reasonColumn({ code: "looked-at-as", url: living.url }),
        next_look_at: null,
        seed_at: null,
        signal_kind: null,
        signal_at: null,
      }),
    })
    .where("id", "=", row.id)
    .execute();
}

/** Every address of a group leads to the one that is looked at. */
async function leadTo(trx: Trx, dialect: Dialect, group: readonly ArticleId[], living: ArticleRow): Promise<void> {
  await trx
    .updateTable("article_url")
    .set({ article_id: living.id, ...dialect.ofSource(living.source_id) })
    .where("article_id", "in", group)
    .where("article_id", "<>", living.id)
    .execute();
}

/** An article that is separate again has its own address back, whichever join moved it. */
async function ownAddress(trx: Trx, dialect: Dialect, row: ArticleRow, living: ArticleRow): Promise<void> {
  await trx
    .updateTable("article_url")
    .set({ article_id: living.id, ...dialect.ofSource(living.source_id) })
    .where("key_hash", "=", urlKeyHash(row.url))
    .where("article_id", "<>", living.id)
    .execute();
}

/** Which versions and changes repeat, where texts of joined articles are read otherwise by now. */
export async function settleTextsOf(trx: Trx, id: ArticleId): Promise<void> {
  const joins = await connectedJoins(trx, [id]);
  const group = groupsOf([id], joins).find((ids) => ids.includes(id))!;
  await settleTexts(trx, group, joins);
}

async function settleTexts(trx: Trx, group: readonly ArticleId[], joins: readonly Join[]): Promise<void> {
  const versions = group.length === 1 ? [] : await versionsOf(trx, group);
  const repeats = repeatsIn(strandsIn(group, joins), versions);
  await trx
    .updateTable("version")
    .set({ repeats: 0 })
    .where("article_id", "in", group)
    .where("repeats", "=", 1)
    .execute();
  if (repeats.size > 0)
    await trx
      .updateTable("version")
      .set({ repeats: 1 })
      .where("id", "in", [...repeats])
      .execute();
  await settleChanges(
    trx,
    group,
    versions.filter(({ id }) => repeats.has(id)),
  );
}

/** A change repeats with the version that it led to; one over a join also when the other article is separate again. */
async function settleChanges(trx: Trx, group: readonly ArticleId[], repeated: readonly StrandVersion[]): Promise<void> {
  await trx
    .updateTable("change")
    .set({ repeats: 0 })
    .where("article_id", "in", group)
    .where("repeats", "=", 1)
    .execute();
  for (const { articleId, number } of repeated)
    await trx
      .updateTable("change")
      .set({ repeats: 1 })
      .where("article_id", "=", articleId)
      .where("to_number", "=", number)
      .execute();
  await trx
    .updateTable("change")
    .set({ repeats: 1 })
    .where("article_id", "in", group)
    .where("from_article_id", "is not", null)
    .where("from_article_id", "not in", group)
    .execute();
}
