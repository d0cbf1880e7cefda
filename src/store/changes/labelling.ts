import { sql } from "kysely";
import type { ChangeId } from "#model/id";
import type { VersionText } from "#model/version";
import { digestBytes, digestHex } from "#store/bytes";
import type { Dialect } from "#store/dialect";
import { fromLeanJson } from "#store/lean-json";
import { NO_FACTS, summaryColumns } from "#store/rows";
import type { Db, Trx } from "#store/schema";
import { paragraphTexts } from "#store/versions/read";
import { decodeRefs, partText, textOfParts } from "#store/versions/version-text";
import type { EarlierLabelled, LabelledAgain, Labelling } from "./earlier.ts";

/** Earlier names of labellers that a database may hold: each release has one. */
const MAX_NAMES = 100;

/** All names under which changes are labelled, but the present one. By steps through the index: there may be a million changes. */
async function earlierNames(db: Db, labeller: string): Promise<readonly string[]> {
  const names: string[] = [];
  let last: string | null = null;
  for (let step = 0; step < MAX_NAMES; step++) {
    let select = db.selectFrom("change").select("labelled_by").orderBy("labelled_by").limit(1);
    if (last !== null) select = select.where("labelled_by", ">", last);
    const row: { readonly labelled_by: string } | undefined = await select.executeTakeFirst();
    if (!row) break;
    last = row.labelled_by;
    if (last !== labeller) names.push(last);
  }
  return names;
}

export async function labelling(db: Db, labeller: string): Promise<Labelling> {
  const names = await earlierNames(db, labeller);
  if (names.length === 0) return { left: 0 };
  const { left } = await db
    .selectFrom("change")
    .select((count) => count.fn.countAll<number>().as("left"))
    .where("labelled_by", "in", names)
    .executeTakeFirstOrThrow();
  return { left: Number(left) };
}

/** Those with no name first, then by name; of each the newest first. */
export async function labelledEarlier(db: Db, labeller: string, limit: number): Promise<readonly EarlierLabelled[]> {
  for (const name of await earlierNames(db, labeller)) {
    const found = await labelledBy(db, name, limit);
    if (found.length > 0) return found;
  }
  return [];
}

async function labelledBy(db: Db, name: string, limit: number): Promise<readonly EarlierLabelled[]> {
  const ids = await db
    .selectFrom("change")
    .select("id")
    .where("labelled_by", "=", name)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  if (ids.length === 0) return [];
  const rows = await withVersions(db)
    .where(
      "change.id",
      "in",
      ids.map(({ id }) => id),
    )
    .orderBy("change.id", "desc")
    .execute();
  const refs = rows.map((row) => [decodeRefs(row.old_text), decodeRefs(row.new_text)] as const);
  const texts = await paragraphTexts(
    db,
    refs.flatMap((sides) => sides.flatMap((side) => side.map((ref) => ref.paragraph))),
  );
  return rows.map((row, at) => {
    const textOf = (side: 0 | 1, facts: string | null): VersionText => {
      const parts = refs[at]![side].map((ref) => partText(ref, texts.get(ref.paragraph)!));
      const { continuesAt } = facts === null ? NO_FACTS : fromLeanJson(facts, NO_FACTS);
      return { ...textOfParts(parts), ...(continuesAt !== null && { continuesAt }) };
    };
    return {
      id: row.id,
      labelledBy: name,
      readings: [digestHex(row.old_reading), digestHex(row.new_reading)],
      old: textOf(0, row.old_facts),
      new: textOf(1, row.new_facts),
      language: row.language,
    };
  });
}

const withVersions = (db: Db) =>
  db
    .selectFrom("change")
    .innerJoin("version as before", (join) =>
      join
        .on(sql<boolean>`before.article_id = coalesce(change.from_article_id, change.article_id)`)
        .onRef("before.number", "=", "change.from_number"),
    )
    .innerJoin("version as opened", (join) =>
      join.onRef("opened.article_id", "=", "change.article_id").onRef("opened.number", "=", "change.to_number"),
    )
    .select([
      "change.id",
      "change.article_id",
      "change.labelled_by",
      "before.text as old_text",
      "before.facts as old_facts",
      "opened.text as new_text",
      "opened.facts as new_facts",
      "opened.language",
      sql<Uint8Array>`coalesce(before.reading_hash, before.text_hash)`.as("old_reading"),
      sql<Uint8Array>`coalesce(opened.reading_hash, opened.text_hash)`.as("new_reading"),
    ]);

/**
 * Writes new labels over earlier ones. A change whose texts were read again since, or that someone else labelled, is left alone. Nothing
 * that a reader has of a change but its labels and its rank becomes another: no id, no instant.
 */
export async function relabel(
  trx: Trx,
  dialect: Dialect,
  labeller: string,
  changes: readonly LabelledAgain[],
): Promise<number> {
  if (changes.length === 0) return 0;
  const ids = changes.map(({ id }) => id);
  const articles = await trx
    .selectFrom("change")
    .select(["article_id", "from_article_id"])
    .where("id", "in", ids)
    .execute();
  const locked = [...new Set(articles.flatMap((row) => [row.article_id, row.from_article_id ?? row.article_id]))];
  await dialect.locked(trx.selectFrom("article").select("id").where("id", "in", locked).orderBy("id")).execute();
  const now = new Map((await withVersions(trx).where("change.id", "in", ids).execute()).map((row) => [row.id, row]));
  let written = 0;
  for (const { id, labelledBy, readings, summary, collation } of changes) {
    const row = now.get(id);
    if (!row || row.labelled_by !== labelledBy || !isSame(row, readings)) continue;
    await setLabels(trx, id, { ...(summary && summaryColumns(summary, collation)), labelled_by: labeller });
    written++;
  }
  return written;
}

const isSame = (
  row: { readonly old_reading: Uint8Array; readonly new_reading: Uint8Array },
  [old, next]: readonly [string, string],
): boolean =>
  digestBytes(old).every((byte, at) => byte === row.old_reading[at]) &&
  digestBytes(next).every((byte, at) => byte === row.new_reading[at]);

const setLabels = (trx: Trx, id: ChangeId, columns: Partial<ReturnType<typeof summaryColumns>>): Promise<unknown> =>
  trx.updateTable("change").set(columns).where("id", "=", id).execute();
