import { promisify } from "node:util";
import { zstdDecompress } from "node:zlib";
import { sql } from "kysely";
import type { ArticleId } from "#model/id";
import { digestBytes, digestHex } from "#store/bytes";
import type { ArchivedBody } from "#store/reader";
import type { Db } from "#store/schema";

/** A page that the database keeps itself. */
export interface PackedBody {
  /** SHA-256 (hex) of the page as it was received. */
  readonly digest: string;
  /** Null when they cannot be unpacked any more. */
  readonly bytes: Uint8Array | null;
}

export interface VersionName {
  readonly articleId: ArticleId;
  readonly number: number;
}

/** Everything that is known of the pages that versions were read from, for whoever reads all of them again. */
export interface KeptPages {
  counts(): Promise<{ readonly archived: number; readonly packed: number }>;
  /** Those in the archive, file by file, each in the order in which they stand. A file that nothing names is "". */
  archived(): AsyncIterable<ArchivedBody>;
  packed(): AsyncIterable<PackedBody>;
  /** Versions whose looks tell of a page of which nothing is kept; at most `limit`. */
  unkept(limit: number): Promise<readonly VersionName[]>;
  /** The versions that were read from pages with these digests, by digest. */
  versionsOf(digests: readonly string[]): Promise<ReadonlyMap<string, readonly VersionName[]>>;
}

/** Places held at a time: some ten megabytes. There is no index of places, so that each part reads all of them once. */
const PLACES = 50_000;
/** Pages unpacked between two questions: a few megabytes. */
const PACKED = 20;

const unpack = promisify(zstdDecompress);

export const keptPages = (db: Db): KeptPages => ({
  counts: async () => ({ archived: await count(db, "archived_body"), packed: await count(db, "raw_body") }),
  archived: () => archived(db),
  packed: () => packed(db),
  unkept: (limit) => unkept(db, limit),
  versionsOf: (digests) => versionsOf(db, digests),
});

async function count(db: Db, table: "archived_body" | "raw_body"): Promise<number> {
  const row = await db.selectFrom(table).select(db.fn.countAll<number>().as("n")).executeTakeFirstOrThrow();
  return Number(row.n);
}

async function* archived(db: Db): AsyncGenerator<ArchivedBody> {
  for (const [from, until] of await parts(db)) {
    const rows = await db
      .selectFrom("archived_body")
      .leftJoin("archive_file", "archive_file.id", "archived_body.file_id")
      .select(["archive_file.name", "archived_body.start", "archived_body.length", "archived_body.digest"])
      .where("archived_body.file_id", ">=", from)
      .where("archived_body.file_id", "<=", until)
      .orderBy("archived_body.file_id")
      .orderBy("archived_body.start")
      .execute();
    for (const { name, start, length, digest } of rows)
      yield { file: name ?? "", offset: start, length, digest: digestHex(digest) };
  }
}

/** Ranges of files whose places together are held at a time; a file that has more is one by itself. */
async function parts(db: Db): Promise<readonly (readonly [number, number])[]> {
  const files = await db
    .selectFrom("archived_body")
    .select(["file_id", db.fn.countAll<number>().as("n")])
    .groupBy("file_id")
    .orderBy("file_id")
    .execute();
  const ranges: [number, number][] = [];
  let held = PLACES;
  for (const { file_id: file, n } of files) {
    held += Number(n);
    if (held > PLACES) {
      ranges.push([file, file]);
      held = Number(n);
    } else ranges.at(-1)![1] = file;
  }
  return ranges;
}

async function* packed(db: Db): AsyncGenerator<PackedBody> {
  let last: Uint8Array = new Uint8Array(0);
  for (;;) {
    const rows = await db
      .selectFrom("raw_body")
      .select(["digest", "zstd"])
      .where("digest", ">", last)
      .orderBy("digest")
      .limit(PACKED)
      .execute();
    if (rows.length === 0) return;
    for (const { digest, zstd } of rows)
      yield { digest: digestHex(digest), bytes: await unpack(zstd).catch(() => null) };
    last = rows.at(-1)!.digest;
  }
}

/** The looks of a version lie between its first and its last; told so, PostgreSQL leaves the other months alone. */
const LOOKS = `from capture c where c.article_id = v.article_id and c.version_number = v.number
  and c.captured_at between v.first_seen_at and v.last_seen_at and c.body_digest is not null`;

async function unkept(db: Db, limit: number): Promise<readonly VersionName[]> {
  const { rows } = await sql<{ article_id: ArticleId; number: number }>`
    select v.article_id, v.number from version v
    where exists (select 1 ${sql.raw(LOOKS)})
      and not exists (select 1 ${sql.raw(LOOKS)} and (
        exists (select 1 from archived_body a where a.digest = c.body_digest)
        or exists (select 1 from raw_body r where r.digest = c.body_digest)))
    order by v.article_id, v.number limit ${limit}`.execute(db);
  return rows.map(({ article_id: articleId, number }) => ({ articleId, number }));
}

async function versionsOf(db: Db, digests: readonly string[]): Promise<ReadonlyMap<string, readonly VersionName[]>> {
  const rows = await db
    .selectFrom("capture")
    .select(["body_digest", "article_id", "version_number"])
    .distinct()
    .where("body_digest", "in", digests.map(digestBytes))
    .where("version_number", "is not", null)
    .orderBy("article_id")
    .orderBy("version_number")
    .execute();
  const named = rows.map((row) => ({
    digest: digestHex(row.body_digest!),
    name: { articleId: row.article_id, number: row.version_number! },
  }));
  return new Map(
    [...Map.groupBy(named, ({ digest }) => digest)].map(([digest, all]) => [digest, all.map(({ name }) => name)]),
  );
}
