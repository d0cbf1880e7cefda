import { sql } from "kysely";
import type { ArchivePlace } from "#model/archive";
import type { ArticleId } from "#model/id";
import { digestBytes, digestHex } from "#store/bytes";
import type { ArchivedBody } from "#store/reader";
import type { Db } from "#store/schema";

const bodies = (db: Db) =>
  db
    .selectFrom("archived_body")
    .innerJoin("archive_file", "archive_file.id", "archived_body.file_id")
    .select(["archive_file.name", "archived_body.start", "archived_body.length", "archived_body.digest"]);

const toPlace = (row: { readonly name: string; readonly start: number; readonly length: number }): ArchivePlace => ({
  file: row.name,
  offset: row.start,
  length: row.length,
});

export async function readPlace(db: Db, digest: string): Promise<ArchivePlace | null> {
  const row = await bodies(db).where("archived_body.digest", "=", digestBytes(digest)).executeTakeFirst();
  return row ? toPlace(row) : null;
}

/** By the first look of the version whose bytes are in the archive. */
export async function placeOfVersion(db: Db, id: ArticleId, number: number): Promise<ArchivedBody | null> {
  const row = await bodies(db)
    .innerJoin("capture", "capture.body_digest", "archived_body.digest")
    .where("capture.article_id", "=", id)
    .where("capture.version_number", "=", number)
    .orderBy("capture.captured_at")
    .limit(1)
    .executeTakeFirst();
  return row ? { ...toPlace(row), digest: digestHex(row.digest) } : null;
}

/** How long each file of the archive has to be, by the places that versions cite. */
export async function archiveLengths(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("archived_body")
    .innerJoin("archive_file", "archive_file.id", "archived_body.file_id")
    .select(["archive_file.name", sql<number>`max(archived_body.start + archived_body.length)`.as("bytes")])
    .groupBy("archive_file.name")
    .execute();
  return new Map(rows.map(({ name, bytes }) => [name, Number(bytes)]));
}

export async function archiveFiles(db: Db): Promise<readonly string[]> {
  return (await db.selectFrom("archive_file").select("name").orderBy("name").execute()).map(({ name }) => name);
}
