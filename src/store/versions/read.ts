import type { RaisedDate } from "#model/claimed-date";
import type { ArticleId } from "#model/id";
import type { VersionKey } from "#model/join";
import type { ChangedByline } from "#model/shown-byline";
import type { Version, VersionHead } from "#model/version";
import { digestHex } from "#store/bytes";
import { strandsOf } from "#store/joins/read";
import { fromLeanJson } from "#store/lean-json";
import { NO_FACTS, toChangedByline, toRaisedDate, toVersionHead } from "#store/rows";
import type { Db, RowId } from "#store/schema";
import { isShown } from "#store/visible";
import { decodeRefs, partText, textOfParts } from "./version-text.ts";

const heads = (db: Db) =>
  db
    .selectFrom("version")
    .leftJoin("paragraph", "paragraph.id", "version.headline_id")
    .selectAll("version")
    .select("paragraph.text as headline");

export async function versionHeads(db: Db, id: ArticleId): Promise<readonly VersionHead[]> {
  const rows = await heads(db).where("version.article_id", "=", id).orderBy("version.number").execute();
  return rows.map((row) => toVersionHead(row, row.headline));
}

export async function versionHeadsById(db: Db, ids: readonly RowId[]): Promise<ReadonlyMap<RowId, VersionHead>> {
  if (ids.length === 0) return new Map();
  const rows = await heads(db).where("version.id", "in", ids).execute();
  return new Map(rows.map((row) => [row.id, toVersionHead(row, row.headline)]));
}

export async function raisedDates(db: Db, id: ArticleId): Promise<readonly RaisedDate[]> {
  const select = db
    .selectFrom("raised_date")
    .selectAll()
    .where("article_id", "in", await strandsOf(db, id));
  return (await select.orderBy("seen_at").execute()).map(toRaisedDate);
}

export async function changedBylines(db: Db, id: ArticleId): Promise<readonly ChangedByline[]> {
  const select = db
    .selectFrom("changed_byline")
    .selectAll()
    .where("article_id", "in", await strandsOf(db, id));
  return (await select.orderBy("seen_at").execute()).map(toChangedByline);
}

export async function readVersion(db: Db, id: ArticleId, number: number): Promise<Version | null> {
  const row = await heads(db)
    .where("version.article_id", "=", id)
    .where("version.number", "=", number)
    .executeTakeFirst();
  if (!row) return null;
  const refs = decodeRefs(row.text);
  const texts = await paragraphTexts(
    db,
    refs.map((ref) => ref.paragraph),
  );
  const parts = refs.map((ref) => partText(ref, texts.get(ref.paragraph)!));
  const facts = row.facts === null ? null : fromLeanJson(row.facts, NO_FACTS);
  const head = toVersionHead(row, row.headline);
  const { continuesAt } = head;
  return { ...head, text: { ...textOfParts(parts), ...(continuesAt !== null && { continuesAt }) }, facts };
}

/** Numbers per query: SQLite takes 32,766 parameters, and few articles have more paragraphs than this. */
const IDS_PER_QUERY = 500;

export async function paragraphTexts(db: Db, ids: readonly RowId[]): Promise<ReadonlyMap<RowId, string>> {
  const distinct = [...new Set(ids)];
  const texts = new Map<RowId, string>();
  for (let at = 0; at < distinct.length; at += IDS_PER_QUERY) {
    const some = distinct.slice(at, at + IDS_PER_QUERY);
    const rows = await db.selectFrom("paragraph").select(["id", "text"]).where("id", "in", some).execute();
    for (const row of rows) texts.set(row.id, row.text);
  }
  return texts;
}

export async function recentTextHashes(
  db: Db,
  id: ArticleId,
  limit: number,
): Promise<readonly { readonly number: number; readonly textHash: string }[]> {
  const rows = await db
    .selectFrom("version")
    .select(["number", "text_hash", "reading_hash"])
    .where("article_id", "=", id)
    .orderBy("number", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ number: row.number, textHash: digestHex(row.reading_hash ?? row.text_hash) }));
}

/** In the order of `versions`; null when one does not exist, or its article is hidden. */
export async function readingHashes(db: Db, versions: readonly VersionKey[]): Promise<readonly string[] | null> {
  const numbers = Map.groupBy(versions, ({ articleId }) => articleId);
  const hashes = new Map<string, string>();
  for (const [id, own] of numbers) {
    const rows = await db
      .selectFrom("version")
      .innerJoin("article", "article.id", "version.article_id")
      .select(["version.number", "version.text_hash", "version.reading_hash"])
      .where("version.article_id", "=", id)
      .where(
        "version.number",
        "in",
        own.map(({ number }) => number),
      )
      .where(isShown())
      .execute();
    for (const row of rows) hashes.set(`${id} ${row.number}`, digestHex(row.reading_hash ?? row.text_hash));
  }
  const found = versions.map(({ articleId, number }) => hashes.get(`${articleId} ${number}`));
  return found.every((hash) => hash !== undefined) ? found : null;
}
