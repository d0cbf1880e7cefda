import type { ArticleId } from "#model/id";
import { digestHex } from "#store/bytes";
import type { Db, RowId } from "#store/schema";
import { paragraphTexts } from "#store/versions/read";
import { decodeRefs, partText, textOfParts } from "#store/versions/version-text";
import type { EarlierReading, KeptVersion, StoredSite } from "./site.ts";

export async function readSite(db: Db, key: string): Promise<StoredSite | null> {
  return (await db.selectFrom("site").selectAll().where("key", "=", key).executeTakeFirst()) ?? null;
}

export async function siteRevision(db: Db, key: string): Promise<number | null> {
  const row = await db.selectFrom("site").select("revision").where("key", "=", key).executeTakeFirst();
  return row?.revision ?? null;
}

export const readSites = (db: Db): Promise<Omit<StoredSite, "memory">[]> =>
  db.selectFrom("site").select(["key", "rules", "generation", "revision"]).orderBy("key").execute();

export async function articleTrace(db: Db, id: ArticleId): Promise<string | null> {
  const row = await db.selectFrom("article_trace").select("trace").where("article_id", "=", id).executeTakeFirst();
  return row?.trace ?? null;
}

export async function keptVersions(db: Db, id: ArticleId): Promise<readonly KeptVersion[]> {
  const versions = await db
    .selectFrom("version")
    .select(["number", "extractor", "text_hash", "reading_hash", "language"])
    .where("article_id", "=", id)
    .orderBy("number")
    .execute();
  const kept = await keptBodies(db, id);
  return versions.map((row) => ({
    number: row.number,
    extractor: row.extractor,
    textHash: digestHex(row.reading_hash ?? row.text_hash),
    language: row.language,
    kept: kept.get(row.number) ?? null,
  }));
}

/** By version: the first of its looks whose bytes are kept. */
async function keptBodies(db: Db, id: ArticleId): Promise<ReadonlyMap<number, { digest: string; url: string }>> {
  const rows = await db
    .selectFrom("capture")
    .leftJoin("raw_body", "raw_body.digest", "capture.body_digest")
    .leftJoin("archived_body", "archived_body.digest", "capture.body_digest")
    .select(["capture.version_number", "capture.final_url", "capture.body_digest"])
    .where("capture.article_id", "=", id)
    .where("capture.version_number", "is not", null)
    .where((is) => is.or([is("raw_body.digest", "is not", null), is("archived_body.digest", "is not", null)]))
    .orderBy("capture.captured_at", "desc")
    .execute();
  return new Map(rows.map((row) => [row.version_number!, { digest: digestHex(row.body_digest!), url: row.final_url }]));
}

export async function earlierReadings(db: Db, id: ArticleId): Promise<readonly EarlierReading[]> {
  const all = await db.selectFrom("reading").selectAll().where("article_id", "=", id).orderBy("id").execute();
  const now = await db.selectFrom("version").select(["number", "text"]).where("article_id", "=", id).execute();
  // A first reading is kept for its reader's name, also where it says what the next one says.
  const rows = all.filter(({ number, text }, at) => {
    const next = all.slice(at + 1).find((later) => later.number === number) ?? now.find((is) => is.number === number);
    return next?.text !== text;
  });
  const refs = rows.map((row) => decodeRefs(row.text));
  const texts: ReadonlyMap<RowId, string> = await paragraphTexts(
    db,
    refs.flat().map((ref) => ref.paragraph),
  );
  return rows.map((row, i) => ({
    number: row.number,
    extractor: row.extractor,
    textHash: digestHex(row.text_hash),
    text: textOfParts(refs[i]!.map((ref) => partText(ref, texts.get(ref.paragraph)!))),
    readUntil: row.read_until,
  }));
}

export async function articleIdsAfter(db: Db, after: number, limit: number): Promise<readonly ArticleId[]> {
  const rows = await db
    .selectFrom("article")
    .select("id")
    .where("id", ">", after as ArticleId)
    .where("version_count", ">", 0)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}
