import { setImmediate } from "node:timers/promises";
import type { CaptureRow, Db, RowId, VersionRow } from "#store/schema";
import { paragraphTexts } from "#store/versions/read";
import { type PartRef, partText, readRefs } from "#store/versions/version-text";
import type { PublishedVersion } from "./leaves.ts";

/**
 * Rows per query: a version has some thirty paragraphs. After each batch others have their turn: SQLite answers at once, so that a
 * day of 100,000 looks would keep every reader waiting for half a minute.
 */
const BATCH = 200;

/** All versions that the database numbered after `after` up to `until`, in that order, as they were published. */
export async function* publishedVersions(db: Db, after: RowId, until: RowId): AsyncGenerator<PublishedVersion> {
  for (let last = after; last < until; ) {
    const rows = await db
      .selectFrom("version")
      .selectAll()
      .where("id", ">", last)
      .where("id", "<=", until)
      .orderBy("id")
      .limit(BATCH)
      .execute();
    if (rows.length === 0) return;
    yield* await asPublished(db, rows);
    last = rows.at(-1)!.id;
    await setImmediate();
  }
}

/** All looks that the database numbered after `after` up to `until`, in that order. */
export async function* recordedCaptures(db: Db, after: number, until: number): AsyncGenerator<CaptureRow> {
  for (let last = after; last < until; ) {
    const rows = await db
      .selectFrom("capture")
      .selectAll()
      .where("id", ">", last as CaptureRow["id"])
      .where("id", "<=", until as CaptureRow["id"])
      .orderBy("id")
      .limit(BATCH * 10)
      .execute();
    if (rows.length === 0) return;
    yield* rows;
    last = rows.at(-1)!.id;
    await setImmediate();
  }
}

/** Texts that are missing or damaged come out as a damaged leaf, which is the point: the root will not match. */
const MISSING = "\u0000missing";
const DAMAGED: readonly PartRef[] = [{ part: "paragraph", paragraph: -1 }];

export async function asPublished(db: Db, rows: readonly VersionRow[]): Promise<readonly PublishedVersion[]> {
  const earlier = await firstReadings(db, rows);
  const texts = rows.map((row) => earlier.get(`${row.article_id} ${row.number}`)?.text ?? row.text);
  const refs = texts.map((text) => readRefs(text) ?? DAMAGED);
  const paragraphs = await paragraphTexts(
    db,
    refs.flat().map(({ paragraph }) => paragraph),
  );
  return rows.map((row, at) => ({
    row,
    extractor: earlier.get(`${row.article_id} ${row.number}`)?.extractor ?? row.extractor,
    parts: refs[at]!.map((ref) => partText(ref, paragraphs.get(ref.paragraph) ?? MISSING)),
  }));
}

/** What versions said before they were read again for the first time. */
async function firstReadings(db: Db, rows: readonly VersionRow[]) {
  const articles = [...new Set(rows.map((row) => row.article_id))];
  const readings = await db
    .selectFrom("reading")
    .select(["article_id", "number", "extractor", "text"])
    .where("article_id", "in", articles)
    .orderBy("id", "desc")
    .execute();
  return new Map(readings.map((reading) => [`${reading.article_id} ${reading.number}`, reading]));
}
